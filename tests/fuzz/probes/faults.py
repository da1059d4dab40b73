"""Rows 18 and 19 on every operation: a fault of the server, and a full queue. Neither lets the operation run."""

from __future__ import annotations

import asyncio

from woodpecker_mock import Fault, Limits

from ..contract import Operation
from ..errors import body_problems, coded_problems, error_problems
from ..exchange import Got
from ..facts import Facts
from ..table import REFUSALS
from .bench import Bench
from .queue import until
from .samples import all_operations, sample_body, sample_path

_PATIENCE = 2.0


async def probe(bench: Bench) -> None:
    reachable = [one for one in all_operations() if bench.kind == "hq" or one.family == "account"]
    for operation in reachable:
        bench.world.faults.add(Fault(operation=operation.id))
        await _refused(bench, operation, 18)
    await _full(bench, reachable)


async def _full(bench: Bench, reachable: list[Operation]) -> None:
    """Nobody may wait, and in each account a request runs."""
    bench.mock.limits.limits = Limits(queued=0)
    accounts = [bench.company(0)] if bench.kind == "client" else [bench.company(0), None]
    bench.world.faults.add(Fault(kind="hang", times=len(accounts)))
    running = [asyncio.create_task(bench.call("getMe", one, watched=False)) for one in accounts]
    try:
        await until(lambda: bench.world.faults.hanging == len(running))
        for operation in reachable:
            async with asyncio.timeout(_PATIENCE):
                await _refused(bench, operation, 19)
    except TimeoutError:
        bench.found("queue", "getMe", "a request waits where nobody may, or does not come to its place")
    finally:
        bench.world.faults.clear()
        await asyncio.gather(*running, return_exceptions=True)


async def _refused(bench: Bench, operation: Operation, row: int) -> None:
    before = Facts(bench.world)
    path, body = sample_path(bench, operation), sample_body(operation)
    got = await bench.call(operation.id, watched=False, **body, **path)
    bench.count(operation, got, row)
    for text in _problems(got, operation, row, bench):
        bench.found("error_object", operation.id, text)
    if before.changes(Facts(bench.world)):
        bench.found("state", operation.id, f"answered {got.status} and something has changed")


def _problems(got: Got, operation: Operation, row: int, bench: Bench) -> list[str]:
    wanted = REFUSALS[row]
    if got.status != wanted.status:
        return [f"answered {got.status} where row {row} calls for {wanted.status}"]
    told = [*body_problems(got, True), *error_problems(got, wanted, None, bench.clock.now)]
    # A fault may come in either of the two forms where there are two.
    return [] if told and operation.has_codes(got.status) and not [*coded_problems(got)] else told
