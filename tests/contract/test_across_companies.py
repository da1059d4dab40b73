"""Work for all clients at once: nothing lost, nothing refused, nothing too much in memory, and a clean end."""

from __future__ import annotations

import asyncio
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from threading import Lock, get_ident
from typing import Any

import pytest
from woodpecker_client import (
    Account,
    Agency,
    AsyncAccount,
    AsyncAgency,
    CompanyInactive,
    NotFound,
    Outcome,
    Unauthorized,
    WoodpeckerError,
)
from woodpecker_mock import Fault, MockServer, big_world


@pytest.fixture
def mock() -> Iterator[MockServer]:
    with MockServer() as running:
        yield running


def hq_key(mock: MockServer) -> str:
    return mock.world.agencies[0].keys[0].value


def refusals(mock: MockServer) -> int:
    agency = mock.world.agencies[0]
    return sum(mock.limits[one].rejected for one in [agency.account.id, *agency.companies])


def run(mock: MockServer, is_async: bool, work: Any, key: str | None = None, **settings: Any) -> list[Outcome[Any]]:
    """All outcomes; `work` takes an account and, for asyncio, its results are awaited."""

    async def main() -> list[Outcome[Any]]:
        async def awaited(account: AsyncAccount) -> Any:
            return await work(account)

        async with AsyncAgency(key or hq_key(mock), base_url=mock.base_url) as agency:
            return [one async for one in agency.across_companies(awaited, **settings)]

    if is_async:
        return asyncio.run(main())
    with Agency(key or hq_key(mock), base_url=mock.base_url) as agency:
        return list(agency.across_companies(work, **settings))


def me(account: Any) -> Any:
    return account.me()


both = pytest.mark.parametrize("is_async", [False, True], ids=["blocking", "asyncio"])


@both
def test_every_active_company_is_called_once_and_gives_its_own_result(mock, is_async):
    outcomes = run(mock, is_async, me)
    companies = mock.world.agencies[0].companies
    assert sorted(one.company.id for one in outcomes) == sorted(companies)
    for one in outcomes:
        if one.company.active:
            assert one.error is None and one.result.firm_id == one.company.id
        else:
            assert type(one.error) is CompanyInactive and one.error.company == one.company.id and one.result is None
    active = {id for id, one in companies.items() if one.active}
    calls = {company: times for (name, company), times in mock.executed_for.items() if name == "getMe"}
    assert calls == dict.fromkeys(active, 1) and refusals(mock) == 0


@both
@pytest.mark.parametrize(("active", "errors", "count"), [(False, 2, 2), (None, 2, 14), (True, 2, 14)])
def test_which_companies(mock, is_async, active, errors, count):
    outcomes = run(mock, is_async, me, active=active)
    failed = [one for one in outcomes if one.error]
    assert (len(outcomes), len(failed)) == (count, errors)
    # Those that were called responded with 409 themselves.
    assert {one.error.status for one in failed} == ({0} if active else {409})


@both
def test_one_companys_failure_is_its_own(mock, is_async):
    companies = list(mock.world.agencies[0].companies)
    mock.faults.add(Fault(company=companies[0], operation="getMe", status=404, times=None))

    def work(account: Any) -> Any:
        if account.scope.company_id == companies[1]:
            raise LookupError("mine")
        return account.me()

    outcomes = {one.company.id: one for one in run(mock, is_async, work)}
    assert type(outcomes.pop(companies[0]).error) is NotFound
    assert repr(outcomes.pop(companies[1]).error) == "LookupError('mine')"
    assert all(one.error is None for one in outcomes.values() if one.company.active)


@both
def test_progress_counts_outcomes_companies_and_errors(mock, is_async):
    numbers_seen: list[tuple[int, int | None, int]] = []
    run(mock, is_async, me, on_progress=lambda *numbers: numbers_seen.append(numbers))
    assert [done for done, _, _ in numbers_seen] == list(range(1, 15))
    assert {total for _, total, _ in numbers_seen} == {14} and numbers_seen[-1] == (14, 14, 2)
    assert all(before[2] <= after[2] for before, after in zip(numbers_seen, numbers_seen[1:], strict=False))


@both
def test_no_more_at_once_than_the_concurrency(mock, is_async):
    inside, highest, lock = 0, 0, Lock()

    def enter(by: int) -> None:
        nonlocal inside, highest
        with lock:
            inside += by
            highest = max(highest, inside)

    def blocking(account: Account) -> None:
        enter(1)
        account.me()
        enter(-1)

    async def in_asyncio(account: AsyncAccount) -> None:
        enter(1)
        await account.me()
        enter(-1)

    mock.latency = 0.01
    run(mock, is_async, in_asyncio if is_async else blocking, concurrency=3)
    assert highest == 3


@both
def test_companies_are_worked_for_while_later_pages_are_still_to_come(is_async):
    with MockServer(big_world(200)) as mock:
        mock.faults.add(Fault(kind="hang", operation="listCompanies", after=1))
        seen = []

        def done(count: int, total: int | None, failed: int) -> None:
            seen.append((count, total))
            if count == 50:
                mock.faults.release()

        outcomes = run(mock, is_async, me, on_progress=done, concurrency=60)
        assert len(outcomes) == 200 and not any(one.error for one in outcomes)
        assert {total for _, total in seen} == {200}


@both
def test_a_listing_that_fails_ends_it_with_its_error_after_what_was_found(is_async):
    with MockServer(big_world(120)) as mock:
        mock.faults.add(Fault(operation="listCompanies", after=1, status=401, body={"title": "Unauthorized",
                              "status": 401, "detail": "Invalid api key"}))  # fmt: skip
        done: list[int] = []
        with pytest.raises(Unauthorized):
            run(mock, is_async, me, on_progress=lambda count, *_: done.append(count))
        assert done == list(range(1, 51))


