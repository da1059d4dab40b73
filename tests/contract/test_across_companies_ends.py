"""Work for all clients ends well, whatever the work, the callbacks, the caller and the interpreter do."""

from __future__ import annotations

import asyncio
import gc
import os
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextvars import ContextVar
from functools import partial
from typing import Any

import pytest
from woodpecker_client import Account, Agency, AsyncAccount, AsyncAgency, InvalidValue, Outcome, WoodpeckerError
from woodpecker_mock import MockServer

both = pytest.mark.parametrize("is_async", [False, True], ids=["threads", "tasks"])


@pytest.fixture(scope="module")
def mock() -> Iterator[MockServer]:
    with MockServer() as running:
        yield running


def across(mock: MockServer, is_async: bool, work: Callable[[int], Any], **settings: Any) -> list[Outcome[Any]]:
    """All outcomes of a function of the company's id, the two inactive companies included."""
    seen: list[Outcome[Any]] = []

    async def walk() -> None:
        async with AsyncAgency(mock.hq_key, base_url=mock.base_url) as agency:

            async def in_task(account: AsyncAccount) -> Any:
                await asyncio.sleep(0)
                return work(account.scope.company_id)

            async for outcome in agency.across_companies(in_task, **settings):
                seen.append(outcome)
            assert asyncio.all_tasks() == {asyncio.current_task()}

    if is_async:
        asyncio.run(walk())
        return seen
    with Agency(mock.hq_key, base_url=mock.base_url) as agency:
        for outcome in agency.across_companies(lambda account: work(account.scope.company_id), **settings):
            seen.append(outcome)
    assert not workers()
    return seen


def workers() -> list[threading.Thread]:
    return [one for one in threading.enumerate() if one.name == "across-companies"]


class Own(BaseException):
    pass


@both
@pytest.mark.parametrize("kind", [LookupError, Own, GeneratorExit, SystemExit, asyncio.CancelledError, MemoryError])
def test_whatever_the_work_raises_is_an_outcome_and_loses_no_other(mock, is_async, kind):
    def work(company: int) -> int:
        if company == 880101:
            raise kind("one client")
        return company

    outcomes = {one.company.id: one for one in across(mock, is_async, work)}
    assert len(outcomes) == 14 and type(outcomes[880101].error) is kind
    assert all(one.result == id for id, one in outcomes.items() if not one.error)


@both
def test_a_keyboard_interrupt_of_the_work_ends_it_and_reaches_the_caller(mock, is_async):
    def work(company: int) -> None:
        raise KeyboardInterrupt

    # With asyncio it does not tear the loop down from inside a task: the iteration ends first.
    with pytest.raises(KeyboardInterrupt):
        across(mock, is_async, work)
    assert not workers()


@both
def test_a_progress_callback_that_raises_ends_it_cleanly(mock, is_async):
    begun: list[int] = []

    def on_progress(done: int, total: int | None, failed: int) -> None:
        if done == 2:
            raise LookupError("mine")

    with pytest.raises(LookupError, match="mine"):
        across(mock, is_async, begun.append, concurrency=2, on_progress=on_progress)
    assert not workers() and len(begun) <= 4


@both
def test_the_callers_context_variables_are_there_and_changes_stay_inside(mock, is_async):
    variable: ContextVar[str] = ContextVar("variable", default="nobody's")
    seen: list[str] = []

    def work(company: int) -> None:
        seen.append(variable.get())
        variable.set(f"changed by {company}")

    token = variable.set("the caller's")
    across(mock, is_async, work, concurrency=2)
    assert seen == ["the caller's"] * 12 and variable.get() == "the caller's"
    variable.reset(token)


def test_work_in_work(mock):
    with Agency(mock.hq_key, base_url=mock.base_url) as agency:

        def work(account: Account) -> int:
            return len({one.result.firm_id for one in agency.across_companies(lambda inner: inner.me()) if one.result})

        outcomes = list(agency.across_companies(work, concurrency=3))
    assert [one.result for one in outcomes if not one.error] == [12] * 12 and not workers()


def test_work_in_work_in_tasks(mock):
    async def main() -> list[Outcome[int]]:
        async with AsyncAgency(mock.hq_key, base_url=mock.base_url) as agency:

            async def work(account: AsyncAccount) -> int:
                inner = [one async for one in agency.across_companies(lambda inner: inner.me())]
                return len({one.result.firm_id for one in inner if one.result})

            return [one async for one in agency.across_companies(work, concurrency=3)]

    assert [one.result for one in asyncio.run(main()) if not one.error] == [12] * 12


# -- what is refused ---------------------------------------------------------------------------------------------------


async def coroutine_function(account: Account) -> None:
    raise AssertionError("never runs")


class Coroutines:
    async def __call__(self, account: Account) -> None:
        raise AssertionError("never runs")


