"""Every response to every operation, in one form of the client."""

from __future__ import annotations

import asyncio
import gc
import json
import logging
import random
import traceback
from collections import Counter
from collections.abc import AsyncIterator, Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from itertools import islice
from typing import Any

import httpx
from woodpecker_client import Agency, AsyncAgency, Hooks, Observer, WoodpeckerError

from .drawing import draw
from .examining import Wrong, examine_error, examine_result
from .network import DrawnCall, begin, nobody_waits, respond, unpatched_sleep
from .operations import COMPANIES, OPERATIONS, Operation

FORMS = ("blocking", "asyncio")
_AT_ONCE = 4
# Items of a listing that are read, whatever its totals are.
_ITEMS = 100
_SHOWN = 20
_DEADLINE = 4.0


@dataclass
class Summary:
    """What came of the calls of one form.

    Attributes:
        outcomes: results and classes of errors.
        foreign: exceptions that are none of ours, from a call or from what it gave.
        wrong: responses that are another company's, or errors that say what is not so.
        failures: the first of both, as text.
    """

    form: str
    calls: int = 0
    outcomes: Counter[str] = field(default_factory=Counter)
    foreign: int = 0
    wrong: int = 0
    failures: list[str] = field(default_factory=list)


def run(form: str, seed: str, numbers: range, operations: tuple[str, ...] = ()) -> Summary:
    """Call every operation once for each number.

    Args:
        operations: only these; all if there are none.
    """
    random.seed(seed)
    logging.getLogger("woodpecker_client").addHandler(logging.NullHandler())
    logging.getLogger("woodpecker_client").setLevel(logging.DEBUG)
    logging.raiseExceptions = True
    chosen = [one for one in OPERATIONS if one.id in operations or not operations]
    calls = ((operation, number) for number in numbers for operation in chosen)
    summary = Summary(form)
    # By hand: at the bottom of a deep document, what it calls would find no space left on the stack.
    gc.disable()
    with nobody_waits():
        if form == "blocking":
            _in_threads(calls, seed, summary)
        else:
            asyncio.run(_in_tasks(calls, seed, summary))
    return summary


def _agencies(kind: Callable[..., Any]) -> list[Any]:
    """One that retries, one that follows redirects, and one that observes."""
    same: dict[str, Any] = {"transport": httpx.MockTransport(respond), "deadline": _DEADLINE}
    kinds: tuple[dict[str, Any], ...] = (
        {"max_retries": 2},
        {"max_retries": 0, "follow_redirects": True},
        {"max_retries": 0, "observe": Observer(), "hooks": [Hooks()]},
    )
    return [kind("hq-key", **same, **each) for each in kinds]


def _in_threads(calls: Iterator[tuple[Operation, int]], seed: str, summary: Summary) -> None:
    agencies = _agencies(Agency)

    def work(operation: Operation, number: int) -> None:
        call, company, agency = _begin_next(seed, operation, number, agencies)
        try:
            result = operation.call(agency, company)
            if isinstance(result, Iterator):
                result = list(islice(result, _ITEMS))
        except BaseException as failure:
            _failed(summary, call, company, failure)
        else:
            _succeeded(summary, call, company, result)

    with ThreadPoolExecutor(_AT_ONCE) as threads:
        while some := list(islice(calls, 1000)):
            list(threads.map(work, *zip(*some, strict=True)))
            gc.collect(0)


async def _in_tasks(calls: Iterator[tuple[Operation, int]], seed: str, summary: Summary) -> None:
    agencies = _agencies(AsyncAgency)

    async def work() -> None:
        for operation, number in calls:
            call, company, agency = _begin_next(seed, operation, number, agencies)
            try:
                result = operation.call(agency, company)
                result = await (_some(result) if isinstance(result, AsyncIterator) else result)
            except BaseException as failure:
                _failed(summary, call, company, failure)
            else:
                _succeeded(summary, call, company, result)

    async def collect() -> None:
        while True:
            gc.collect(0)
            await unpatched_sleep(0.5)

    collecting = asyncio.create_task(collect())
    await asyncio.gather(*(work() for _ in range(_AT_ONCE)))
    collecting.cancel()


async def _some(items: AsyncIterator[Any]) -> list[Any]:
    found = []
    async for item in items:
        found.append(item)
        if len(found) == _ITEMS:
            break
    return found


def _begin_next(seed: str, operation: Operation, number: int, agencies: list[Any]) -> tuple[DrawnCall, int, Any]:
    company = COMPANIES[number % len(COMPANIES)]
    return begin(seed, operation, number), company, agencies[number % len(agencies)]


def _succeeded(summary: Summary, call: DrawnCall, company: int, result: Any) -> None:
    summary.calls += 1
    summary.outcomes["result"] += 1
    try:
        examine_result(result, call, company)
    except Exception as failure:
        _note(summary, call, failure)


def _failed(summary: Summary, call: DrawnCall, company: int, error: BaseException) -> None:
    summary.calls += 1
    summary.outcomes[type(error).__name__] += 1
    if not isinstance(error, WoodpeckerError):
        _note(summary, call, error)
        return
    try:
        examine_error(error, call, company, thoroughly=call.number % 8 == 0)
    except Exception as failure:
        _note(summary, call, failure)


def _note(summary: Summary, call: DrawnCall, failure: BaseException) -> None:
    wrong = isinstance(failure, Wrong)
    summary.wrong += wrong
    summary.foreign += not wrong
    if len(summary.failures) < _SHOWN:
        place = f"{call.operation.id} {call.number}, {summary.form}"
        summary.failures.append(f"{place}: {type(failure).__name__}: {ascii(str(failure)[:300])}")


def shown(seed: str, operation: str, number: int) -> str:
    """One response and what each form makes of it, for somebody who looks for the reason."""
    chosen = next(one for one in OPERATIONS if one.id == operation)
    company = str(COMPANIES[number % len(COMPANIES)]) if chosen.names_company else None
    response = draw(seed, chosen, number, 1, company)
    lines = [f"{response.status} {response.reason!r} {response.failure}", *map(repr, response.headers)]
    lines += [repr(b"".join(response.pieces)[:2000])]
    for form in FORMS:
        try:
            summary = run(form, seed, range(number, number + 1), (operation,))
            lines += [f"{form}: {json.dumps(summary.outcomes)}", *summary.failures]
        except Exception:
            lines.append(traceback.format_exc())
    return "\n".join(lines)
