"""The API over the mock's state, as an ASGI app."""

from __future__ import annotations

from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from ..contract.routes import operations_at
from ..http.error_responses import no_such_v1_route, problem_response
from ..http.peer import Disconnected
from ..http.problem import Problem
from ..mutants.mutant import OutgoingResponse
from ..rules.policy import authenticate
from ..world.keys import kind_of_key
from .mock import Mock
from .request_handler import RequestHandler
from .request_log import LogEntry


class ApiEndpoint:
    """Handles every method of every path, so that a wrong method gets the right `Allow`."""

    def __init__(self, mock: Mock) -> None:
        self._mock = mock

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        request = Request(scope, receive)
        path = _path(scope["path"])
        entry = LogEntry(self._mock.world.now(), request.method, path, None, "none", _logged_company(request))
        with self._mock.request_log.in_progress(entry):
            operations = {} if _has_escaped_slash(scope) else operations_at(path)
            if request.method not in operations:
                response = self._no_operation(request, path, sorted(operations), entry)
                entry.status = response.status_code
                await response(scope, receive, send)
                return
            operation, path_texts = operations[request.method]
            entry.operation = operation.id
            try:
                await RequestHandler(self._mock, request, send, operation, path_texts, entry).handle()
            except (Disconnected, ClientDisconnect):
                # Nobody is there to read a response.
                return

    def _no_operation(self, request: Request, path: str, methods: list[str], entry: LogEntry) -> Response:
        """The response where the path has no operation, or not for this method: the key is looked at first."""
        keys, contexts = (request.headers.getlist(name) for name in ("x-api-key", "x-company-id"))
        headers = None
        try:
            with self._mock.world.lock:
                owner = self._mock.world.key_owner(keys[0]) if keys else None
                entry.key = kind_of_key(keys, owner)
                authenticate(keys, contexts, owner)
            if methods:
                problem, headers = Problem(405, "Method Not Allowed", "this route has other methods"), _allow(methods)
            else:
                problem = Problem(404, "Not Found", "Requested resource does not exist")
        except Problem as rejection:
            problem = rejection
            entry.row = problem.row
        if path.startswith("/v1/") and problem.status in {404, 405}:
            response = no_such_v1_route(problem.status, headers)
        else:
            response = problem_response(problem, self._mock.world.now(), headers=headers)
        return self._mock.mutants.respond(OutgoingResponse(None, response, problem))


def _allow(methods: list[str]) -> dict[str, str]:
    return {"Allow": ", ".join(methods)}


def _path(path: str) -> str:
    """The path below the base path; the vendor writes some with a slash at the end.

    Not the router's own parameter: it drops a newline at the end.
    """
    return path.removeprefix("/rest").removesuffix("/")


def _has_escaped_slash(scope: Scope) -> bool:
    """Whether a slash is part of a segment: the decoded path no longer tells it from one between two."""
    return b"%2f" in (scope.get("raw_path") or b"").lower()


def _logged_company(request: Request) -> str | None:
    """The company context for the log; what is no number is not kept, because it could be a key."""
    context = request.headers.get("x-company-id")
    return context if context is None or (context.isdigit() and len(context) < 20) else "not a number"
