"""At most so many at once per account, first come, first served, for threads and tasks alike."""

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
from woodpecker_auth import Deadline, LaneAccount, LaneTimeout, LocalLanes, semaphore
from woodpecker_auth.lanes import _table


class Gauge:
    """How many are inside, and the most there ever were."""

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
def account(request) -> LaneAccount:
    return LaneAccount("https://h.example:443", "company", abs(hash(request.node.name)) % 10**9 + 1)


def until(condition) -> None:
    ends = monotonic() + 10
    while not condition():
        assert monotonic() < ends, "it did not happen"
        sleep(0.001)


def waiting(account) -> int:
    return len(_table.of(account)._waiting)


@pytest.mark.parametrize("depth", [1, 2, 5])
def test_threads_and_tasks_of_several_loops_share_one_count(account, depth):
    gauge = Gauge()

    def in_a_thread(lanes: LocalLanes) -> None:
        place = lanes.enter(account, Deadline(30))
        with gauge:
            sleep(random.uniform(0, 0.002))
        place.leave()

    async def in_a_task(lanes: LocalLanes) -> None:
        place = await lanes.aenter(account, Deadline(30))
        with gauge:
            await asyncio.sleep(random.uniform(0, 0.002))
        await place.aleave()

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
    first = lanes.enter(account, Deadline(10))

    def thread(number: int) -> None:
        place = lanes.enter(account, Deadline(10))
        order.append(number)
        place.leave()

    async def task(number: int) -> None:
        place = await lanes.aenter(account, Deadline(10))
        order.append(number)
        place.leave()

    runners = []
    for number in range(10):
        run = Thread(target=thread, args=(number,)) if number % 2 else Thread(target=asyncio.run, args=(task(number),))
        run.start()
        runners.append(run)
        until(partial(lambda many: waiting(account) == many, number + 1))
    first.leave()
    for run in runners:
        run.join()
    assert order == list(range(10))


def test_other_accounts_and_other_origins_have_lanes_of_their_own(account):
    lanes = LocalLanes()
    held = [
        lanes.enter(one, Deadline(0))
        for one in (
            account,
            LaneAccount(account.origin, "company", 7),
            LaneAccount("https://other.example:443", account.kind, account.id),
            LaneAccount(account.origin, "hq", "d1"),
            LaneAccount(account.origin, "client", "d1"),
        )
    ]
    assert len(held) == 5


def test_the_deadline_ends_the_waiting_and_names_the_account_and_the_wait(account):
    lanes = LocalLanes()
    held = lanes.enter(account, Deadline(10))
    with pytest.raises(LaneTimeout, match=rf"waited 0\.\d s in the lane of company {account.id}") as blocking:
        lanes.enter(account, Deadline(0.05))

    async def main() -> None:
        await lanes.aenter(account, Deadline(0.05))

    with pytest.raises(LaneTimeout) as tasks:
        asyncio.run(main())
    for caught in (blocking, tasks):
        assert caught.value.account == account and 0.04 < caught.value.waited < 5
    held.leave()
    lanes.enter(account, Deadline(0)).leave()


def test_a_waiter_that_is_cancelled_makes_room(account):
    lanes = LocalLanes()
    held = lanes.enter(account, Deadline(10))

    async def main() -> None:
        cancelled = asyncio.create_task(lanes.aenter(account, Deadline(10)))
        behind = asyncio.create_task(lanes.aenter(account, Deadline(10)))
        await asyncio.sleep(0)
        assert waiting(account) == 2
        cancelled.cancel()
        with pytest.raises(asyncio.CancelledError):
            await cancelled
        assert waiting(account) == 1
        held.leave()
        (await behind).leave()

    asyncio.run(main())


def test_a_turn_that_comes_in_the_moment_of_the_cancel_goes_on(account):
    lanes = LocalLanes()

    async def main() -> None:
        held = lanes.enter(account, Deadline(10))
        cancelled = asyncio.create_task(lanes.aenter(account, Deadline(10)))
        await asyncio.sleep(0)
        held.leave()  # the turn is given, and the task has not yet been told
        cancelled.cancel()
        with pytest.raises(asyncio.CancelledError):
            await cancelled
        lanes.enter(account, Deadline(0)).leave()

    asyncio.run(main())


