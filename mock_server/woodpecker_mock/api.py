"""The API over a world, as an ASGI app."""

from __future__ import annotations

import json
from collections.abc import Iterable

from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from .answers import refusal
from .behaviour import Behaviour
from .caller import Gone
from .deviation import Given
from .exchange import Exchange
from .faults import Faults
from .gate import Gate
from .limits import Limits
from .policy import Problem
from .records import Entry, Records
from .routes import find
from .settings import Settings
from .world import World


class Mock:
    """The API, and what can be turned and read while it runs.

    Attributes:
        world: what it knows.
        settings: what can be turned while it runs.
        behaviour: what it does at the points where it can be made to deviate.
        limits: the lines of the accounts, with their counts.
        records: the log, and what really ran.
        executed: `records.executed`; likewise `executed_for` and `hits`.
    """

    def __init__(self, world: World, limits: Limits | None, settings: Settings, deviations: Iterable[str] = ()) -> None:
        self.world = world
        self._start = world.snapshot()
        self.settings = settings
        self.behaviour = Behaviour(deviations)
        self.limits = Gate(limits, self.behaviour)
        self.records = Records()
        self.executed = self.records.executed
        self.executed_for = self.records.executed_for
        self.hits = self.records.hits

    @property
    def faults(self) -> Faults:
        """The faults on demand."""
        return self.world.faults

    def reset(self, world: bool = False) -> None:
        """Forget every request so far: log and counts.

        Args:
            world: put back the world, too, as it was when the mock was made, and remove all faults. The `World` and
                its lists stay the objects that they are; what is in them is new.
        """
        if world:
            self.world.load(json.loads(self._start), check=False)
            self.faults.clear()
        self.records.reset()
        self.limits.reset()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Every method of every path, so that a wrong method gets the right `Allow`."""
        request = Request(scope, receive)
        # Not the router's own parameter: it drops a newline at the end.
        path = "/" + scope["path"].removeprefix("/rest/").strip("/")
        entry = Entry(self.world.now(), request.method, path, None, "none", _context(request))
        with self.records.coming(entry):
            await self._take(request, send, path, entry)

    async def _take(self, request: Request, send: Send, path: str, entry: Entry) -> None:
        offered = find(path)
        if request.method not in offered:
            response = self._no_operation(sorted(offered))
            entry.status = response.status_code
            await response(request.scope, request.receive, send)
            return
        operation, texts = offered[request.method]
        entry.operation = operation.id
        try:
            await Exchange(self, request, send, operation, texts, entry).run()
        except (Gone, ClientDisconnect):
            # Nobody is there to read an answer.
            return

    def _no_operation(self, methods: list[str]) -> Response:
        if methods:
            problem = Problem(405, "Method Not Allowed", "this route has other methods")
            response = refusal(problem, self.world.now(), headers={"Allow": ", ".join(methods)})
        else:
            problem = Problem(404, "Not Found", "Requested resource does not exist")
            response = refusal(problem, self.world.now())
        return self.behaviour.answer(Given(None, response, problem))


def _context(request: Request) -> str | None:
    """The company context for the log; what is no number is not kept, because it could be a key."""
    context = request.headers.get("x-company-id")
    return context if context is None or (context.isdigit() and len(context) < 20) else "not a number"