REFUSED = [
    ({"work": coroutine_function}, "work is an `async def`"),
    ({"work": partial(coroutine_function)}, "work is an `async def`"),
    ({"work": Coroutines()}, "work is an `async def`"),
    ({"work": partial(partial(Coroutines()))}, "work is an `async def`"),
]
REFUSED_BY_BOTH = [
    ({"work": None}, "work should be a function, not NoneType"),
    ({"work": 3}, "work should be a function, not int"),
    ({"on_progress": 3}, "on_progress should be a function, not int"),
    ({"on_progress": coroutine_function}, "on_progress is an `async def`"),
    ({"active": 1}, "active should be True, False or None, not int"),
    ({"active": "false"}, "active should be True, False or None, not str"),
    ({"concurrency": 0}, "concurrency should be an integer of at least 1, not 0"),
    ({"concurrency": 2.0}, "concurrency should be an integer of at least 1, not float"),
    ({"concurrency": True}, "concurrency should be an integer of at least 1, not bool"),
]


@pytest.mark.parametrize(("arguments", "message"), REFUSED + REFUSED_BY_BOTH)
def test_what_threads_cannot_do_is_refused_at_the_call(mock, arguments, message):
    with Agency(mock.hq_key, base_url=mock.base_url) as agency, pytest.raises(InvalidValue, match=message):
        agency.across_companies(**{"work": print, **arguments})


@pytest.mark.parametrize(("arguments", "message"), REFUSED_BY_BOTH)
def test_what_tasks_cannot_do_is_refused_at_the_call(mock, arguments, message):
    agency = AsyncAgency(mock.hq_key, base_url=mock.base_url)
    with pytest.raises(InvalidValue, match=message):
        agency.across_companies(**{"work": coroutine_function, **arguments})


def test_something_to_await_is_no_result_in_threads(mock):
    with Agency(mock.hq_key, base_url=mock.base_url) as agency:
        outcomes = list(agency.across_companies(lambda account: coroutine_function(account)))
    gc.collect()  # "never awaited" would be an error here
    errors = [one.error for one in outcomes if one.company.active]
    assert len(errors) == 12 and all(isinstance(one, InvalidValue) and "to await" in str(one) for one in errors)


def test_nothing_to_await_is_no_result_in_tasks(mock):
    async def main() -> list[Outcome[Any]]:
        async with AsyncAgency(mock.hq_key, base_url=mock.base_url) as agency:
            return [one async for one in agency.across_companies(lambda account: 3)]

    errors = [one.error for one in asyncio.run(main()) if one.company.active]
    assert len(errors) == 12 and all(isinstance(one, InvalidValue) and "not int" in str(one) for one in errors)


# -- callers that go away ----------------------------------------------------------------------------------------------


def test_an_iteration_that_is_dropped_leaves_no_thread_and_no_lane(mock):
    with Agency(mock.hq_key, base_url=mock.base_url) as agency:
        for _ in range(20):
            iterator = agency.across_companies(lambda account: account.me(), concurrency=4)
            next(iterator)
            del iterator
            assert not workers()
        assert len(list(agency.across_companies(lambda account: account.me(deadline=5)))) == 14


def test_an_iteration_that_only_the_garbage_collector_finds_leaves_no_thread(mock):
    with Agency(mock.hq_key, base_url=mock.base_url) as agency:
        cycle: list[Any] = [agency.across_companies(lambda account: account.me(), concurrency=4)]
        next(cycle[0])
        cycle.append(cycle)
        del cycle
        gc.collect()
        assert not workers()


def test_the_garbage_collector_may_end_an_iteration_from_within_its_work(mock):
    collected = threading.Event()

    def work(account: Account) -> None:
        if account.scope.company_id != 880101 and dropped.wait(5):
            gc.collect()
            collected.set()

    gc.disable()
    try:
        with Agency(mock.hq_key, base_url=mock.base_url) as agency:
            dropped = threading.Event()
            cycle: list[Any] = [agency.across_companies(work, concurrency=4)]
            assert next(cycle[0]).company.id == 880101  # while the work for others waits
            cycle.append(cycle)
            del cycle
            dropped.set()
            assert collected.wait(5)
            for worker in workers():
                worker.join(5)
            assert not workers()
    finally:
        gc.enable()


def test_one_that_never_began_began_nothing(mock):
    with Agency(mock.hq_key, base_url=mock.base_url) as agency:
        before = mock.executed["listCompanies"]
        agency.across_companies(lambda account: account.me())
        assert mock.executed["listCompanies"] == before and not workers()


def test_an_iteration_of_another_event_loop_is_refused_and_lets_its_tasks_end(mock):
    agency = AsyncAgency(mock.hq_key, base_url=mock.base_url)
    iterator = agency.across_companies(lambda account: account.me(), concurrency=2)
    first, second = asyncio.new_event_loop(), asyncio.new_event_loop()
    first.run_until_complete(anext(iterator))
    with pytest.raises(WoodpeckerError, match="another event loop"):
        second.run_until_complete(asyncio.wait_for(anext(iterator), 5))
    first.run_until_complete(asyncio.sleep(0.05))
    assert not asyncio.all_tasks(first)
    first.run_until_complete(agency.aclose())
    first.close()
    second.close()


