"""What openapi-generator makes of the same spec: pydantic over urllib3, and over aiohttp in asyncio."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from importlib import import_module
from typing import Any

from . import Blocking, Given, InAsyncio
from .generated import importable

PACKAGES = {"urllib3": "stock_openapi_generator", "asyncio": "stock_openapi_generator_asyncio"}


def _package(given: Given, library: str) -> Any:
    importable(given.folder)
    return import_module(PACKAGES[library])


def _client(given: Given, package: Any) -> Any:
    return package.ApiClient(package.Configuration(host=given.base_url, api_key={"apiKey": given.key}))


def _calls(package: Any, client: Any, company: dict[str, Any]) -> dict[str, Any]:
    me, companies, mailboxes = (
        getattr(package, f"{name}Api")(client) for name in ("Account", "Companies", "Mailboxes")
    )
    return {
        "me": lambda: me.get_me(**company),
        "50 companies": lambda: companies.list_companies(page=1),
        "20 mailboxes": lambda: mailboxes.list_mailboxes(**company),
    }


@contextmanager
def blocking(given: Given) -> Iterator[Blocking]:
    package = _package(given, "urllib3")
    with _client(given, package) as client:
        yield _calls(package, client, {"x_company_id": given.company})


@asynccontextmanager
async def in_asyncio(given: Given) -> AsyncIterator[InAsyncio]:
    package = _package(given, "asyncio")
    async with _client(given, package) as client:
        # Its own parameter is an integer, which aiohttp refuses as a header.
        yield _calls(package, client, {"_headers": {"x-company-id": str(given.company)}})
