"""The limit of an account: one request runs, six wait in order, the next is rejected; no other account is affected.

https://developers.woodpecker.co/docs/getting-started/rate-limiting

Requests are held by a fault that lets them hang, so that nothing depends on how fast this machine is; in which order
they ran follows from the numbers of the batches that they start.
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
from ..messages import ReceivedResponse
from ..table import REJECTIONS
from .accounts import found
from .connecting import mailbox
from .harness import Harness

_RUNS, _WAIT = 1, 6
_TIMEOUT = 5.0
_AT_ONCE = 3.0
"""Seconds in which a response has come that nothing holds up, on a machine that is as busy as can be."""


async def until(true: Callable[[], bool]) -> None:
    """Wait until something is so.

    Raises:
        TimeoutError: it does not come to that.
    """
    async with asyncio.timeout(_TIMEOUT):
        while not true():
            await asyncio.sleep(0.002)


async def probe(harness: Harness) -> None:
    queue = _QueueProbe(harness)
    try:
        await queue.burst()
        await queue.disconnect_while_running()
        await queue.errors_release()
        await queue.too_long()
    except TimeoutError:
        queue.report("a request gets no response, or is not admitted to the queue")
    finally:
        await queue.close()


class _QueueProbe:
    def __init__(self, harness: Harness) -> None:
        self._harness = harness
        self._company = harness.company(0)
        self._tasks: list[asyncio.Task[ReceivedResponse]] = []
        self._sent = 0

    def report(self, text: str) -> None:
        self._harness.found("queue", "connectMailboxes", text)

    async def close(self) -> None:
        self._harness.world.faults.clear()
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    def _request(self, headers: Any = None) -> asyncio.Task[ReceivedResponse]:
        """A request that begins a batch, under way."""
        body = {"mailboxes": [mailbox(f"queue{self._sent}@example.net")]}
        self._sent += 1
        task = asyncio.create_task(
            self._harness.call("connectMailboxes", self._company, body, headers=headers, checked=False)
        )
        self._tasks.append(task)
        return task

    async def _holding(self) -> asyncio.Task[ReceivedResponse]:
        """A request that runs until the faults are released."""
        self._harness.world.faults.add(Fault(kind="hang", operation="connectMailboxes"))
        task = self._request()
        await until(lambda: self._harness.world.faults.hanging == 1)
        return task

    async def _arrived(self, headers: Any = None) -> asyncio.Task[ReceivedResponse]:
        """A request that has reached the mock."""
        before = self._harness.mock.request_log.in_flight
        task = self._request(headers)
        await until(lambda: task.done() or self._harness.mock.request_log.in_flight > before)
        return task

    async def _check_response(self, what: str, call: Any, *statuses: int) -> None:
        """A request that has to get its response at once."""
        try:
            async with asyncio.timeout(_AT_ONCE):
                received = await call
        except TimeoutError:
            self.report(f"{what} has to wait")
            return
        if received.status not in statuses:
            self.report(f"{what} gets the status {received.status}")

    async def burst(self) -> None:
        harness = self._harness
        first = await self._holding()
        waiting = [await self._arrived() for _ in range(_WAIT)]
        # Long enough for those to be dropped whose wait is cut short.
        await asyncio.sleep(0.3)
        if any(task.done() for task in waiting):
            self.report(f"one of {_WAIT} that should wait behind the one that runs does not")
        await self._check_rejected(self._request())
        await self._check_rejected(self._request(self._other_key()))
        await self._check_response("another account", harness.call("getMe", harness.company(1), checked=False), 200)
        if harness.kind == "hq":
            await self._check_response("the agency's own account", harness.call("getMe", checked=False), 200)
            await self._check_response("an agency route", harness.call("listCompanies", checked=False), 200)
        cut = waiting.pop(2)
        cut.cancel()
        await until(lambda: harness.mock.request_log.in_flight <= _RUNS + _WAIT - 1)
        late = await self._arrived()
        await asyncio.sleep(0.05)
        if late.done():
            self.report("the slot of one that disconnected is not given to another")
        harness.world.faults.release()
        await self._in_order([first, *waiting, late])

    def _other_key(self) -> Any:
        """Another key for the same account."""
        harness = self._harness
        if harness.kind == "hq":
            return [("x-api-key", harness.agency.keys[1].value), ("x-company-id", str(self._company.id))]
        key = ApiKey(harness.world.new_key(), harness.agency.keys[0].user)
        self._company.keys.append(key)
        return [("x-api-key", key.value)]

    async def _check_rejected(self, task: asyncio.Task[ReceivedResponse]) -> None:
        email = f"queue{self._sent - 1}@example.net"
        try:
            async with asyncio.timeout(_AT_ONCE):
                received = await task
        except TimeoutError:
            self.report("one too many is not rejected at once")
            return
        harness, operation = self._harness, operations()["connectMailboxes"]
        harness.count(operation, received, 19)
        if received.status != 429:
            self.report(f"one too many gets the status {received.status} instead of 429")
            return
        for text in (
            *body_problems(received, None),
            *error_problems(received, REJECTIONS[19], None, harness.clock.now),
        ):
            harness.found("error_object", operation.id, text)
        if self._ran(email):
            self.report("one too many is rejected, and runs all the same")

    def _ran(self, email: str) -> bool:
        accounts = [self._harness.agency.account, *(one.account for one in self._harness.agency.companies.values())]
        return any(email in repr(batch.pending) for account in accounts for batch in account.batches.values())

    async def _in_order(self, tasks: list[asyncio.Task[ReceivedResponse]]) -> None:
        async with asyncio.timeout(_TIMEOUT):
            responses = await asyncio.gather(*tasks)
        if any(received.status != 202 for received in responses):
            self.report("one that waited does not get the same response as one that did not")
            return
        batches = [found(received, "batch_id") for received in responses]
        if batches != sorted(batches):
            self.report("those that wait do not run in the order in which they came")

    async def disconnect_while_running(self) -> None:
        (await self._holding()).cancel()
        await until(lambda: self._harness.mock.request_log.in_flight == 0)
        await self._check_response("an account whose last client disconnected", self._request(), 202)

    async def errors_release(self) -> None:
        harness = self._harness
        for fault in (Fault(operation="connectMailboxes"), Fault(operation="connectMailboxes", when="after")):
            harness.world.faults.add(fault)
            await self._check_response("a fault", self._request(), 500)
            await self._check_response("an account after a fault", self._request(), 202)
        await self._check_response(
            "something missing", harness.call("getMailbox", self._company, id=1, checked=False), 404
        )
        await self._check_response("an account after that", self._request(), 202)

    async def too_long(self) -> None:
        harness, wait = self._harness, 0.25
        harness.mock.limits.limits = Limits(wait=wait)
        first = await self._holding()
        started = monotonic()
        received = await (await self._arrived())
        took = monotonic() - started
        if received.status != 429 or not wait * 0.9 <= took < wait + 2:
            self.report(f"one that waits too long gets the status {received.status}, or not at its time")
        harness.world.faults.release()
        await self._check_response("the one before it", first, 202)
        await self._check_response("an account after that", self._request(), 202)
