"""One request for an operation: the policy first, then its place in line, then the operation; and faults on the way."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.types import Send

from . import answers, body
from .call import Call
from .caller import Caller
from .deviation import Asked, Given
from .document import Operation
from .fault_rules import When
from .keys import Holder
from .limits import TurnedAway
from .policy import Problem, Verdict
from .records import Entry
from .sent import Sent
from .spoil import spoil

if TYPE_CHECKING:
    from .api import Mock


class Exchange:
    """A request, the operation it is for, and the way to its answer."""

    def __init__(
        self, mock: Mock, request: Request, send: Send, operation: Operation, texts: dict[str, str], entry: Entry
    ) -> None:
        self._mock = mock
        self._behaviour = mock.behaviour
        self._request = request
        self._send = send
        self._operation = operation
        self._texts = texts
        self._entry = entry
        self._caller = Caller(request.scope, request.receive)
        self._keys = request.headers.getlist("x-api-key")
        self._contexts = request.headers.getlist("x-company-id")
        self._company: int | None = None

    async def run(self) -> None:
        """Answer the request.

        Raises:
            Gone: nobody is left to answer.
            ClientDisconnect: the client hung up while sending the body.
        """
        try:
            verdict = self._judged()
            raw = await body.read(self._request) if self._operation.body else b""
        except Problem as problem:
            await self._answer(problem)
            return
        try:
            with self._mock.limits.arrive(self._behaviour.line(verdict)) as place:
                if not place.held:
                    await self._caller.unless_gone(place.turn())
                if latency := self._mock.settings.latency:
                    await self._caller.unless_gone(asyncio.sleep(latency))
                await self._answer(verdict, raw)
        except TurnedAway as turned:
            await self._turn_away(turned.late, partial(self._work, verdict, raw))

    def _judged(self) -> Verdict:
        with self._mock.world.lock:
            holder = self._mock.world.holder(self._keys[0]) if self._keys else None
            self._entry.key = holder.kind if holder else "unknown" if self._keys else "none"
            self._company = _company(self._contexts, holder, self._texts)
            asked = Asked(self._mock.world, self._operation, self._keys, self._contexts, holder)
            verdict = self._behaviour.judge(asked)
        self._entry.row = verdict.row
        return verdict

    async def _answer(self, verdict: Verdict | Problem, raw: bytes = b"") -> None:
        """Run the operation or refuse it, unless a fault is faster; a fault may spoil the answer, too."""
        response = await self._fault("before")
        if response is None:
            try:
                if isinstance(verdict, Problem):
                    raise verdict
                own = self._work(verdict, raw)
            except Problem as problem:
                response = self._refused(problem)
            else:
                own = self._behaviour.answer(Given(self._operation, own))
                response = await self._fault("after", own) or own
        await self._respond(response)

    def _work(self, verdict: Verdict, raw: bytes) -> Response:
        operation, world = self._operation, self._mock.world
        content_type = self._request.headers.get("content-type", "")
        sent = Sent(operation, self._texts, dict(self._request.query_params), content_type, raw)
        given = self._behaviour.read(sent)
        with world.lock:
            world.settle()
            call = Call(world, self._mock.settings, operation, verdict, given.parameters, given.body)
            answer = self._behaviour.handle(call)
            self._mock.records.ran(operation.id, self._company)
            # Inside of the lock: what is shown is still the world's own.
            if answer is None:
                return Response(status_code=operation.success)
            return JSONResponse(answer, operation.success)

    async def _fault(self, when: When, own: Response | None = None) -> Response | None:
        faults = self._mock.faults
        fault = faults.take(when, self._operation.id, self._keys[0] if self._keys else None, self._company)
        if fault is None:
            return None
        if fault.kind == "hang":
            await self._caller.unless_gone(faults.hang())
            return None
        self._entry.row = 18
        return spoil(fault, own, self._caller, self._mock.world.now(), self._operation.coded_errors)

    def _refused(self, problem: Problem) -> Response:
        self._entry.row = problem.row or self._entry.row
        # What is left of a body that is too large is in the way of the next request.
        headers = {"Connection": "close"} if problem.status == 413 else None
        response = answers.refusal(problem, self._mock.world.now(), self._operation.coded_errors, headers)
        return self._behaviour.answer(Given(self._operation, response, problem))

    async def _turn_away(self, late: bool, run: Callable[[], Response]) -> None:
        self._entry.row = 19
        limits = self._mock.limits.limits
        if late and limits is not None and limits.close_late:
            await self._caller.close()
        if limits is not None and limits.v1_conflict and self._operation.path.startswith("/v1/"):
            response = answers.too_many_v1()
        else:
            response = answers.too_many(late, self._mock.world.now())
        await self._respond(self._behaviour.answer(Given(self._operation, response, run=run)))

    async def _respond(self, response: Response) -> None:
        self._entry.status = response.status_code
        if response.status_code:
            self._mock.records.hits[self._operation.id, response.status_code] += 1
        await response(self._request.scope, self._request.receive, self._send)


def _company(contexts: list[str], holder: Holder | None, texts: dict[str, str]) -> int | None:
    """The company that a request is about, whether or not it may be."""
    named = contexts[0] if contexts else None
    if named is None and holder is not None and holder.company is not None:
        return holder.company.id
    text = texts.get("company_id", "") if named is None else named
    return int(text) if text.isascii() and text.isdigit() and len(text) < 20 else None
