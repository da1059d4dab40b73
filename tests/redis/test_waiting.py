"""Waiting ends: at the deadline, when it is cancelled, by Ctrl-C, and when the lanes are closed."""

from __future__ import annotations

import asyncio
import signal

import pytest
from woodpecker_auth import Deadline, LaneUnavailable, LaneWaitTimeout
from woodpecker_auth.redis_lanes import RedisLanes, ticket

from tests.redis.server import MAX_WAIT, eventually


@pytest.fixture
def held_elsewhere(server, account, other):
    """The process that holds a slot in the account's lane."""
    process = other(server.url, account)
    process.do("acquire")
    return process


@pytest.mark.parametrize("seconds", [0, 0.3])
def test_waiting_ends_at_the_deadline(server, account, lanes_at, acquire, held_elsewhere, seconds):
    lanes = lanes_at(server.url)
    with pytest.raises(LaneWaitTimeout) as ended:
        acquire(lanes, account, Deadline(seconds))
    assert ended.value.lane_key == account and seconds <= ended.value.waited < MAX_WAIT
    eventually(lambda: server.waiting(account) == 0)
    held_elsewhere.do("release")
    acquire(lanes, account, Deadline(MAX_WAIT)).release()


def test_cancelling_frees_both_slots(server, account, lanes_at, held_elsewhere):
    lanes = lanes_at(server.url)

    async def main() -> None:
        first = asyncio.create_task(lanes.acquire_async(account, Deadline(60)))
        await asyncio.to_thread(eventually, lambda: server.waiting(account) == 1)
        second = asyncio.create_task(lanes.acquire_async(account, Deadline(60)))
        await asyncio.sleep(0)
        first.cancel()
        with pytest.raises(asyncio.CancelledError):
            await first
        # The slot of the first would stay for 2 s, and the second would be behind it.
        held_elsewhere.do("release")
        (await second).release()

    asyncio.run(main())
    eventually(lambda: server.names() == [])


def test_a_cancelled_waiter_leaves_the_queue_in_redis_at_once(server, account, lanes_at, held_elsewhere, monkeypatch):
    # By itself it would stay in the queue for so long.
    monkeypatch.setattr(ticket, "WAITER_TIMEOUT", 600)
    lanes = lanes_at(server.url)

    async def main() -> None:
        task = asyncio.create_task(lanes.acquire_async(account, Deadline(60)))
        await asyncio.to_thread(eventually, lambda: server.waiting(account) == 1)
        task.cancel()
        await asyncio.to_thread(eventually, lambda: server.waiting(account) == 0)

    asyncio.run(main())


def test_cancelling_at_any_moment_leaves_no_slot(server, account, lanes_at):
    lanes = lanes_at(server.url)

    async def main() -> None:
        for n in range(200):
            task = asyncio.create_task(lanes.acquire_async(account, Deadline(60)))
            await asyncio.sleep(n * 5e-6)
            task.cancel()
            if isinstance(slot := (await asyncio.gather(task, return_exceptions=True))[0], Exception):
                raise slot
            if not isinstance(slot, BaseException):
                slot.release()

    asyncio.run(main())
    eventually(lambda: server.names() == [])
    lanes.acquire(account, Deadline(MAX_WAIT)).release()


def test_ctrl_c_frees_the_slot(server, account, lanes_at, other):
    held = lanes_at(server.url).acquire(account, Deadline(60))
    process = other(server.url, account)
    process.do("be silent for 600")
    process.order("acquire")
    eventually(lambda: server.waiting(account) == 1)

    process.process.send_signal(signal.SIGINT)

    assert process.output() == "interrupted"
    eventually(lambda: server.waiting(account) == 0)
    held.release()
    # Its local slot is free, too.
    process.do("acquire")


def test_closing_refuses_waiting_requests(server, account, lanes_at, wait, held_elsewhere):
    lanes = lanes_at(server.url)
    waiter = wait(lanes.acquire, account)
    eventually(lambda: server.waiting(account) == 1)
    lanes.close()
    failure = waiter.end()
    assert isinstance(failure, LaneUnavailable) and failure.reason == "closed"
    assert server.waiting(account) == 0


def test_aclose_and_async_with(server, account):
    async def main() -> None:
        async with RedisLanes(server.url) as lanes:
            await (await lanes.acquire_async(account, Deadline(5))).release_async()
        with pytest.raises(RuntimeError, match="closed"):
            await lanes.acquire_async(account, Deadline(5))

    asyncio.run(main())
    assert server.names() == []
