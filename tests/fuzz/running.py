"""One run of the fuzzing: one kind of key, over a socket or in process."""

from __future__ import annotations

from collections.abc import Callable, Generator, Sequence
from contextlib import closing, nullcontext
from time import monotonic
from typing import Any

from woodpecker_mock import MockServer, create_app
from woodpecker_mock.world.sample_worlds import default_world

from .checks import observed_by
from .clock import Clock
from .finding import Enough, Finding, Run
from .oracle import CHECKS, Oracle
from .probes import probes
from .reach import missed
from .schemathesis_phases import environment, phases

KINDS = ("hq", "client")
TRANSPORTS = ("socket", "in process")
OWN_CHECKS: frozenset[str] = CHECKS | {"paging", "queue", "crash", "rows_reached", "links_followed"}
"""Names of the checks that are ours; all others are schemathesis'."""

__all__ = ["KINDS", "OWN_CHECKS", "TRANSPORTS", "Finding", "Run", "run"]


def run(kind: str, transport: str, mutants: Sequence[str] = (), stop_when: Callable[[Run], bool] | None = None) -> Run:
    """Fuzz one mock with everything.

    Args:
        kind: "hq" or "client", the kind of key.
        transport: "socket" or "in process".
        mutants: mutants to enable in the mock.
        stop_when: called before each request of a probe and after each finished scenario; true ends the run.
    """
    result = Run(stop_when) if stop_when else Run()
    settings = {"mutants": tuple(mutants)} if mutants else {}
    with closing(_phases(kind, transport, settings, result)) as scenarios:
        try:
            for _ in scenarios:
                result.go_on()
        except Enough:
            return result
    for check, where, text in missed(kind, result):
        result.found(check, where, text)
    return result


def _phases(kind: str, transport: str, settings: dict[str, Any], result: Run) -> Generator[None]:
    """Everything, with a pause after each scenario."""
    yield from probes(kind, transport, settings, result)
    result.probed = True
    yield
    world = default_world()
    world.clock = Clock()
    server = MockServer(world, **settings) if transport == "socket" else None
    app = None if server else create_app(world, **settings)
    oracle = Oracle(world, result)
    url = "http://127.0.0.1/rest"
    with server or nullcontext(), observed_by(oracle):
        with environment(kind, world, server.base_url if server else url):
            yield from phases(kind, world, app, result)


def timed_run(what: tuple[str, str]) -> tuple[str, str, Run, float]:
    """The run of a kind of key over a transport, and its seconds.

    Not in __main__.py, which another process does not import.
    """
    started = monotonic()
    return *what, run(*what), monotonic() - started
