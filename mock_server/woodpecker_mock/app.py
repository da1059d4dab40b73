"""The ASGI app: policy first, then the spec, then what the operation does."""

from __future__ import annotations

import json
from collections import Counter, deque
from dataclasses import asdict, dataclass
from typing import Any

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect, Request
from starlette.responses import HTMLResponse, JSONResponse, Response
from starlette.routing import Route
from starlette.types import Receive, Scope, Send

from .call import Call
from .document import Operation, Refusal, find
from .operations import HANDLERS
from .page import page
from .policy import Problem, Verdict, judge
from .seed import default_world
from .world import World

_LARGEST_BODY = 10 * 1024 * 1024


@dataclass
class Entry:
    """One request in the log: what it was and which row of the policy decided it. Keys are not logged."""

    time: str
    method: str
    path: str
    operation: str | None
    key: str
    company: str | None
    status: int = 0
    row: int | None = None


class Mock:
    """The API over a world, and a log of the last requests."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.log: deque[Entry] = deque(maxlen=200)
        self.hits: Counter[tuple[str, int]] = Counter()
        """How often each operation answered with each status."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """The API itself: every method of every path, so that a wrong method gets the right `Allow`."""
        response = await self._api(Request(scope, receive))
        await response(scope, receive, send)

    async def _api(self, request: Request) -> Response:
        # Not the router's own parameter: it drops a newline at the end.
        path = "/" + request.scope["path"].removeprefix("/rest/").strip("/")
        entry = Entry(self.world.now(), request.method, path, None, "none", _logged(request))
        self.log.append(entry)
        candidates = find(path)
        try:
            response = await self._answer(request, candidates, entry)
        except Problem as problem:
            coded = entry.operation is not None and candidates[request.method][0].coded_errors
            entry.row = problem.row or entry.row
            response = self._problem(problem, coded)
        entry.status = response.status_code
        if entry.operation is not None:
            self.hits[entry.operation, entry.status] += 1
        return response

    async def _answer(
        self, request: Request, candidates: dict[str, tuple[Operation, dict[str, str]]], entry: Entry
    ) -> Response:
        if not candidates:
            raise Problem(404, "Not Found", "Requested resource does not exist")
        if request.method not in candidates:
            allowed = {"Allow": ", ".join(sorted(candidates))}
            return self._problem(Problem(405, "Method Not Allowed", "this route has other methods"), headers=allowed)
        operation, texts = candidates[request.method]
        entry.operation = operation.id
        with self.world.lock:
            verdict = self._judged(request, operation, entry)
        body = await _body(request, operation)
        try:
            parameters = operation.parse(texts, dict(request.query_params))
            operation.check_body(body)
        except Refusal as refusal:
            raise Problem(400, "Bad request", "; ".join(refusal.problems)) from None
        with self.world.lock:
            answer = HANDLERS[operation.id](Call(self.world, verdict, parameters, body))
        if answer is None:
            return Response(status_code=operation.success)
        return JSONResponse(answer, operation.success)

    def _judged(self, request: Request, operation: Operation, entry: Entry) -> Verdict:
        keys = request.headers.getlist("x-api-key")
        holder = self.world.holder(keys[0]) if keys else None
        entry.key = holder.kind if holder else "unknown" if keys else "none"
        if self.world.take_failure():
            detail = "An unexpected error has occurred. Please try again later."
            raise Problem(500, "Internal Server Error", detail, row=18)
        verdict = judge(self.world, operation.family, keys, request.headers.getlist("x-company-id"))
        entry.row = verdict.row
        return verdict

    def _problem(self, problem: Problem, coded: bool = False, headers: dict[str, str] | None = None) -> Response:
        if problem.title is None:
            return Response(status_code=problem.status, headers=headers)
        # The policy's own refusals keep the common form on every route.
        if coded and problem.row is None and problem.status in {400, 409}:
            return JSONResponse(
                {"code": problem.title.upper().replace(" ", "_"), "details": problem.detail.split("; ")}, problem.status
            )
        body = {
            "title": problem.title,
            "status": problem.status,
            "detail": problem.detail,
            "timestamp": self.world.now(),
        }
        return JSONResponse(body, problem.status, headers)

    async def state(self, request: Request) -> Response:
        with self.world.lock:
            return JSONResponse({"base_url": f"{str(request.base_url).rstrip('/')}/rest", **self.world.state()})

    async def requests(self, request: Request) -> Response:
        return JSONResponse([asdict(entry) for entry in self.log])

    async def fail(self, request: Request) -> Response:
        """Answer the next `times` requests with a 500."""
        times = request.query_params.get("times", "1")
        if not (times.isascii() and times.isdigit() and len(times) < 7):
            return JSONResponse({"detail": "times is not a number"}, 400)
        self.world.fail_next(int(times))
        return Response(status_code=204)

    async def index(self, request: Request) -> Response:
        with self.world.lock:
            return HTMLResponse(page(self.world.state(), [asdict(entry) for entry in self.log]))


async def _body(request: Request, operation: Operation) -> Any:
    if operation.body is None:
        return None
    content_type = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if content_type != "application/json":
        raise Problem(400, "Bad request", "the content type must be application/json")
    raw = bytearray()
    async for chunk in request.stream():
        raw += chunk
        if len(raw) > _LARGEST_BODY:
            raise Problem(413, "Content Too Large", "the body is larger than 10 MB")
    try:
        value = json.loads(raw.decode("utf-8"), parse_constant=_no_constant)
        # Half of a surrogate pair is JSON and no text.
        json.dumps(value, ensure_ascii=False).encode("utf-8")
        return value
    except (ValueError, RecursionError):
        raise Problem(400, "Bad request", "the body is not JSON") from None


def _logged(request: Request) -> str | None:
    """The company context for the log; what is no number is not kept, because it could be a key."""
    context = request.headers.get("x-company-id")
    return context if context is None or (context.isdigit() and len(context) < 20) else "not a number"


def _no_constant(name: str) -> None:
    raise ValueError(name)


async def _gone(request: Request, error: Exception) -> Response:
    # The client hung up while sending; nobody reads this.
    return Response(status_code=400)


async def _no_route(request: Request, error: Exception) -> Response:
    status = error.status_code if isinstance(error, HTTPException) else 404
    return JSONResponse({"detail": "no such page of the mock"}, status)


def create_app(world: World | None = None) -> Starlette:
    """The mock as an ASGI app; `app.state.world` is its world."""
    mock = Mock(world or default_world())
    app = Starlette(
        routes=[
            Route("/", mock.index, methods=["GET"]),
            Route("/_mock/state", mock.state, methods=["GET"]),
            Route("/_mock/requests", mock.requests, methods=["GET"]),
            Route("/_mock/fail", mock.fail, methods=["POST"]),
            # Some generators drop a server's base path, so the API answers without it, too.
            Route("/rest/{path:path}", mock),
            Route("/{path:path}", mock),
        ],
        exception_handlers={ClientDisconnect: _gone, HTTPException: _no_route},
    )
    app.state.world = mock.world
    app.state.mock = mock
    return app
