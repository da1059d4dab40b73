"""limits.json: arrivals -> who starts when, and who is rejected; on a clock that does not wait."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from typing import Any, Protocol

import pytest
from woodpecker_auth import Deadline, LaneKey, LaneWaitTimeout, LocalLanes
from woodpecker_mock.rules.account_limiter import AccountLimiter
from woodpecker_mock.rules.limits import LimitExceeded, Limits

from .clock import Clock
from .vectors import cases, inputs


class Refused(Exception):
    """Rejected; the reason is its text."""


class Line(Protocol):
    """What is tested. A request runs inside of `slot`."""

    def slot(self, account: str, timeout: float | None) -> AbstractAsyncContextManager[None]: ...


class ServersLimiter:
    def __init__(self, *, running: int, queued: int, wait: float) -> None:
        self._limiter = AccountLimiter(Limits(running, queued, wait))
        self._accounts: dict[str, int] = {}

    @asynccontextmanager
    async def slot(self, account: str, timeout: float | None) -> AsyncIterator[None]:
        number = self._accounts.setdefault(account, len(self._accounts))
        try:
            with self._limiter.admit(number) as admission:
                if not admission.granted:
                    async with asyncio.timeout(timeout):
                        await admission.wait()
                yield
        except LimitExceeded as exceeded:
            raise Refused("waited_too_long" if exceeded.late else "queue_full") from None
        except TimeoutError:
            raise Refused("gave_up") from None


class ClientsLane:
    def __init__(self, *, depth: int) -> None:
        self._lanes = LocalLanes(depth)

    @asynccontextmanager
    async def slot(self, account: str, timeout: float | None) -> AsyncIterator[None]:
        lane = LaneKey("https://api.example:443", "hq", account)
        try:
            held = await self._lanes.acquire_async(lane, Deadline(timeout))
        except LaneWaitTimeout:
            raise Refused("gave_up") from None
        try:
            yield
        finally:
            held.release()


@cases("limits")
def test_requests_start_or_are_rejected_in_time(case: dict[str, Any], monkeypatch: pytest.MonkeyPatch) -> None:
    clock = Clock()
    for module in ("deadline", "lanes"):
        monkeypatch.setattr(f"woodpecker_auth.{module}.monotonic", clock.now)
    replay(clock, **inputs(case))


def replay(
    clock: Clock, *, role: str, limits: dict[str, Any], arrivals: list[dict[str, Any]], expect: dict[str, Any]
) -> None:
    line: Line = {"server": ServersLimiter, "client": ClientsLane}[role](**limits)
    started: list[list[Any]] = []
    refused: list[list[Any]] = []

    async def visit(*, id: str, account: str, takes: float, gives_up_after: float | None) -> None:
        try:
            async with line.slot(account, gives_up_after):
                started.append([id, clock.now()])
                await asyncio.sleep(takes)
        except Refused as reason:
            refused.append([id, clock.now(), str(reason)])

    async def main() -> None:
        async with asyncio.TaskGroup() as visits:
            for arrival in arrivals:
                request = dict(arrival)
                await asyncio.sleep(request.pop("at") - clock.now())
                visits.create_task(visit(**request))

    clock.run(main())
    order = [arrival["id"] for arrival in arrivals]
    refused.sort(key=lambda event: (event[1], order.index(event[0])))
    assert {"started": in_time(started), "refused": in_time(refused)} == expect


def in_time(events: list[list[Any]]) -> list[list[Any]]:
    """Times to the microsecond, where adding up floats does not show."""
    return [[id, round(at, 6), *reason] for id, at, *reason in events]
