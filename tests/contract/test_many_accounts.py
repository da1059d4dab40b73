"""Bound accounts under threads and tasks: every answer belongs to the account that asked."""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor

from woodpecker_client import Agency, AsyncAgency
from woodpecker_mock import MockServer, World
from woodpecker_mock.world.sample_worlds import add_agency

COMPANIES, CALLS, THREADS = 50, 600, 16


def crowd() -> tuple[World, str, list[int]]:
    world = World()
    agency = add_agency(world, "Crowd", [f"Client {number}" for number in range(COMPANIES)])
    return world, agency.keys[0].value, list(agency.companies)


def test_600_calls_from_16_threads_over_50_accounts():
    world, key, ids = crowd()
    with MockServer(world) as mock, Agency(key, base_url=mock.base_url) as agency:
        accounts = [agency.account(number) for number in ids]

        def ask(turn: int) -> bool:
            account = accounts[turn % COMPANIES]
            return account.me().firm_id == ids[turn % COMPANIES]

        with ThreadPoolExecutor(THREADS) as threads:
            answers = list(threads.map(ask, range(CALLS)))
    assert len(answers) == CALLS and all(answers)


def test_600_calls_from_16_tasks_at_a_time_over_50_accounts():
    world, key, ids = crowd()

    async def main(base_url: str) -> list[bool]:
        async with AsyncAgency(key, base_url=base_url) as agency:
            accounts = [agency.account(number) for number in ids]
            room = asyncio.Semaphore(THREADS)

            async def ask(turn: int) -> bool:
                async with room:
                    me = await accounts[turn % COMPANIES].me()
                return me.firm_id == ids[turn % COMPANIES]

            return await asyncio.gather(*map(ask, range(CALLS)))

    with MockServer(world) as mock:
        answers = asyncio.run(main(mock.base_url))
    assert len(answers) == CALLS and all(answers)
