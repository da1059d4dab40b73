"""Fuzz the mock with schemathesis: over a socket and in process, with an HQ key and with a client key.

Fails on any finding, and if over the runs together an operation was never accepted.
"""

from __future__ import annotations

import os
import sys
import traceback
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path
from time import monotonic
from typing import Any

import schemathesis
from schemathesis.config import SchemathesisConfig
from schemathesis.engine import Status, events, from_schema
from woodpecker_mock import MockServer, World, create_app
from woodpecker_mock.seed import default_world

from .hiding import Hidden

HERE = Path(__file__).parent
SPEC = HERE.parents[1] / "spec" / "openapi.yaml"
KINDS = ("hq", "client")


def main() -> int:
    hits: Counter[tuple[str, int]] = Counter()
    failures: list[str] = []
    for kind in KINDS:
        for place in ("socket", "in process"):
            started = monotonic()
            found, cases = run(kind, place, hits)
            print(f"{kind:<7} {place:<11} {cases:>6} cases, {len(found)} findings, {monotonic() - started:.0f} s")
            failures += [f"{kind}, {place}: {failure}" for failure in found]
    never = report(hits)
    for failure in failures:
        print(f"\n{failure}")
    if never:
        print(f"\nnever accepted: {', '.join(never)}")
    return 1 if failures or never else 0


def run(kind: str, place: str, hits: Counter[tuple[str, int]]) -> tuple[list[str], int]:
    """One run of all phases; what was found, and how many cases were sent."""
    world = default_world()
    server = MockServer(world) if place == "socket" else None
    app: Any = server.app if server else create_app(world)
    with server or nullcontext(), environment(kind, world, server.base_url if server else "http://127.0.0.1/rest"):
        schema = schemathesis.openapi.from_path(SPEC, config=SchemathesisConfig.from_path(HERE / f"{kind}.toml"))
        if server is None:
            schema.app = app
        found: list[str] = []
        hidden = Hidden(schema.raw_schema, os.environ["FUZZ_KEY"])
        cases = 0
        for event in from_schema(schema).execute():
            if isinstance(event, events.ScenarioFinished):
                cases += len(event.recorder.cases)
                found += hidden.texts([*failures_of(event)], event.recorder)
            elif isinstance(event, events.NonFatalError):
                found += hidden.texts([f"{event.label}: {event.value}"])
            elif isinstance(event, events.FatalError):
                found += hidden.texts(["".join(traceback.format_exception(event.exception))])
            elif isinstance(event, events.PhaseFinished) and event.status == Status.SKIP:
                found.append(f"the phase {event.phase.name.value} was skipped: {event.phase.skip_reason}")
        hits.update(app.state.mock.hits)
    return sorted(set(found)), cases


@schemathesis.hook
def before_call(context: schemathesis.HookContext, case: schemathesis.Case, kwargs: dict[str, Any]) -> None:
    """Write header values as text: a link can carry a company id on as the number it was drawn as."""
    for name, value in list((case.headers or {}).items()):
        if not isinstance(value, str | bytes):
            case.headers[name] = str(value)


def failures_of(event: events.ScenarioFinished) -> Iterator[str]:
    for checks in event.recorder.checks.values():
        for check in checks:
            if check.failure_info is not None:
                failure = check.failure_info.failure
                yield f"{event.label} {check.name}: {failure.title} {failure.message}\n{check.failure_info.code_sample}"


@contextmanager
def environment(kind: str, world: World, url: str) -> Iterator[None]:
    """The address, key and ids that the configuration files name."""
    first, second = world.agencies[0], world.agencies[1]
    active, inactive = (next(c for c in first.companies.values() if c.active is state) for state in (True, False))
    values = {
        "FUZZ_URL": url,
        "FUZZ_KEY": first.keys[0].value if kind == "hq" else active.keys[0].value,
        "FUZZ_ACTIVE": str(active.id),
        "FUZZ_INACTIVE": str(inactive.id),
        "FUZZ_FOREIGN": str(next(iter(second.companies))),
    }
    os.environ.update(values)
    try:
        yield
    finally:
        for name in values:
            del os.environ[name]


def report(hits: Counter[tuple[str, int]]) -> list[str]:
    """Print operation by status; answer with the operations that were never accepted."""
    document = schemathesis.openapi.from_path(SPEC)
    names = [result.ok().definition.raw["operationId"] for result in document.get_all_operations()]
    statuses = sorted({status for _, status in hits})
    print("\n" + f"{'operation':<30}" + "".join(f"{status:>7}" for status in statuses))
    for name in names:
        print(f"{name:<30}" + "".join(f"{hits[name, status] or '':>7}" for status in statuses))
    accepted = {name for name, status in hits if status < 300}
    print(f"\n{len(accepted)} of {len(names)} operations were accepted at least once")
    return [name for name in names if name not in accepted]


if __name__ == "__main__":
    sys.exit(main())
