"""What the mock shows and takes beside the API: the page at `/`, and JSON below `/_mock`."""

from __future__ import annotations

from dataclasses import asdict

from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response
from starlette.routing import Route

from .api import Mock
from .body import parsed, read
from .fault import Fault
from .page import page
from .policy import Problem


class Console:
    """The pages of one mock."""

    def __init__(self, mock: Mock) -> None:
        self._mock = mock

    def routes(self) -> list[Route]:
        return [
            Route("/", self.index, methods=["GET"]),
            Route("/_mock/state", self.state, methods=["GET"]),
            Route("/_mock/requests", self.requests, methods=["GET"]),
            Route("/_mock/executed", self.executed, methods=["GET"]),
            Route("/_mock/limits", self.limits, methods=["GET"]),
            Route("/_mock/reset", self.reset, methods=["POST"]),
            Route("/_mock/fail", self.fail, methods=["POST"]),
            Route("/_mock/faults", self.faults, methods=["GET"]),
            Route("/_mock/faults", self.add_fault, methods=["POST"]),
            Route("/_mock/faults", self.clear_faults, methods=["DELETE"]),
            Route("/_mock/faults/release", self.release, methods=["POST"]),
        ]

    async def index(self, request: Request) -> Response:
        with self._mock.world.lock:
            return HTMLResponse(page(self._mock.world.state(), [asdict(entry) for entry in self._mock.records.log]))

    async def state(self, request: Request) -> Response:
        with self._mock.world.lock:
            state = self._mock.world.state()
        return JSONResponse({"base_url": f"{str(request.base_url).rstrip('/')}/rest", **state})

    async def requests(self, request: Request) -> Response:
        return JSONResponse([asdict(entry) for entry in self._mock.records.log])

    async def executed(self, request: Request) -> Response:
        return JSONResponse(self._mock.records.state())

    async def limits(self, request: Request) -> Response:
        return JSONResponse(self._mock.limits.state())

    async def reset(self, request: Request) -> Response:
        self._mock.reset()
        return Response(status_code=204)

    async def fail(self, request: Request) -> Response:
        """Answer the next `times` requests with a 500."""
        times = request.query_params.get("times", "1")
        if not (times.isascii() and times.isdigit() and len(times) < 7):
            return JSONResponse({"detail": "times is not a number"}, 400)
        self._mock.world.fail_next(int(times))
        return Response(status_code=204)

    async def faults(self, request: Request) -> Response:
        return JSONResponse(self._mock.faults.state())

    async def add_fault(self, request: Request) -> Response:
        """Take one fault, with the fields of `Fault`."""
        try:
            fault = Fault.from_json(parsed(request.headers.get("content-type", ""), await read(request)))
        except Problem as problem:
            return JSONResponse({"detail": problem.detail}, problem.status)
        except ValueError as wrong:
            return JSONResponse({"detail": str(wrong)}, 400)
        self._mock.faults.add(fault)
        return JSONResponse(fault.to_json(), 201)

    async def clear_faults(self, request: Request) -> Response:
        """Remove all faults, and let go what hangs."""
        self._mock.faults.clear()
        return Response(status_code=204)

    async def release(self, request: Request) -> Response:
        """Let go every request that hangs now."""
        self._mock.faults.release()
        return Response(status_code=204)
