"""One request for an operation: the policy first, then the account's queue, then the operation; faults in between."""

from __future__ import annotations

import asyncio
from functools import cached_property, partial

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.types import Send

from ..contract.operations import SpecOperation
from ..faults.apply_fault import apply_fault
from ..faults.fault_rules import When
from ..handlers.operation_call import OperationCall
from ..http.body import read_body
from ..http.error_responses import problem_response, too_many_requests, too_many_requests_v1
from ..http.peer import Peer
from ..http.problem import Problem
from ..http.requests import RawRequest
from ..mutants.mutant import OutgoingResponse
from ..rules.limits import LimitExceeded
from ..rules.policy import AccessRequest, Decision
from ..world.keys import KeyOwner, kind_of_key
from .mock import Mock
from .request_log import LogEntry


class RequestHandler:
    """A request and the operation it is for.

    Args:
        path_texts: the texts of the path parameters, by name.
        entry: the request in the log.
    """

    def __init__(
        self,
        mock: Mock,
        request: Request,
        send: Send,
        operation: SpecOperation,
        path_texts: dict[str, str],
        entry: LogEntry,
    ) -> None:
        self._mock = mock
        self._mutants = mock.mutants
        self._request = request
        self._send = send
        self._operation = operation
        self._path_texts = path_texts
        self._entry = entry
        self._keys = request.headers.getlist("x-api-key")
        self._contexts = request.headers.getlist("x-company-id")
        self._company: int | None = None

    async def handle(self) -> None:
        """Send a response to the request.

        Raises:
            Disconnected: nobody is left to read a response.
            ClientDisconnect: the client disconnected while sending the body.
        """
        try:
            decision = self._decide()
            body = await read_body(self._request) if self._operation.body else b""
        except Problem as problem:
            await self._respond(problem)
            return
        try:
            with self._mock.limits.admit(self._mutants.limit_key(decision)) as admission:
                if not admission.granted:
                    await self._peer.unless_disconnected(admission.wait())
                if latency := self._mock.settings.latency:
                    await self._peer.unless_disconnected(asyncio.sleep(latency))
                await self._respond(decision, body)
        except LimitExceeded as exceeded:
            await self._respond_over_limit(exceeded.late, decision, body)

    @cached_property
    def _peer(self) -> Peer:
        return Peer(self._request.scope, self._request.receive)

    def _decide(self) -> Decision:
        with self._mock.world.lock:
            owner = self._mock.world.key_owner(self._keys[0]) if self._keys else None
            self._entry.key = kind_of_key(self._keys, owner)
            self._company = _company_id(self._contexts, owner, self._path_texts)
            access = AccessRequest(self._mock.world, self._operation, self._keys, self._contexts, owner)
            decision = self._mutants.decide(access)
        self._entry.row = decision.row
        return decision

    async def _respond(self, decision: Decision | Problem, body: bytes = b"") -> None:
        """Run the operation or reject it, unless there is a fault before; a fault may change the response, too."""
        response = await self._fault("before")
        if response is None:
            try:
                if isinstance(decision, Problem):
                    raise decision
                success = self._run(decision, body)
            except Problem as problem:
                response = self._rejection(problem)
            else:
                success = self._mutants.respond(OutgoingResponse(self._operation, success))
                response = await self._fault("after", success) or success
        await self._send_response(response)

    def _run(self, decision: Decision, body: bytes) -> Response:
        """Run the operation: the response of its success.

        Raises:
            Problem: the request does not fit the spec, or the operation is rejected.
        """
        operation, world = self._operation, self._mock.world
        content_type = self._request.headers.get("content-type", "")
        query = dict(self._request.query_params)
        request = self._mutants.parse(RawRequest(operation, self._path_texts, query, content_type, body))
        with world.lock:
            world.advance()
            call = OperationCall(world, self._mock.settings, operation, decision, request.parameters, request.body)
            result = self._mutants.handle(call)
            self._mock.request_log.count_execution(operation.id, self._company)
            # Inside of the lock: the body still is the world's own.
            if result is None:
                return Response(status_code=operation.success_status)
            return JSONResponse(result, operation.success_status)

    async def _fault(self, when: When, success: Response | None = None) -> Response | None:
        """The response that a fault causes; None if there is no fault, or the request goes on after one."""
        faults = self._mock.faults
        fault = faults.take(when, self._operation.id, self._keys[0] if self._keys else None, self._company)
        if fault is None:
            return None
        if fault.kind == "hang":
            await self._peer.unless_disconnected(faults.hang())
            return None
        self._entry.row = 18
        return apply_fault(fault, success, self._peer, self._mock.world.now(), self._operation.coded_errors)

    def _rejection(self, problem: Problem) -> Response:
        self._entry.row = problem.row or self._entry.row
        # The rest of a body that is too large would be read as the next request.
        headers = {"Connection": "close"} if problem.status == 413 else None
        response = problem_response(problem, self._mock.world.now(), self._operation.coded_errors, headers)
        return self._mutants.respond(OutgoingResponse(self._operation, response, problem))

    async def _respond_over_limit(self, late: bool, decision: Decision, body: bytes) -> None:
        self._entry.row = 19
        limits = self._mock.limits.limits
        if late and limits is not None and limits.close_late:
            await self._peer.close()
        if limits is not None and limits.v1_conflict and self._operation.path.startswith("/v1/"):
            response = too_many_requests_v1()
        else:
            response = too_many_requests(late, self._mock.world.now())
        run = partial(self._run, decision, body)
        await self._send_response(self._mutants.respond(OutgoingResponse(self._operation, response, run=run)))

    async def _send_response(self, response: Response) -> None:
        self._entry.status = response.status_code
        if response.status_code:
            self._mock.request_log.responses[self._operation.id, response.status_code] += 1
        await response(self._request.scope, self._request.receive, self._send)


def _company_id(contexts: list[str], owner: KeyOwner | None, path_texts: dict[str, str]) -> int | None:
    """The company that a request is about, whether or not it is allowed."""
    context = contexts[0] if contexts else None
    if context is None and owner is not None and owner.company is not None:
        return owner.company.id
    text = path_texts.get("company_id", "") if context is None else context
    return int(text) if text.isascii() and text.isdigit() and len(text) < 20 else None
