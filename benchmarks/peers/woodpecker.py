"""This client: typed results, and with each call the header policy, the lane, the deadline and the retries."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager

from woodpecker_client import Agency, AsyncAgency

from . import Blocking, Given, InAsyncio


@contextmanager
def blocking(given: Given) -> Iterator[Blocking]:
    with Agency(given.key, base_url=given.base_url) as agency:
        account = agency.account(given.company)
        yield {
            "me": account.me,
            "50 companies": lambda: next(agency.companies.list().pages()),
            "20 mailboxes": account.mailboxes.list,
        }


@asynccontextmanager
async def in_asyncio(given: Given) -> AsyncIterator[InAsyncio]:
    async with AsyncAgency(given.key, base_url=given.base_url) as agency:
        account = agency.account(given.company)

        async def mailboxes() -> object:
            return await account.mailboxes.list()

        yield {
            "me": account.me,
            "50 companies": lambda: anext(aiter(agency.companies.list().pages())),
            "20 mailboxes": mailboxes,
        }
