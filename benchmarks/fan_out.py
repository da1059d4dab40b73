"""One request for each client company, by this client and by its peers, each in a process of its own.

`python -m benchmarks.fan_out` reads one JSON object (the fields of `Task`) and prints one: the number of correct
responses, seconds, CPU seconds, and the megabytes by which the process grew.

All list the companies one page at a time, as the API requires, and start the request for each company as soon as it is
listed; with `companies` they skip the listing.
"""

from __future__ import annotations

import asyncio
import json
import ssl
import sys
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter, process_time
from typing import Any

import httpx
from woodpecker_auth import AsyncNetworkTransport, NetworkTransport
from woodpecker_client import Account, Agency, AsyncAccount, AsyncAgency


@dataclass(frozen=True)
class Task:
    """The input of one run."""

    peer: str
    base_url: str
    key: str
    ca_file: str | None = None
    companies: list[int] | None = None
    calls: int = 1
    at_once: int = 100
    connections: int | None = None

    @property
    def trust(self) -> ssl.SSLContext:
        return ssl.create_default_context(cafile=self.ca_file)

    def headers(self, company: int) -> dict[str, str]:
        return {"x-api-key": self.key, "x-company-id": str(company)}


Get = Callable[[str, dict[str, str]], Awaitable[Any]]


async def bare(task: Task, get: Get) -> int:
    """Makes every request as early as possible, with a function that makes one."""

    async def me(company: int) -> bool:
        return bool((await get("/v1/me", task.headers(company)))["firm_id"] == company)

    async def found() -> AsyncIterator[int]:
        page = pages = 1
        while page <= pages:
            listed = await get(f"/v2/agency/companies?page={page}", {"x-api-key": task.key})
            pages, page = listed["pagination_data"]["total_pages"], page + 1
            for company in listed["content"]:
                yield company["id"]

    if task.companies is not None:
        return sum(await asyncio.gather(*map(me, task.companies)))
    return sum(await asyncio.gather(*[asyncio.create_task(me(company)) async for company in found()]))


async def aiohttp(task: Task) -> int:
    """aiohttp, without a bound on connections unless the task sets one."""
    from aiohttp import ClientSession, TCPConnector

    async with ClientSession(connector=TCPConnector(limit=task.connections or 0, ssl=task.trust)) as http:

        async def get(path: str, headers: dict[str, str]) -> Any:
            async with http.get(task.base_url + path, headers=headers) as response:
                return await response.json()

        return await bare(task, get)


async def stock_httpx(task: Task) -> int:
    """Stock httpx, without a timeout for its pool."""
    async with httpx.AsyncClient(verify=task.trust, timeout=httpx.Timeout(60, pool=None), trust_env=False) as http:

        async def get(path: str, headers: dict[str, str]) -> Any:
            return (await http.get(task.base_url + path, headers=headers)).json()

        return await bare(task, get)


async def in_asyncio(task: Task) -> int:
    """This client: `AsyncAgency.across_companies`."""
    transport = AsyncNetworkTransport(verify=task.trust) if task.ca_file else None

    async def me(account: AsyncAccount) -> int:
        for _ in range(task.calls - 1):
            await account.me()
        return (await account.me()).firm_id

    async with AsyncAgency(task.key, base_url=task.base_url, transport=transport) as agency:
        if task.companies is None:
            return sum([one.result == one.company.id async for one in agency.across_companies(me)])
        left = iter(task.companies)

        async def worker() -> int:
            return sum([await me(agency.account(company)) == company for company in left])

        return sum(await asyncio.gather(*(worker() for _ in range(task.at_once))))


def in_threads(task: Task) -> int:
    """This client: `Agency.across_companies`."""
    transport = NetworkTransport(verify=task.trust) if task.ca_file else None

    def me(account: Account) -> int:
        return account.me().firm_id

    with Agency(task.key, base_url=task.base_url, transport=transport) as agency:
        return sum(one.result == one.company.id for one in agency.across_companies(me))


PEERS: dict[str, Callable[[Task], Any]] = {
    "aiohttp": aiohttp,
    "httpx": stock_httpx,
    "asyncio": in_asyncio,
    "threads": in_threads,
}


def megabytes() -> float:
    """The most memory this process has had. Not getrusage's figure, which begins with what the parent had."""
    status = Path("/proc/self/status").read_text()
    return int(status.partition("VmHWM:")[2].split()[0]) / 1024


def main() -> None:
    task = Task(**json.load(sys.stdin))
    run = PEERS[task.peer]
    if task.peer == "aiohttp":
        import aiohttp  # noqa: F401  # the others are imported already
    before, began, used = megabytes(), perf_counter(), process_time()
    right = run(task)
    if asyncio.iscoroutine(right):
        right = asyncio.run(right)
    print(
        json.dumps(
            {
                "right": right,
                "seconds": perf_counter() - began,
                "cpu": process_time() - used,
                "grown": megabytes() - before,
            }
        )
    )


if __name__ == "__main__":
    main()
