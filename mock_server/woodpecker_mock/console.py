"""What the mock shows and takes beside the API: the page at `/`, and JSON below `/_mock`."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict
from typing import Any

from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response
from starlette.routing import Route

from .api import Mock
from .body import parsed, read
from .fault import Fault
from .page import page
from .policy import Problem
from .seed_rules import SeedError


class Console:
    """The pages of one mock."""

    def __init__(self, mock: Mock) -> None:
        self._mock = mock

    def routes(self) -> list[Route]:
        return [
            Route("/", self.index, methods=["GET"]),
            Route("/_mock/state", self.state, methods=["GET"]),
            Route("/_mock/snapshot", self.snapshot, methods=["GET"]),
            Route("/_mock/seed", self.seed, methods=["POST"]),
            Route("/_mock/settings", self.settings, methods=["GET"]),
            Route("/_mock/settings", self.change, methods=["PATCH"]),
            Route("/_mock/requests", self.requests, methods=["GET"]),
            Route("/_mock/executed", self.executed, methods=["GET"]),
            Route("/_mock/limits", self.limits, methods=["GET"]),
            Route("/_mock/reset", self.reset, methods=["POST"]),
            Route("/_mock/fail", self.fail, methods=["POST"]),
            Route("/_mock/faults", self.faults, methods=["GET"]),
            Route("/_mock/faults", self.add_fault, methods=["POST"]),
            Route("/_mock/faults", self.clear_faults, methods=["DELETE"]),
            Route("/_mock/faults/release", self.release, methods=["POST"]),
            Route("/_mock/deviations", self.deviations, methods=["GET"]),
            Route("/_mock/deviations", self.restore, methods=["DELETE"]),
            Route("/_mock/deviations/{name}", self.deviate, methods=["POST"]),
            Route("/_mock/deviations/{name}", self.restore, methods=["DELETE"]),
        ]

    async def index(self, request: Request) -> Response:
        with self._mock.world.lock:
            return HTMLResponse(page(self._mock.world.state(), [asdict(entry) for entry in self._mock.records.log]))

    async def state(self, request: Request) -> Response:
        with self._mock.world.lock:
            state = self._mock.world.state()
        return JSONResponse({"base_url": f"{str(request.base_url).rstrip('/')}/rest", **state})

    async def snapshot(self, request: Request) -> Response:
        return Response(self._mock.world.snapshot(), media_type="application/json")

    async def seed(self, request: Request) -> Response:
        """Replace the world by the one that the body describes."""
        try:
            self._mock.world.load(await _json(request))
        except SeedError as wrong:
            return JSONResponse({"detail": "the seed is not valid", "problems": wrong.problems}, 400)
        except Problem as problem:
            return _refused(problem)
        return Response(status_code=204)

    async def settings(self, request: Request) -> Response:
        return JSONResponse(self._mock.settings.state())

    async def change(self, request: Request) -> Response:
        """Change the settings that the body names."""
        try:
            self._mock.settings.change(await _json(request))
        except Problem as problem:
            return _refused(problem)
        except ValueError as wrong:
            return JSONResponse({"detail": str(wrong)}, 400)
        return JSONResponse(self._mock.settings.state())

    async def requests(self, request: Request) -> Response:
        return JSONResponse([asdict(entry) for entry in self._mock.records.log])

    async def executed(self, request: Request) -> Response:
        return JSONResponse(self._mock.records.state())

    async def limits(self, request: Request) -> Response:
        return JSONResponse(self._mock.limits.state())

    async def reset(self, request: Request) -> Response:
        """Forget the requests so far, with `?world=true` put back the world, too."""
        world = {"true": True, "false": False}.get(request.query_params.get("world", "false"))
        if world is None:
            return JSONResponse({"detail": "world must be true or false"}, 400)
        self._mock.reset(world)
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
            fault = Fault.from_json(await _json(request))
        except Problem as problem:
            return _refused(problem)
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

    async def deviations(self, request: Request) -> Response:
        return JSONResponse(self._mock.behaviour.state())

    async def deviate(self, request: Request) -> Response:
        """Switch a deviation on."""
        return self._switched(self._mock.behaviour.deviate, request)

    async def restore(self, request: Request) -> Response:
        """Switch a deviation off, or all of them."""
        return self._switched(self._mock.behaviour.restore, request)

    def _switched(self, switch: Callable[..., None], request: Request) -> Response:
        try:
            switch(*request.path_params.values())
        except ValueError as unknown:
            return JSONResponse({"detail": str(unknown)}, 404)
        return Response(status_code=204)


async def _json(request: Request) -> Any:
    """The body's value.

    Raises:
        Problem: it is not JSON, or too large.
    """
    return parsed(request.headers.get("content-type", ""), await read(request))


def _refused(problem: Problem) -> Response:
    return JSONResponse({"detail": problem.detail}, problem.status)