def test_a_task_of_the_work_that_somebody_cancels_is_an_outcome(mock):
    async def main() -> list[Outcome[None]]:
        async with AsyncAgency(mock.hq_key, base_url=mock.base_url) as agency:

            async def work(account: AsyncAccount) -> None:
                task = asyncio.current_task()
                assert task is not None
                task.cancel()
                await account.me()

            return [one async for one in agency.across_companies(work)]

    outcomes = asyncio.run(main())
    assert sum(isinstance(one.error, asyncio.CancelledError) for one in outcomes) == 12 and len(outcomes) == 14


def test_a_task_that_somebody_cancels_before_it_began_is_an_outcome(mock):
    async def main() -> list[Outcome[None]]:
        async with AsyncAgency(mock.hq_key, base_url=mock.base_url) as agency:

            async def work(account: AsyncAccount) -> None:
                for task in asyncio.all_tasks():
                    coroutine = task.get_coro()
                    assert coroutine is not None
                    if coroutine.__qualname__.endswith("work_for") and task is not asyncio.current_task():
                        task.cancel()

            return [one async for one in agency.across_companies(work, active=None)]

    outcomes = asyncio.run(asyncio.wait_for(main(), 10))
    assert sorted(type(one.error).__name__ for one in outcomes) == ["CancelledError"] * 13 + ["NoneType"]


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs os.fork")
def test_a_forked_child_gets_a_clear_error_instead_of_its_parents_outcomes(mock):
    with Agency(mock.hq_key, base_url=mock.base_url) as agency:
        iterator = agency.across_companies(lambda account: account.me(), concurrency=2)
        next(iterator)
        reads, writes = os.pipe()
        child = os.fork()
        if not child:
            try:
                next(iterator)
                text = "an outcome"
            except WoodpeckerError as error:
                text = str(error)
            os.write(writes, text.encode())
            os._exit(0)
        os.waitpid(child, 0)
        assert "belongs to the parent process" in os.read(reads, 200).decode()
        assert len(list(iterator)) == 13
    os.close(reads)
    os.close(writes)


# -- interpreters that end ---------------------------------------------------------------------------------------------

PROGRAM = """
import atexit, sys, threading
from woodpecker_client import Agency

agency = Agency(sys.argv[1], base_url=sys.argv[2])

def job():
    if {waits}:
        threading.main_thread().join()
    print(len(list(agency.across_companies(lambda account: account.me(deadline=5)))), "outcomes", flush=True)

def no_thread(self):
    raise RuntimeError("can't start new thread")

{start}
"""


@pytest.mark.parametrize(
    ("waits", "start"),
    [
        (True, "threading.Thread(target=job).start()"),
        (False, "atexit.register(job)"),
        (False, "threading.Thread.start = no_thread; job()"),
        (False, "threading.Thread(target=job).start(); threading.Thread.start = no_thread"),
    ],
    ids=["the main thread has ended", "at exit", "no thread at all", "no more than one thread"],
)
def test_all_outcomes_come_where_no_more_threads_can_start(mock, waits, start):
    ran = program(mock, PROGRAM.format(waits=waits, start=start))
    assert (ran.stdout, ran.stderr, ran.returncode) == ("14 outcomes\n", "", 0)


ABANDONED = """
import sys, time
from woodpecker_client import Agency

agency = Agency(sys.argv[1], base_url=sys.argv[2])

def work(account):
    if account.scope.company_id != 880101:
        print("begun", flush=True)
        time.sleep(0.3)
        print("ended", flush=True)

iterator = agency.across_companies(work, concurrency=3)
next(iterator)
{end}
"""


@pytest.mark.parametrize("end", ["", "held = [iterator]; held.append(held)", "raise SystemExit(0)"])
def test_a_program_that_ends_with_an_iteration_under_way_lets_the_work_end(mock, end):
    ran = program(mock, ABANDONED.format(end=end))
    assert ran.returncode == 0 and ran.stderr == ""
    assert 1 <= ran.stdout.count("begun") == ran.stdout.count("ended") <= 4


INTERRUPTED = """
import os, signal, sys, threading
from woodpecker_client import Agency

signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell's background job begins without it
agency = Agency(sys.argv[1], base_url=sys.argv[2])
iterator = agency.across_companies(lambda account: account.scope.company_id == 880101 or threading.Event().wait())
next(iterator)
interrupt = threading.Timer(0.5, os.kill, (os.getpid(), signal.SIGINT))
interrupt.daemon = True
interrupt.start()
"""


def test_ctrl_c_at_the_end_of_a_program_leaves_what_still_runs(mock):
    ran = program(mock, INTERRUPTED)
    assert "KeyboardInterrupt" in ran.stderr and ran.stdout == ""


def program(mock: MockServer, text: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-X", "dev", "-W", "error", "-c", text, mock.hq_key, mock.base_url]
    return subprocess.run(command, capture_output=True, text=True, timeout=60)
