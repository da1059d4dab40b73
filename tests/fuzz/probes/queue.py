"""The limit of an account: one request runs, six wait in order, the next one is turned away; and nobody else notices.

https://developers.woodpecker.co/docs/getting-started/rate-limiting

Requests are held by a fault that lets them hang, so that nothing depends on how fast this machine is; in which order
they ran is told by the numbers of the batches that they begin.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from time import monotonic
from typing import Any

from woodpecker_mock import Fault, Limits
from woodpecker_mock.world import ApiKey

from ..contract import operations
from ..errors import body_problems, error_problems
from ..exchange import Got
from ..table import REFUSALS
from .accounts import found
from .bench import Bench
from .connecting import mailbox

_RUNS, _WAIT = 1, 6
_PATIENCE = 5.0


async def until(true: Callable[[], bool]) -> None:
    """Wait until something is so.

    Raises:
        TimeoutError: it does not come to that.
    """
    async with asyncio.timeout(_PATIENCE):
        while not true():
            await asyncio.sleep(0.002)


async def probe(bench: Bench) -> None:
    line = _Line(bench)
    try:
        await line.burst()
        await line.hang_up_while_running()
        await line.errors_give_back()
        await line.too_long()
    except TimeoutError:
        line.told("a request does not get its answer, or is not let into the queue")
    finally:
        await line.close()


class _Line:
    def __init__(self, bench: Bench) -> None:
        self._bench = bench
        self._company = bench.company(0)
        self._tasks: list[asyncio.Task[Got]] = []
        self._sent = 0

    def told(self, text: str) -> None:
        self._bench.found("queue", "connectMailboxes", text)

    async def close(self) -> None:
        self._bench.world.faults.clear()
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    def _request(self, headers: Any = None) -> asyncio.Task[Got]:
        """A request that begins a batch, under way."""
        body = {"mailboxes": [mailbox(f"queue{self._sent}@example.net")]}
        self._sent += 1
        task = asyncio.create_task(
            self._bench.call("connectMailboxes", self._company, body, headers=headers, watched=False)
        )
        self._tasks.append(task)
        return task

    async def _holding(self) -> asyncio.Task[Got]:
        """A request that runs until the faults are released."""
        self._bench.world.faults.add(Fault(kind="hang", operation="connectMailboxes"))
        task = self._request()
        await until(lambda: self._bench.world.faults.hanging == 1)
        return task

    async def _arrived(self, headers: Any = None) -> asyncio.Task[Got]:
        """A request that has reached the mock."""
        before = self._bench.mock.request_log.in_flight
        task = self._request(headers)
        await until(lambda: task.done() or self._bench.mock.request_log.in_flight > before)
        return task

    async def _answered(self, what: str, call: Any, *statuses: int) -> None:
        """Something that has to be answered at once."""
        try:
            async with asyncio.timeout(1):
                got = await call
        except TimeoutError:
            self.told(f"{what} has to wait")
            return
        if got.status not in statuses:
            self.told(f"{what} is answered {got.status}")

    async def burst(self) -> None:
        bench = self._bench
        first = await self._holding()
        waiting = [await self._arrived() for _ in range(_WAIT)]
        # Long enough for those to be dropped whose wait is cut short.
        await asyncio.sleep(0.3)
        if any(task.done() for task in waiting):
            self.told(f"one of {_WAIT} that should wait behind the one that runs does not")
        await self._turned_away(self._request())
        await self._turned_away(self._request(self._other_key()))
        await self._answered("another account", bench.call("getMe", bench.company(1), watched=False), 200)
        if bench.kind == "hq":
            await self._answered("the agency's own account", bench.call("getMe", watched=False), 200)
            await self._answered("an agency route", bench.call("listCompanies", watched=False), 200)
        cut = waiting.pop(2)
        cut.cancel()
        await until(lambda: bench.mock.request_log.in_flight <= _RUNS + _WAIT - 1)
        late = await self._arrived()
        await asyncio.sleep(0.05)
        if late.done():
            self.told("the place of one that hung up is not given to another")
        bench.world.faults.release()
        await self._in_order([first, *waiting, late])

    def _other_key(self) -> Any:
        """Another key for the same account."""
        bench = self._bench
        if bench.kind == "hq":
            return [("x-api-key", bench.agency.keys[1].value), ("x-company-id", str(self._company.id))]
        key = ApiKey(bench.world.new_key(), bench.agency.keys[0].user)
        self._company.keys.append(key)
        return [("x-api-key", key.value)]

    async def _turned_away(self, task: asyncio.Task[Got]) -> None:
        email = f"queue{self._sent - 1}@example.net"
        try:
            async with asyncio.timeout(1):
                got = await task
        except TimeoutError:
            self.told("one too many is not turned away at once")
            return
        bench, operation = self._bench, operations()["connectMailboxes"]
        bench.count(operation, got, 19)
        if got.status != 429:
            self.told(f"one too many is answered {got.status} instead of 429")
            return
        for text in (*body_problems(got, None), *error_problems(got, REFUSALS[19], None, bench.clock.now)):
            bench.found("error_object", operation.id, text)
        if self._ran(email):
            self.told("one too many is turned away, and runs all the same")

    def _ran(self, email: str) -> bool:
        accounts = [self._bench.agency.account, *(one.account for one in self._bench.agency.companies.values())]
        return any(email in repr(batch.pending) for account in accounts for batch in account.batches.values())

    async def _in_order(self, tasks: list[asyncio.Task[Got]]) -> None:
        async with asyncio.timeout(_PATIENCE):
            answers = await asyncio.gather(*tasks)
        if any(got.status != 202 for got in answers):
            self.told("one that waited is not answered as if it had not")
            return
        batches = [found(got, "batch_id") for got in answers]
        if batches != sorted(batches):
            self.told("those who wait are not served in the order in which they came")

    async def hang_up_while_running(self) -> None:
        (await self._holding()).cancel()
        await until(lambda: self._bench.mock.request_log.in_flight == 0)
        await self._answered("an account whose last client hung up", self._request(), 202)

    async def errors_give_back(self) -> None:
        bench = self._bench
        for fault in (Fault(operation="connectMailboxes"), Fault(operation="connectMailboxes", when="after")):
            bench.world.faults.add(fault)
            await self._answered("a fault", self._request(), 500)
            await self._answered("an account after a fault", self._request(), 202)
        await self._answered("something missing", bench.call("getMailbox", self._company, id=1, watched=False), 404)
        await self._answered("an account after that", self._request(), 202)

    async def too_long(self) -> None:
        bench, wait = self._bench, 0.25
        bench.mock.limits.limits = Limits(wait=wait)
        first = await self._holding()
        started = monotonic()
        got = await (await self._arrived())
        took = monotonic() - started
        if got.status != 429 or not wait * 0.9 <= took < wait + 2:
            self.told(f"one that waits too long is answered {got.status}, or not at its time")
        bench.world.faults.release()
        await self._answered("the one before it", first, 202)
        await self._answered("an account after that", self._request(), 202)
