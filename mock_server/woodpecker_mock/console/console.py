"""The routes beside the API: JSON below `/_mock`, and the pages that show it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import asdict
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from ..api.mock import Mock
from ..faults.fault import Fault
from ..http.body import parse_json, read_body
from ..http.problem import Problem
from ..rules.rows import rows_state
from ..world.seed_schema import SeedError
from .browser_guard import GuardedRoutes
from .pages import page_routes


class Console:
    """The console of one mock.

    Args:
        allow_hosts: names of the mock beside localhost and addresses.
    """

    def __init__(self, mock: Mock, allow_hosts: Iterable[str] = ()) -> None:
        self._mock = mock
        self._allow_hosts = tuple(allow_hosts)

    def routes(self) -> list[Route]:
        """All routes, none of them open to pages of other origins."""
        route = GuardedRoutes(self._allow_hosts)
        return [
            *page_routes(route),
            route("GET", "/_mock/state", self.state),
            route("GET", "/_mock/snapshot", self.snapshot),
            route("POST", "/_mock/seed", self.seed),
            route("GET", "/_mock/settings", self.settings),
            route("PATCH", "/_mock/settings", self.change_settings),
            route("GET", "/_mock/requests", self.requests),
            route("GET", "/_mock/rules", self.rules),
            route("GET", "/_mock/executed", self.executed),
            route("GET", "/_mock/limits", self.limits),
            route("POST", "/_mock/reset", self.reset),
            route("POST", "/_mock/accept", self.accept),
            route("POST", "/_mock/fail", self.fail),
            route("GET", "/_mock/faults", self.faults),
            route("POST", "/_mock/faults", self.add_fault),
            route("DELETE", "/_mock/faults", self.clear_faults),
            route("POST", "/_mock/faults/release", self.release),
            route("DELETE", "/_mock/faults/{number:int}", self.remove_fault),
            route("GET", "/_mock/mutants", self.mutants),
            route("DELETE", "/_mock/mutants", self.disable_mutants),
            route("POST", "/_mock/mutants/{name}", self.enable_mutant),
            route("DELETE", "/_mock/mutants/{name}", self.disable_mutants),
        ]

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
        except SeedError as invalid:
            return JSONResponse({"detail": "the seed is not valid", "problems": invalid.problems}, 400)
        except Problem as problem:
            return _rejection(problem)
        return Response(status_code=204)

    async def settings(self, request: Request) -> Response:
        return JSONResponse(self._mock.settings.state())

    async def change_settings(self, request: Request) -> Response:
        """Change the settings that the body names."""
        try:
            self._mock.settings.change(await _json(request))
        except Problem as problem:
            return _rejection(problem)
        except ValueError as invalid:
            return JSONResponse({"detail": str(invalid)}, 400)
        return JSONResponse(self._mock.settings.state())

    async def requests(self, request: Request) -> Response:
        return JSONResponse([asdict(entry) for entry in self._mock.request_log.entries])

    async def rules(self, request: Request) -> Response:
        return JSONResponse(rows_state())

    async def executed(self, request: Request) -> Response:
        return JSONResponse(self._mock.request_log.state())

    async def limits(self, request: Request) -> Response:
        return JSONResponse(self._mock.limits.state())

    async def reset(self, request: Request) -> Response:
        """Clear the log and the counts, with `?world=true` put back the world, too."""
        world = {"true": True, "false": False}.get(request.query_params.get("world", "false"))
        if world is None:
            return JSONResponse({"detail": "world must be true or false"}, 400)
        self._mock.reset(world)
        return Response(status_code=204)

    async def accept(self, request: Request) -> Response:
        """Let invited guests accept: all, or with `?email=` those with this address."""
        return JSONResponse({"accepted": self._mock.world.accept_invitations(request.query_params.get("email"))})

    async def fail(self, request: Request) -> Response:
        """Respond to the next `times` requests with a 500."""
        times = request.query_params.get("times", "1")
        if not (times.isascii() and times.isdigit() and len(times) < 7):
            return JSONResponse({"detail": "times is not a number"}, 400)
        self._mock.world.fail_next(int(times))
        return Response(status_code=204)

    async def faults(self, request: Request) -> Response:
        return JSONResponse(self._mock.faults.state())

    async def add_fault(self, request: Request) -> Response:
        """Add a fault, with the fields of `Fault`."""
        try:
            fault = Fault.from_json(await _json(request))
        except Problem as problem:
            return _rejection(problem)
        except ValueError as invalid:
            return JSONResponse({"detail": str(invalid)}, 400)
        return JSONResponse(self._mock.faults.add(fault).state(), 201)

    async def remove_fault(self, request: Request) -> Response:
        """Remove the fault of this number."""
        if not self._mock.faults.remove(request.path_params["number"]):
            return JSONResponse({"detail": "there is no fault of this number"}, 404)
        return Response(status_code=204)

    async def clear_faults(self, request: Request) -> Response:
        """Remove all faults, and release what hangs."""
        self._mock.faults.clear()
        return Response(status_code=204)

    async def release(self, request: Request) -> Response:
        """Release every request that hangs now."""
        self._mock.faults.release()
        return Response(status_code=204)

    async def mutants(self, request: Request) -> Response:
        return JSONResponse(self._mock.mutants.state())

    async def enable_mutant(self, request: Request) -> Response:
        """Enable a mutant."""
        return self._switch(self._mock.mutants.enable, request)

    async def disable_mutants(self, request: Request) -> Response:
        """Disable a mutant, or all of them."""
        return self._switch(self._mock.mutants.disable, request)

    def _switch(self, switch: Callable[..., None], request: Request) -> Response:
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
    return parse_json(request.headers.get("content-type", ""), await read_body(request))


def _rejection(problem: Problem) -> Response:
    return JSONResponse({"detail": problem.detail}, problem.status)