def test_many_cancels_at_random_lose_no_place(account):
    lanes, gauge = LocalLanes(2), Gauge()

    async def one(patience: float) -> bool:
        try:
            async with asyncio.timeout(patience):
                place = await lanes.aenter(account, Deadline(10))
        except TimeoutError:
            return False
        with gauge:
            await asyncio.sleep(0.0005)
        place.leave()
        return True

    async def main() -> list[bool]:
        return await asyncio.gather(*(one(random.uniform(0, 0.05)) for _ in range(300)))

    served = asyncio.run(main())
    assert gauge.highest == 2 and gauge.inside == 0 and 0 < sum(served) < 300
    for place in [lanes.enter(account, Deadline(0)) for _ in range(2)]:
        place.leave()


def test_clients_of_different_depths_share_the_count(account):
    one, three = LocalLanes(1), LocalLanes(3)
    held = [three.enter(account, Deadline(0)) for _ in range(3)]
    with pytest.raises(LaneTimeout):
        three.enter(account, Deadline(0))
    with pytest.raises(LaneTimeout):
        one.enter(account, Deadline(0))
    held.pop().leave()
    with pytest.raises(LaneTimeout):
        one.enter(account, Deadline(0))
    three.enter(account, Deadline(0)).leave()
    for place in held:
        place.leave()
    one.enter(account, Deadline(0)).leave()


def test_leaving_twice_is_leaving_once(account):
    lanes = LocalLanes()
    place = lanes.enter(account, Deadline(0))
    place.leave()
    place.leave()
    held = lanes.enter(account, Deadline(0))
    with pytest.raises(LaneTimeout):
        lanes.enter(account, Deadline(0))
    held.leave()


def test_a_place_that_nobody_left_is_free_once_it_is_forgotten(account):
    lanes = LocalLanes()
    place = lanes.enter(account, Deadline(0))
    del place
    gc.collect()
    lanes.enter(account, Deadline(0)).leave()


def test_lanes_that_nobody_is_in_are_let_go(account):
    lanes = LocalLanes()
    for number in range(1, 1001):
        lanes.enter(LaneAccount("https://let.go:443", "company", number), Deadline(0)).leave()
    gc.collect()
    assert not [one for one in _table._lanes if one.origin == "https://let.go:443"]


def test_a_forked_child_does_not_wait_for_its_parent(account):
    lanes = LocalLanes()
    held = lanes.enter(account, Deadline(0))
    child = os.fork()
    if child == 0:
        try:
            lanes.enter(account, Deadline(0))
        except BaseException:
            os._exit(1)
        os._exit(0)
    assert os.waitpid(child, 0)[1] == 0
    held.leave()


def test_ctrl_c_ends_the_waiting_of_a_thread(account):
    lanes = LocalLanes()
    held = lanes.enter(account, Deadline(10))

    def press() -> None:
        until(lambda: waiting(account) == 1)
        interrupt_main()

    Thread(target=press).start()
    with pytest.raises(KeyboardInterrupt):
        lanes.enter(account, Deadline(10))
    assert waiting(account) == 0
    held.leave()
    lanes.enter(account, Deadline(0)).leave()


def test_a_destructor_in_the_middle_of_anything_does_not_wait_for_itself(account, monkeypatch):
    """The garbage collector may let go of a place while this very thread changes its lane."""
    lanes = LocalLanes()

    class Collecting(semaphore.deque):
        def append(self, place) -> None:
            super().append(place)
            gc.collect()

    monkeypatch.setattr(semaphore, "deque", Collecting)
    place = lanes.enter(account, Deadline(1))
    forgotten = [place]
    forgotten.append(forgotten)  # only the collector can let it go
    del place, forgotten
    lanes.enter(account, Deadline(1)).leave()
    lanes.enter(account, Deadline(0)).leave()


def test_leaving_from_many_threads_at_once_counts_once(account):
    lanes = LocalLanes(2)
    for _ in range(50):
        kept, left = lanes.enter(account, Deadline(0)), lanes.enter(account, Deadline(0))
        with ThreadPoolExecutor(8) as threads:
            list(threads.map(lambda _: left.leave(), range(8)))  # noqa: B023
        lanes.enter(account, Deadline(0)).leave()
        held = lanes.enter(account, Deadline(0))
        with pytest.raises(LaneTimeout):
            lanes.enter(account, Deadline(0))
        held.leave()
        kept.leave()


@pytest.mark.parametrize("bad", [0, -1, True, 1.5, "2", None])
def test_a_depth_is_a_positive_integer(bad):
    with pytest.raises(ValueError, match="depth"):
        LocalLanes(bad)
