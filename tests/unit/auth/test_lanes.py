"""The limit of requests in flight per account: first come, first served, for threads and tasks alike."""

from __future__ import annotations

import asyncio
import gc
import os
import random
from _thread import interrupt_main
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from threading import Lock, Thread
from time import monotonic, sleep

import pytest
from woodpecker_auth import Deadline, LaneKey, LaneWaitTimeout, LocalLanes, semaphore
from woodpecker_auth.lanes import _table


class Gauge:
    """How many requests are in flight, and the maximum so far."""

    def __init__(self) -> None:
        self.inside = self.highest = self.total = 0
        self._lock = Lock()

    def __enter__(self) -> None:
        with self._lock:
            self.inside += 1
            self.total += 1
            self.highest = max(self.highest, self.inside)

    def __exit__(self, *exc_info: object) -> None:
        with self._lock:
            self.inside -= 1


@pytest.fixture
def account(request) -> LaneKey:
    return LaneKey("https://h.example:443", "company", abs(hash(request.node.name)) % 10**9 + 1)


def until(condition) -> None:
    ends = monotonic() + 10
    while not condition():
        assert monotonic() < ends, "it did not happen"
        sleep(0.001)


def waiting(account) -> int:
    return len(_table.lane(account)._waiting)


@pytest.mark.parametrize("depth", [1, 2, 5])
def test_threads_and_tasks_of_several_loops_share_one_count(account, depth):
    gauge = Gauge()

    def in_a_thread(lanes: LocalLanes) -> None:
        slot = lanes.acquire(account, Deadline(30))
        with gauge:
            sleep(random.uniform(0, 0.002))
        slot.release()

    async def in_a_task(lanes: LocalLanes) -> None:
        slot = await lanes.acquire_async(account, Deadline(30))
        with gauge:
            await asyncio.sleep(random.uniform(0, 0.002))
        await slot.release_async()

    async def many() -> None:
        lanes = LocalLanes(depth)
        await asyncio.gather(*(in_a_task(lanes) for _ in range(40)))

    loops = [Thread(target=asyncio.run, args=(many(),)) for _ in range(2)]
    with ThreadPoolExecutor(40) as threads:
        for loop in loops:
            loop.start()
        list(threads.map(in_a_thread, [LocalLanes(depth) for _ in range(80)]))
    for loop in loops:
        loop.join()
    assert (gauge.total, gauge.highest, gauge.inside) == (160, depth, 0)


def test_first_come_first_served_across_threads_and_tasks(account):
    lanes, order = LocalLanes(), list[int]()
    first = lanes.acquire(account, Deadline(10))

    def thread(number: int) -> None:
        slot = lanes.acquire(account, Deadline(10))
        order.append(number)
        slot.release()

    async def task(number: int) -> None:
        slot = await lanes.acquire_async(account, Deadline(10))
        order.append(number)
        slot.release()

    runners = []
    for number in range(10):
        run = Thread(target=thread, args=(number,)) if number % 2 else Thread(target=asyncio.run, args=(task(number),))
        run.start()
        runners.append(run)
        until(partial(lambda many: waiting(account) == many, number + 1))
    first.release()
    for run in runners:
        run.join()
    assert order == list(range(10))


def test_other_accounts_and_other_origins_have_lanes_of_their_own(account):
    lanes = LocalLanes()
    held = [
        lanes.acquire(one, Deadline(0))
        for one in (
            account,
            LaneKey(account.origin, "company", 7),
            LaneKey("https://other.example:443", account.kind, account.id),
            LaneKey(account.origin, "hq", "d1"),
            LaneKey(account.origin, "client", "d1"),
        )
    ]
    assert len(held) == 5


def test_the_deadline_ends_the_waiting_and_names_the_account_and_the_wait(account):
    lanes = LocalLanes()
    held = lanes.acquire(account, Deadline(10))
    with pytest.raises(LaneWaitTimeout, match=rf"waited 0\.\d s in the lane of company {account.id}") as blocking:
        lanes.acquire(account, Deadline(0.05))

    async def main() -> None:
        await lanes.acquire_async(account, Deadline(0.05))

    with pytest.raises(LaneWaitTimeout) as tasks:
        asyncio.run(main())
    for caught in (blocking, tasks):
        assert caught.value.lane_key == account and 0.04 < caught.value.waited < 5
    held.release()
    lanes.acquire(account, Deadline(0)).release()


def test_a_cancelled_waiter_leaves_the_queue(account):
    lanes = LocalLanes()
    held = lanes.acquire(account, Deadline(10))

    async def main() -> None:
        cancelled = asyncio.create_task(lanes.acquire_async(account, Deadline(10)))
        behind = asyncio.create_task(lanes.acquire_async(account, Deadline(10)))
        await asyncio.sleep(0)
        assert waiting(account) == 2
        cancelled.cancel()
        with pytest.raises(asyncio.CancelledError):
            await cancelled
        assert waiting(account) == 1
        held.release()
        (await behind).release()

    asyncio.run(main())


def test_a_slot_that_is_granted_at_the_moment_of_the_cancel_is_released(account):
    lanes = LocalLanes()

    async def main() -> None:
        held = lanes.acquire(account, Deadline(10))
        cancelled = asyncio.create_task(lanes.acquire_async(account, Deadline(10)))
        await asyncio.sleep(0)
        held.release()  # the slot is granted, and the task has not yet noticed
        cancelled.cancel()
        with pytest.raises(asyncio.CancelledError):
            await cancelled
        lanes.acquire(account, Deadline(0)).release()

    asyncio.run(main())


