"""The queues of the accounts by themselves: which request runs, which waits, which is rejected, in which order."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from typing import Any

import pytest
from woodpecker_mock.rules.account_limiter import AccountLimiter
from woodpecker_mock.rules.limits import Counts, LimitExceeded, Limits

ACCOUNT, OTHER = 1, 2


def run(test: Coroutine[Any, Any, None]) -> None:
    asyncio.run(asyncio.wait_for(test, 20))


async def run_tasks() -> None:
    """Let every task get as far as it can."""
    for _ in range(20):
        await asyncio.sleep(0)


class FakeRequest:
    """A request that runs until `end` is set."""

    def __init__(self, limiter: AccountLimiter, account: int = ACCOUNT, ran: list[FakeRequest] | None = None) -> None:
        self.end = asyncio.Event()
        self._ran = ran if ran is not None else []
        self.task = asyncio.create_task(self._run(limiter, account))

    async def _run(self, limiter: AccountLimiter, account: int) -> None:
        with limiter.admit(account) as admission:
            if not admission.granted:
                await admission.wait()
            self._ran.append(self)
            await self.end.wait()


def test_one_runs_six_wait_and_the_rest_is_rejected_at_once() -> None:
    async def test() -> None:
        limiter = AccountLimiter(Limits())
        ran: list[FakeRequest] = []
        requests = [FakeRequest(limiter, ran=ran) for _ in range(40)]
        await run_tasks()
        assert limiter[ACCOUNT] == Counts(running=1, queued=6, highest=8, ran=1, rejected=33)
        assert [request.task.done() for request in requests] == [False] * 7 + [True] * 33
        for request in requests[7:]:
            with pytest.raises(LimitExceeded) as exceeded:
                await request.task
            assert not exceeded.value.late
        for request in requests:
            request.end.set()
        await run_tasks()
        assert ran == requests[:7]
        assert limiter[ACCOUNT] == Counts(highest=8, ran=7, rejected=33)

    run(test())


def test_the_queue_is_first_come_first_served_and_nobody_overtakes() -> None:
    async def test() -> None:
        limiter = AccountLimiter(Limits())
        ran: list[FakeRequest] = []
        requests = [FakeRequest(limiter, ran=ran) for _ in range(3)]
        await run_tasks()
        # There is a free slot and a new request arrives before the next in the queue has woken up.
        requests[0].end.set()
        requests.append(FakeRequest(limiter, ran=ran))
        await run_tasks()
        assert ran == requests[:2]
        for request in requests:
            request.end.set()
        await run_tasks()
        assert ran == requests

    run(test())


def test_each_account_has_a_queue_of_its_own() -> None:
    async def test() -> None:
        limiter = AccountLimiter(Limits(queued=0))
        requests = [FakeRequest(limiter, ACCOUNT), FakeRequest(limiter, OTHER)]
        await run_tasks()
        assert (limiter[ACCOUNT].running, limiter[OTHER].running) == (1, 1)
        for request in requests:
            request.end.set()
            await request.task

    run(test())


@pytest.mark.parametrize(("running", "queued"), [(1, 0), (2, 3), (5, 1)])
def test_the_limits_are_those_that_are_set(running: int, queued: int) -> None:
    async def test() -> None:
        limiter = AccountLimiter(Limits(running=running, queued=queued))
        requests = [FakeRequest(limiter) for _ in range(12)]
        await run_tasks()
        counts = limiter[ACCOUNT]
        assert (counts.running, counts.queued, counts.rejected) == (running, queued, 12 - running - queued)
        for request in requests:
            request.end.set()
        await asyncio.gather(*(request.task for request in requests), return_exceptions=True)

    run(test())


def test_a_request_that_waits_too_long_is_rejected_and_the_next_is_admitted() -> None:
    async def test() -> None:
        limiter = AccountLimiter(Limits(wait=0.02))
        first, late = FakeRequest(limiter), FakeRequest(limiter)
        with pytest.raises(LimitExceeded) as exceeded:
            await late.task
        assert exceeded.value.late
        assert limiter[ACCOUNT] == Counts(running=1, highest=2, ran=1, rejected=1)
        limiter.limits = Limits()
        after = FakeRequest(limiter)
        first.end.set()
        after.end.set()
        await after.task
        assert limiter[ACCOUNT] == Counts(highest=2, ran=2, rejected=1)

    run(test())


def test_a_request_that_leaves_the_queue_frees_its_place() -> None:
    async def test() -> None:
        limiter = AccountLimiter(Limits(queued=1))
        first, leaving = FakeRequest(limiter), FakeRequest(limiter)
        await run_tasks()
        leaving.task.cancel()
        await run_tasks()
        assert limiter[ACCOUNT] == Counts(running=1, highest=2, ran=1, abandoned=1)
        next_one = FakeRequest(limiter)
        first.end.set()
        next_one.end.set()
        await next_one.task

    run(test())


def test_a_request_that_leaves_when_it_is_admitted_admits_the_next() -> None:
    async def test() -> None:
        limiter = AccountLimiter(Limits())
        first, leaving, next_one = (FakeRequest(limiter) for _ in range(3))
        await run_tasks()
        first.end.set()
        await first.task
        assert limiter[ACCOUNT].running == 1
        leaving.task.cancel()
        next_one.end.set()
        await next_one.task
        assert limiter[ACCOUNT].running == 0

    run(test())


def test_a_running_request_that_is_cancelled_admits_the_next() -> None:
    async def test() -> None:
        limiter = AccountLimiter(Limits())
        first, next_one = FakeRequest(limiter), FakeRequest(limiter)
        await run_tasks()
        first.task.cancel()
        next_one.end.set()
        await next_one.task
        assert limiter[ACCOUNT].running == 0

    run(test())


def test_without_limits_all_run_and_are_counted() -> None:
    async def test() -> None:
        limiter = AccountLimiter(None)
        requests = [FakeRequest(limiter) for _ in range(40)]
        await run_tasks()
        assert limiter[ACCOUNT] == Counts(running=40, highest=40, ran=40)
        for request in requests:
            request.end.set()
            await request.task

    run(test())


def test_a_reset_keeps_the_queue() -> None:
    async def test() -> None:
        limiter = AccountLimiter(Limits())
        requests = [FakeRequest(limiter) for _ in range(9)]
        await run_tasks()
        limiter.reset()
        assert limiter[ACCOUNT] == Counts(running=1, queued=6)
        for request in requests:
            request.end.set()
        await asyncio.gather(*(request.task for request in requests), return_exceptions=True)
        assert limiter[ACCOUNT] == Counts(ran=6)

    run(test())


@pytest.mark.parametrize(("limits", "runs"), [(Limits(running=2), 2), (Limits(running=3), 3), (None, 3)])
def test_new_limits_admit_those_that_wait_before_new_requests(limits: Limits | None, runs: int) -> None:
    async def test() -> None:
        limiter = AccountLimiter(Limits())
        ran: list[FakeRequest] = []
        requests = [FakeRequest(limiter, ran=ran) for _ in range(2)]
        await run_tasks()
        limiter.limits = limits
        requests.append(FakeRequest(limiter, ran=ran))
        await run_tasks()
        assert set(ran) == set(requests[:runs])
        for request in requests:
            request.end.set()
            await request.task

    run(test())


def test_an_account_without_requests_has_no_counts() -> None:
    limiter = AccountLimiter(Limits())
    assert limiter[7] == Counts()
    assert limiter.state() == {
        "limits": {"running": 1, "queued": 6, "wait": 15.0, "close_late": False, "v1_conflict": False},
        "accounts": {},
    }


@pytest.mark.parametrize(
    ("numbers", "name"),
    [
        ({"running": 0}, "running"),
        ({"queued": -1}, "queued"),
        ({"wait": -0.1}, "wait"),
        ({"wait": float("nan")}, "wait"),
        ({"wait": float("inf")}, "wait"),
    ],
)
def test_invalid_limits_are_named(numbers: dict[str, Any], name: str) -> None:
    with pytest.raises(ValueError, match=name):
        Limits(**numbers)
