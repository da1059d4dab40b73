"""Rows 18 and 19 on every operation: a fault of the server, and a full queue. Neither lets the operation run."""

from __future__ import annotations

import asyncio

from woodpecker_mock import Fault, Limits

from ..contract import Operation
from ..errors import body_problems, coded_problems, error_problems
from ..facts import Facts
from ..messages import ReceivedResponse
from ..table import REJECTIONS
from .harness import Harness
from .queue import until
from .samples import all_operations, sample_body, sample_path

_TIMEOUT = 2.0


async def probe(harness: Harness) -> None:
    reachable = [one for one in all_operations() if harness.kind == "hq" or one.family == "account"]
    for operation in reachable:
        harness.world.faults.add(Fault(operation=operation.id))
        await _rejected(harness, operation, 18)
    await _full(harness, reachable)


async def _full(harness: Harness, reachable: list[Operation]) -> None:
    """Nobody may wait, and in each account a request runs."""
    harness.mock.limits.limits = Limits(queued=0)
    accounts = [harness.company(0)] if harness.kind == "client" else [harness.company(0), None]
    harness.world.faults.add(Fault(kind="hang", times=len(accounts)))
    running = [asyncio.create_task(harness.call("getMe", one, checked=False)) for one in accounts]
    try:
        await until(lambda: harness.world.faults.hanging == len(running))
        for operation in reachable:
            async with asyncio.timeout(_TIMEOUT):
                await _rejected(harness, operation, 19)
    except TimeoutError:
        harness.found("queue", "getMe", "a request waits where nobody may, or does not get its slot")
    finally:
        harness.world.faults.clear()
        await asyncio.gather(*running, return_exceptions=True)


async def _rejected(harness: Harness, operation: Operation, row: int) -> None:
    before = Facts(harness.world)
    path, body = sample_path(harness, operation), sample_body(operation)
    received = await harness.call(operation.id, checked=False, **body, **path)
    harness.count(operation, received, row)
    for text in _problems(received, operation, row, harness):
        harness.found("error_object", operation.id, text)
    if before.changes(Facts(harness.world)):
        harness.found("state", operation.id, f"gave {received.status} and something has changed")


def _problems(received: ReceivedResponse, operation: Operation, row: int, harness: Harness) -> list[str]:
    wanted = REJECTIONS[row]
    if received.status != wanted.status:
        return [f"gave {received.status} where row {row} calls for {wanted.status}"]
    problems = [*body_problems(received, True), *error_problems(received, wanted, None, harness.clock.now)]
    # A fault may come in either of the two forms where there are two.
    return [] if problems and operation.has_codes(received.status) and not [*coded_problems(received)] else problems
