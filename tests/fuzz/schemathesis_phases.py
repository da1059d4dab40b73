"""The phases of schemathesis: examples, coverage and fuzzing over the whole spec, then stateful runs tag by tag.

A stateful run over the whole spec explores one chain of links and hardly any other, so each tag that has links gets its
own, with the operations to which they lead.
"""

from __future__ import annotations

import os
import tomllib
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import schemathesis
from schemathesis.config import SchemathesisConfig
from schemathesis.engine import Status, events, from_schema
from woodpecker_mock import World

from .contract import document, for_schemathesis, operations
from .finding import Run
from .reach import Link, links_for
from .redaction import Redactor

HERE = Path(__file__).parent


_ATTEMPTS = 5
"""How often the links of a tag are explored until each has been followed: which ones are is left to chance."""


def phases(kind: str, world: World, app: Any | None, result: Run) -> Iterator[None]:
    """Everything for this kind of key; pauses after each scenario.

    Args:
        world: whose companies go into the dictionaries of the configuration.
        app: to be called in process; None to go to the configured address.
    """
    yield from _explore(_schema(kind, world, app, stateful=False), result)
    for names, links in _chains(kind):
        for attempt in range(_ATTEMPTS):
            schema = _schema(kind, world, app, stateful=True, attempt=attempt)
            # Not `include`: it adds to what the configuration's own entries for operations include, which is all.
            yield from _explore(schema.exclude(operation_id=sorted(operations().keys() - names)), result)
            if all(result.links[one.source, one.name] for one in links):
                break


def one_operation(name: str, kind: str, world: World, app: Any, result: Run) -> Iterator[None]:
    """What is sent to one operation without the links to it, in process."""
    schema = _schema(kind, world, app, stateful=False)
    yield from _explore(schema.exclude(operation_id=sorted(operations().keys() - {name})), result)


def _schema(kind: str, world: World, app: Any | None, stateful: bool, attempt: int = 0) -> Any:
    schema = schemathesis.openapi.from_dict(for_schemathesis(), config=configuration(kind, world, attempt))
    schema.config.phases.stateful.enabled = stateful
    for phase in (schema.config.phases.examples, schema.config.phases.coverage, schema.config.phases.fuzzing):
        phase.enabled = not stateful
    schema.app = app
    return schema


def _chains(kind: str) -> Iterator[tuple[set[str], list[Link]]]:
    """For each tag that has links: the operations of the tag and those to which the links lead, and the links."""
    for tag in document()["tags"]:
        of_tag = {name for name, one in operations().items() if tag["name"] in one.raw["tags"]}
        links = [one for one in links_for(kind) if one.source in of_tag]
        if links:
            yield of_tag | {one.target for one in links}, links


def _explore(schema: Any, result: Run) -> Iterator[None]:
    """Run the phases that are switched on."""
    redactor = Redactor(schema.raw_schema, os.environ["FUZZ_KEY"])
    stream = from_schema(schema).execute()
    try:
        for event in stream:
            if isinstance(event, events.ScenarioFinished):
                _take(event, result, redactor)
                yield
            elif isinstance(event, events.NonFatalError):
                (text,) = redactor.texts([str(event.value)])
                result.found("error", event.label, text)
            elif isinstance(event, events.FatalError):
                (text,) = redactor.texts(["".join(traceback.format_exception(event.exception))])
                result.found("error", "schemathesis", text)
            elif isinstance(event, events.PhaseFinished) and event.status == Status.SKIP and event.phase.is_enabled:
                result.found("skipped", event.phase.name.value, str(event.phase.skip_reason))
    finally:
        # One that is left in the middle would go on sending, and be taken for part of the next run.
        stream.stop()
        for _ in stream:
            pass


def _take(event: events.ScenarioFinished, result: Run, redactor: Redactor) -> None:
    failed = [
        (check.name, event.recorder.cases[case].value.operation.label, check.failure_info)
        for case, checks in event.recorder.checks.items()
        for check in checks
        if check.failure_info is not None
    ]
    texts = [f"{one.failure.title}: {one.failure.message}\n{one.code_sample}" for _, _, one in failed]
    for (check, where, _), text in zip(failed, redactor.texts(texts, event.recorder), strict=True):
        result.found(check, where, text)
    for node in event.recorder.cases.values():
        if node.transition is not None and node.is_transition_applied:
            parent = event.recorder.cases[node.transition.parent_id].value
            # It is called, for instance: POST /a -> [201] name -> GET /b
            name = node.transition.id.split(" -> ")[1].partition("] ")[2]
            result.links[parent.operation.definition.raw["operationId"], name] += 1


def configuration(kind: str, world: World, attempt: int = 0) -> SchemathesisConfig:
    """The file for this kind of key, with the ids of companies: texts from the environment are no numbers.

    Args:
        attempt: how often the same has been run before, so that other data is drawn.
    """
    settings = tomllib.loads((HERE / f"{kind}.toml").read_text(encoding="utf-8"))
    own, foreign = world.agencies[0].companies.values(), world.agencies[1].companies
    active, off = ([one.id for one in own if one.active is state] for state in (True, False))
    settings["seed"] += attempt
    settings["dictionaries"] |= {
        "contexts": {"values": [*active[:4], off[0], next(iter(foreign))]},
        "companies": {"values": [*active[:2], off[0]]},
    }
    return SchemathesisConfig.from_dict(settings)


@contextmanager
def environment(kind: str, world: World, url: str) -> Iterator[None]:
    """The address and the key that the configuration files name."""
    agency = world.agencies[0]
    key_owner = agency if kind == "hq" else next(iter(agency.companies.values()))
    values = {"FUZZ_URL": url, "FUZZ_KEY": key_owner.keys[0].value}
    os.environ.update(values)
    try:
        yield
    finally:
        for name in values:
            del os.environ[name]
