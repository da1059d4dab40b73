"""Bound accounts under threads and tasks: every response belongs to the account that sent the request."""

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

        def call(number: int) -> bool:
            account = accounts[number % COMPANIES]
            return account.me().firm_id == ids[number % COMPANIES]

        with ThreadPoolExecutor(THREADS) as threads:
            results = list(threads.map(call, range(CALLS)))
    assert len(results) == CALLS and all(results)


def test_600_calls_from_16_tasks_at_a_time_over_50_accounts():
    world, key, ids = crowd()

    async def main(base_url: str) -> list[bool]:
        async with AsyncAgency(key, base_url=base_url) as agency:
            accounts = [agency.account(number) for number in ids]
            slots = asyncio.Semaphore(THREADS)

            async def call(number: int) -> bool:
                async with slots:
                    me = await accounts[number % COMPANIES].me()
                return me.firm_id == ids[number % COMPANIES]

            return await asyncio.gather(*map(call, range(CALLS)))

    with MockServer(world) as mock:
        results = asyncio.run(main(mock.base_url))
    assert len(results) == CALLS and all(results)
