"""What openapi-python-client makes of the same spec without this project's templates and runtime: attrs over httpx."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from importlib import import_module
from typing import Any

from . import Blocking, Given, InAsyncio
from .generated import importable

PACKAGE = "stock_openapi_python_client"


def _client(given: Given) -> Any:
    return import_module(PACKAGE).Client(
        base_url=given.base_url, headers={"x-api-key": given.key}, httpx_args={"trust_env": False}
    )


def _modules(given: Given) -> tuple[Any, Any, Any]:
    importable(given.folder)
    names = ("account.get_me", "companies.list_companies", "mailboxes.list_mailboxes")
    me, companies, mailboxes = (import_module(f"{PACKAGE}.api.{name}") for name in names)
    return me, companies, mailboxes


@contextmanager
def blocking(given: Given) -> Iterator[Blocking]:
    me, companies, mailboxes = _modules(given)
    with _client(given) as client:
        yield {
            "me": lambda: me.sync(client=client, x_company_id=given.company),
            "50 companies": lambda: companies.sync(client=client, page=1),
            "20 mailboxes": lambda: mailboxes.sync(client=client, x_company_id=given.company),
        }


@asynccontextmanager
async def in_asyncio(given: Given) -> AsyncIterator[InAsyncio]:
    me, companies, mailboxes = _modules(given)
    async with _client(given) as client:
        yield {
            "me": lambda: me.asyncio(client=client, x_company_id=given.company),
            "50 companies": lambda: companies.asyncio(client=client, page=1),
            "20 mailboxes": lambda: mailboxes.asyncio(client=client, x_company_id=given.company),
        }
