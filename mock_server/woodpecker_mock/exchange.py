"""One request for an operation: the policy first, then its place in line, then the operation; and faults on the way."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.types import Send

from . import answers, body
from .call import Call
from .caller import Caller
from .document import Operation, Refusal
from .fault_rules import When
from .keys import Holder
from .limits import TurnedAway
from .operations import HANDLERS
from .policy import Problem, Verdict, judge
from .records import Entry
from .spoil import spoil

if TYPE_CHECKING:
    from .api import Mock


class Exchange:
    """A request, the operation it is for, and the way to its answer."""

    def __init__(
        self, mock: Mock, request: Request, send: Send, operation: Operation, texts: dict[str, str], entry: Entry
    ) -> None:
        self._mock = mock
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
            with self._mock.limits.arrive(verdict.account.id) as place:
                if not place.held:
                    await self._caller.unless_gone(place.turn())
                if self._mock.latency:
                    await self._caller.unless_gone(asyncio.sleep(self._mock.latency))
                await self._answer(verdict, raw)
        except TurnedAway as turned:
            await self._turn_away(turned.late)

    def _judged(self) -> Verdict:
        with self._mock.world.lock:
            holder = self._mock.world.holder(self._keys[0]) if self._keys else None
            self._entry.key = holder.kind if holder else "unknown" if self._keys else "none"
            self._company = _company(self._contexts, holder, self._texts)
            verdict = judge(holder, self._operation.family, self._keys, self._contexts)
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
                response = await self._fault("after", own) or own
        await self._respond(response)

    def _work(self, verdict: Verdict, raw: bytes) -> Response:
        operation = self._operation
        value = None
        if operation.body is not None:
            value = body.parsed(self._request.headers.get("content-type", ""), raw)
        try:
            parameters = operation.parse(self._texts, dict(self._request.query_params))
            operation.check_body(value)
        except Refusal as refusal:
            raise Problem(400, "Bad request", "; ".join(refusal.problems)) from None
        with self._mock.world.lock:
            answer = HANDLERS[operation.id](Call(self._mock.world, verdict, parameters, value))
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
        return spoil(fault, own, self._caller, self._mock.world.now())

    def _refused(self, problem: Problem) -> Response:
        self._entry.row = problem.row or self._entry.row
        return answers.refusal(problem, self._mock.world.now(), self._operation.coded_errors)

    async def _turn_away(self, late: bool) -> None:
        self._entry.row = 19
        limits = self._mock.limits.limits
        if late and limits is not None and limits.close_late:
            await self._caller.close()
        if limits is not None and limits.v1_conflict and self._operation.path.startswith("/v1/"):
            await self._respond(answers.too_many_v1())
        else:
            await self._respond(answers.too_many(late, self._mock.world.now()))

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
