"""All four clients where uvloop is the event loop: the two asynchronous ones on it, the others in its threads."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest
from woodpecker_client import Agency, AsyncAccount, AsyncAgency, TimedOut
from woodpecker_mock import Fault

from .clients import COMPANY, ClientKind

uvloop = pytest.importorskip("uvloop")


async def on_uvloop(coroutine: Any) -> Any:
    assert isinstance(asyncio.get_running_loop(), uvloop.Loop)
    return await coroutine


@pytest.fixture
def run(client):
    """Runs asynchronous clients on a uvloop, and blocking ones in a thread while a uvloop runs."""

    def call_me(**settings: Any) -> Any:
        if client.is_async:
            client.run = lambda coroutine: uvloop.run(on_uvloop(coroutine))
            return client.call_me(**settings)
        return uvloop.run(on_uvloop(asyncio.to_thread(client.call_me, **settings)))

    return call_me


def test_calls_have_results(run, mock):
    assert run(times=3).firm_id == COMPANY
    assert mock.executed_for["getMe", COMPANY] == 3


def test_a_lost_connection_is_repaired(run, mock):
    mock.faults.add(Fault(kind="reset", operation="getMe", times=2))
    assert run(times=2).firm_id == COMPANY
    assert [entry.status for entry in mock.log] == [0, 0, 200, 200]


def test_a_deadline_ends_a_call(run, mock):
    mock.latency = 30
    with pytest.raises(TimedOut):
        run(deadline=0.3)


def test_tasks_and_threads_share_the_lane_of_an_account(mock):
    mock.latency = 0.02
    tasks, threads = ClientKind.at(mock, AsyncAgency), ClientKind.at(mock, Agency)

    async def main() -> list[Any]:
        async with tasks.open() as agency:
            account = agency.account(COMPANY)
            in_threads = (asyncio.to_thread(threads.call_me, times=3) for _ in range(3))
            return await asyncio.gather(*in_threads, *(account.me() for _ in range(3)))

    assert {me.firm_id for me in uvloop.run(on_uvloop(main()))} == {COMPANY}
    assert mock.executed_for["getMe", COMPANY] == 12
    assert mock.limits[COMPANY].highest == 1


def test_work_for_all_companies_has_an_outcome_for_each(mock):
    async def work(account: AsyncAccount) -> int:
        return (await account.me()).firm_id

    async def main() -> list[Any]:
        async with ClientKind.at(mock, AsyncAgency).open() as agency:
            return [outcome async for outcome in agency.across_companies(work, active=None)]

    outcomes = uvloop.run(on_uvloop(main()))
    assert len(outcomes) == 14
    assert all(outcome.result == outcome.company.id for outcome in outcomes if not outcome.error)
    assert sum(outcome.error is None for outcome in outcomes) == 12