def test_random_cancellations_lose_no_slot(account):
    lanes, gauge = LocalLanes(2), Gauge()

    async def one(timeout: float) -> bool:
        try:
            async with asyncio.timeout(timeout):
                slot = await lanes.acquire_async(account, Deadline(10))
        except TimeoutError:
            return False
        with gauge:
            await asyncio.sleep(0.0005)
        slot.release()
        return True

    async def main() -> list[bool]:
        return await asyncio.gather(*(one(random.uniform(0, 0.05)) for _ in range(300)))

    served = asyncio.run(main())
    assert gauge.highest == 2 and gauge.inside == 0 and 0 < sum(served) < 300
    for slot in [lanes.acquire(account, Deadline(0)) for _ in range(2)]:
        slot.release()


def test_clients_of_different_depths_share_the_count(account):
    one, three = LocalLanes(1), LocalLanes(3)
    held = [three.acquire(account, Deadline(0)) for _ in range(3)]
    with pytest.raises(LaneWaitTimeout):
        three.acquire(account, Deadline(0))
    with pytest.raises(LaneWaitTimeout):
        one.acquire(account, Deadline(0))
    held.pop().release()
    with pytest.raises(LaneWaitTimeout):
        one.acquire(account, Deadline(0))
    three.acquire(account, Deadline(0)).release()
    for slot in held:
        slot.release()
    one.acquire(account, Deadline(0)).release()


def test_a_second_release_has_no_effect(account):
    lanes = LocalLanes()
    slot = lanes.acquire(account, Deadline(0))
    slot.release()
    slot.release()
    held = lanes.acquire(account, Deadline(0))
    with pytest.raises(LaneWaitTimeout):
        lanes.acquire(account, Deadline(0))
    held.release()


def test_a_slot_that_is_garbage_collected_is_released(account):
    lanes = LocalLanes()
    slot = lanes.acquire(account, Deadline(0))
    del slot
    gc.collect()
    lanes.acquire(account, Deadline(0)).release()


def test_a_lane_without_requests_is_dropped(account):
    lanes = LocalLanes()
    for number in range(1, 1001):
        lanes.acquire(LaneKey("https://let.go:443", "company", number), Deadline(0)).release()
    gc.collect()
    assert not [one for one in _table._lanes if one.origin == "https://let.go:443"]


def test_a_forked_child_does_not_wait_for_its_parent(account):
    lanes = LocalLanes()
    held = lanes.acquire(account, Deadline(0))
    child = os.fork()
    if child == 0:
        try:
            lanes.acquire(account, Deadline(0))
        except BaseException:
            os._exit(1)
        os._exit(0)
    assert os.waitpid(child, 0)[1] == 0
    held.release()


def test_ctrl_c_ends_the_waiting_of_a_thread(account):
    lanes = LocalLanes()
    held = lanes.acquire(account, Deadline(10))

    def press() -> None:
        until(lambda: waiting(account) == 1)
        interrupt_main()

    Thread(target=press).start()
    with pytest.raises(KeyboardInterrupt):
        lanes.acquire(account, Deadline(10))
    assert waiting(account) == 0
    held.release()
    lanes.acquire(account, Deadline(0)).release()


def test_a_destructor_at_any_moment_does_not_deadlock(account, monkeypatch):
    """The garbage collector may destroy a slot while the same thread modifies its lane."""
    lanes = LocalLanes()

    class Collecting(semaphore.deque):
        def append(self, slot) -> None:
            super().append(slot)
            gc.collect()

    monkeypatch.setattr(semaphore, "deque", Collecting)
    slot = lanes.acquire(account, Deadline(1))
    forgotten = [slot]
    forgotten.append(forgotten)  # a reference cycle, which only the collector frees
    del slot, forgotten
    lanes.acquire(account, Deadline(1)).release()
    lanes.acquire(account, Deadline(0)).release()


def test_a_release_from_many_threads_at_once_counts_once(account):
    lanes = LocalLanes(2)
    for _ in range(50):
        kept, left = lanes.acquire(account, Deadline(0)), lanes.acquire(account, Deadline(0))
        with ThreadPoolExecutor(8) as threads:
            list(threads.map(lambda _: left.release(), range(8)))  # noqa: B023
        lanes.acquire(account, Deadline(0)).release()
        held = lanes.acquire(account, Deadline(0))
        with pytest.raises(LaneWaitTimeout):
            lanes.acquire(account, Deadline(0))
        held.release()
        kept.release()


@pytest.mark.parametrize("bad", [0, -1, True, 1.5, "2", None])
def test_a_depth_is_a_positive_integer(bad):
    with pytest.raises(ValueError, match="depth"):
        LocalLanes(bad)


def test_a_slot_that_is_released_while_a_waiter_checks_for_abandoned_ones_is_granted(account, monkeypatch):
    lanes = LocalLanes()
    held = lanes.acquire(account, Deadline(0))

    def check(claim):
        # As another thread does at this moment: the waiter holds the mutex.
        held.release()
        return False

    monkeypatch.setattr(semaphore._Claim, "is_abandoned", check)
    lanes.acquire(account, Deadline(5)).release()
