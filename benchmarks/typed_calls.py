"""CPU time of typed calls and of bare httpx with `response.json()`: prints both in microseconds as JSON.

Both sides make the same requests over one connection, one after the other; the client's results are typed, and it keeps
the header policy, the lane and the deadline. Rounds of both sides alternate.
"""

from __future__ import annotations

import asyncio
import json
import sys
from collections.abc import Awaitable, Callable
from statistics import median
from time import process_time
from typing import Any

import httpx
from woodpecker_client import Agency, AsyncAgency

ROUNDS, CALLS = 9, 200
PATHS = {"me": "/v1/me", "a page of companies": "/v2/agency/companies?page=1", "mailboxes": "/v2/mailboxes"}


def blocking(given: dict[str, Any]) -> dict[str, dict[str, float]]:
    with Agency(given["key"], base_url=given["base_url"]) as agency, httpx.Client(trust_env=False) as http:
        account = agency.account(given["company"])
        typed: dict[str, Callable[[], object]] = {
            "me": account.me,
            "a page of companies": lambda: next(agency.companies.list().pages()),
            "mailboxes": account.mailboxes.list,
        }

        def bare(name: str) -> Callable[[], object]:
            url, headers = given["base_url"] + PATHS[name], headers_of(given, name)
            return lambda: http.get(url, headers=headers).json()

        def cost(call: Callable[[], object]) -> float:
            began = process_time()
            for _ in range(CALLS):
                call()
            return (process_time() - began) / CALLS * 1e6

        return {name: medians([(cost(call), cost(bare(name))) for _ in range(ROUNDS)]) for name, call in typed.items()}


async def in_asyncio(given: dict[str, Any]) -> dict[str, dict[str, float]]:
    async with AsyncAgency(given["key"], base_url=given["base_url"]) as agency:
        async with httpx.AsyncClient(trust_env=False) as http:
            account = agency.account(given["company"])
            typed: dict[str, Callable[[], Awaitable[object]]] = {
                "me": account.me,
                "a page of companies": lambda: anext(aiter(agency.companies.list().pages())),
                "mailboxes": lambda: anext(aiter(account.mailboxes.list().pages())),
            }

            def bare(name: str) -> Callable[[], Awaitable[object]]:
                url, headers = given["base_url"] + PATHS[name], headers_of(given, name)

                async def call() -> object:
                    return (await http.get(url, headers=headers)).json()

                return call

            async def cost(call: Callable[[], Awaitable[object]]) -> float:
                began = process_time()
                for _ in range(CALLS):
                    await call()
                return (process_time() - began) / CALLS * 1e6

            return {
                name: medians([(await cost(call), await cost(bare(name))) for _ in range(ROUNDS)])
                for name, call in typed.items()
            }


def headers_of(given: dict[str, Any], name: str) -> dict[str, str]:
    headers = {"x-api-key": given["key"]}
    return headers if name == "a page of companies" else {**headers, "x-company-id": str(given["company"])}


def medians(rounds: list[tuple[float, float]]) -> dict[str, float]:
    """The costs of both sides, and the median of the ratios of each round."""
    typed, bare = zip(*rounds, strict=True)
    return {"typed": median(typed), "bare": median(bare), "ratio": median(a / b for a, b in rounds)}


def main() -> None:
    given = json.load(sys.stdin)
    print(json.dumps({"blocking": blocking(given), "asyncio": asyncio.run(in_asyncio(given))}))


if __name__ == "__main__":
    main()