@both
@pytest.mark.parametrize("bad", [0, -1, 1.5, True, None])
def test_a_concurrency_that_is_none_is_refused_at_once(mock, is_async, bad):
    with pytest.raises(ValueError, match="concurrency"):
        run(mock, is_async, me, concurrency=bad)
    assert not mock.executed


def test_leaving_early_cancels_the_tasks_and_starts_nothing_more():
    with MockServer(big_world(120)) as mock:
        mock.faults.add(Fault(kind="hang", operation="getMe", after=1, times=None))
        started: list[int] = []

        async def work(account: AsyncAccount) -> None:
            started.append(1)
            await account.me()

        async def main() -> int:
            async with AsyncAgency(hq_key(mock), base_url=mock.base_url) as agency:
                async for _ in agency.across_companies(work, concurrency=10):
                    break
                with suppress(TimeoutError):
                    async with asyncio.timeout(10):
                        while len(asyncio.all_tasks()) > 1:
                            await asyncio.sleep(0.01)
                return len(asyncio.all_tasks())

        assert asyncio.run(main()) == 1
        assert len(started) <= 12


def test_cancelling_the_task_that_iterates_ends_all_others():
    with MockServer(big_world(120)) as mock:
        mock.faults.add(Fault(kind="hang", operation="getMe", times=None))

        async def iterate(agency: AsyncAgency) -> None:
            async for _ in agency.across_companies(lambda account: account.me()):
                pass

        async def main() -> None:
            async with AsyncAgency(hq_key(mock), base_url=mock.base_url) as agency:
                iterating = asyncio.create_task(iterate(agency))
                while mock.faults.hanging < 20:
                    await asyncio.sleep(0.01)
                iterating.cancel()
                with pytest.raises(asyncio.CancelledError):
                    await iterating
                assert len(asyncio.all_tasks()) == 1

        asyncio.run(main())


def test_a_cancel_that_only_the_work_saw_is_its_outcome(mock):
    async def work(account: AsyncAccount) -> None:
        task = asyncio.create_task(asyncio.sleep(10))
        task.cancel()
        await task

    async def main() -> list[Outcome[None]]:
        async with AsyncAgency(hq_key(mock), base_url=mock.base_url) as agency:
            return [one async for one in agency.across_companies(work)]

    outcomes = asyncio.run(main())
    assert sum(isinstance(one.error, asyncio.CancelledError) for one in outcomes) == 12


def test_leaving_early_waits_for_the_threads_that_run_and_starts_no_more():
    with MockServer(big_world(120)) as mock:
        mock.latency = 0.02
        started: list[int] = []

        def work(account: Account) -> None:
            started.append(get_ident())
            account.me()

        with Agency(hq_key(mock), base_url=mock.base_url) as agency:
            for _ in agency.across_companies(work, concurrency=10):
                break
            begun = len(started)
            assert begun <= 20 and mock.executed["getMe"] == begun
            assert agency.account(next(iter(mock.world.agencies[0].companies))).me()
        assert len(started) == begun


INTERRUPTED = """
import signal, sys
from woodpecker_client import Agency
signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell's background job begins without it
agency = Agency(sys.argv[1], base_url=sys.argv[2])
def work(account):
    print("start", flush=True)
    return account.me()
for outcome in agency.across_companies(work, concurrency=5):
    print("outcome", flush=True)
    {body}
"""


@pytest.mark.parametrize("body", ["pass", "import time; time.sleep(30)"], ids=["waiting", "in the loop's body"])
def test_ctrl_c_ends_a_program_soon_and_starts_nothing_more(body):
    with MockServer(big_world(120)) as mock:
        mock.latency = 0.1
        command = [sys.executable, "-c", INTERRUPTED.format(body=body), hq_key(mock), mock.base_url]
        program = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        assert program.stdout is not None
        while program.stdout.readline() != "outcome\n":
            assert program.poll() is None
        os.kill(program.pid, signal.SIGINT)
        out, err = program.communicate(timeout=20)
        assert "KeyboardInterrupt" in err and program.returncode != 0
        assert out.count("start") <= 10
        assert mock.executed["getMe"] <= 15


@both
def test_nothing_is_lost_or_refused_with_hundreds_of_companies(is_async):
    with MockServer(big_world(500)) as mock:
        mock.latency = 0.05
        outcomes = run(mock, is_async, me)
        assert len({one.company.id for one in outcomes}) == 500 and not any(one.error for one in outcomes)
        assert refusals(mock) == 0
        assert all(mock.limits[one].highest == 1 for one in mock.world.agencies[0].companies)


@both
def test_what_is_not_read_yet_is_not_piled_up(is_async):
    with MockServer(big_world(300)) as mock:
        begun: list[int] = []

        async def slowly() -> None:
            async with AsyncAgency(hq_key(mock), base_url=mock.base_url) as agency:

                async def work(account: AsyncAccount) -> None:
                    begun.append(1)

                iterator = agency.across_companies(work, concurrency=10)
                await anext(iterator)
                await asyncio.sleep(0.3)
                assert len(begun) <= 10 + 10 + 10
                await iterator.aclose()

        if is_async:
            asyncio.run(slowly())
            return
        with Agency(hq_key(mock), base_url=mock.base_url) as agency:
            iterator = agency.across_companies(lambda account: begun.append(1), concurrency=10)
            next(iterator)
            import time

            time.sleep(0.3)
            assert len(begun) <= 10
            iterator.close()


def test_errors_of_outcomes_are_the_typed_ones(mock):
    mock.world.agencies[0].access = "full"
    outcomes = run(mock, False, lambda account: account.mailboxes.get(1))
    assert all(isinstance(one.error, WoodpeckerError) for one in outcomes)
