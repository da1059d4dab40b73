"""The API over a world, as an ASGI app."""

from __future__ import annotations

from math import isfinite

from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from .answers import refusal
from .caller import Gone
from .exchange import Exchange
from .faults import Faults
from .gate import Gate
from .limits import Limits
from .policy import Problem
from .records import Entry, Records
from .routes import find
from .world import World


class Mock:
    """The API, and what can be turned and read while it runs.

    Attributes:
        world: what it knows.
        limits: the lines of the accounts, with their counts.
        records: the log, and what really ran.
        executed: `records.executed`; likewise `executed_for` and `hits`.
    """

    def __init__(self, world: World, limits: Limits | None, latency: float) -> None:
        self.world = world
        self.limits = Gate(limits)
        self.latency = latency
        self.records = Records()
        self.executed = self.records.executed
        self.executed_for = self.records.executed_for
        self.hits = self.records.hits

    @property
    def latency(self) -> float:
        """Seconds that every accepted request takes before its operation runs, while it holds its place.

        Raises:
            ValueError: it is set to less than 0.
        """
        return self._latency

    @latency.setter
    def latency(self, seconds: float) -> None:
        if not (isfinite(seconds) and seconds >= 0):
            raise ValueError(f"latency must be 0 seconds or more, not {seconds}")
        self._latency = seconds

    @property
    def faults(self) -> Faults:
        """The faults on demand."""
        return self.world.faults

    def reset(self) -> None:
        """Forget every request so far: log and counts. The world and its faults stay as they are."""
        self.records.reset()
        self.limits.reset()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Every method of every path, so that a wrong method gets the right `Allow`."""
        request = Request(scope, receive)
        # Not the router's own parameter: it drops a newline at the end.
        path = "/" + scope["path"].removeprefix("/rest/").strip("/")
        entry = Entry(self.world.now(), request.method, path, None, "none", _context(request))
        self.records.log.append(entry)
        offered = find(path)
        if request.method not in offered:
            response = self._no_operation(sorted(offered))
            entry.status = response.status_code
            await response(scope, receive, send)
            return
        operation, texts = offered[request.method]
        entry.operation = operation.id
        try:
            await Exchange(self, request, send, operation, texts, entry).run()
        except (Gone, ClientDisconnect):
            # Nobody is there to read an answer.
            return

    def _no_operation(self, methods: list[str]) -> Response:
        if not methods:
            return refusal(Problem(404, "Not Found", "Requested resource does not exist"), self.world.now())
        problem = Problem(405, "Method Not Allowed", "this route has other methods")
        return refusal(problem, self.world.now(), headers={"Allow": ", ".join(methods)})


def _context(request: Request) -> str | None:
    """The company context for the log; what is no number is not kept, because it could be a key."""
    context = request.headers.get("x-company-id")
    return context if context is None or (context.isdigit() and len(context) < 20) else "not a number"
