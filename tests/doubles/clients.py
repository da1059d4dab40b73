"""The four clients of `woodpecker_client`, called in the same way."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from contextlib import AsyncExitStack, ExitStack
from dataclasses import dataclass
from typing import Any

from woodpecker_client import Account, Agency, AsyncAccount, AsyncAgency
from woodpecker_mock import MockServer

CLIENTS = (Agency, Account, AsyncAgency, AsyncAccount)
COMPANY = 880101

Run = Callable[[Coroutine[Any, Any, Any]], Any]


@dataclass
class ClientKind:
    """One of the four, its key and where the API is.

    Attributes:
        run: what runs an asynchronous one.
    """

    kind: type[Any]
    key: str
    base_url: str
    run: Run = asyncio.run

    @classmethod
    def at(cls, mock: MockServer, kind: type[Any]) -> ClientKind:
        is_agency = issubclass(kind, Agency | AsyncAgency)
        return cls(kind, mock.hq_key if is_agency else mock.client_key(COMPANY), mock.base_url)

    @property
    def is_async(self) -> bool:
        return issubclass(self.kind, AsyncAgency | AsyncAccount)

    @property
    def is_agency(self) -> bool:
        return issubclass(self.kind, Agency | AsyncAgency)

    @property
    def headers(self) -> dict[str, str]:
        """What the header policy says that a request for the account carries."""
        company = {"x-company-id": str(COMPANY)} if self.is_agency else {}
        return {"x-api-key": self.key, **company}

    def client_of(self, library: Any) -> type[Any]:
        """The class of httpx or httpx2 that serves as `http_client=` here."""
        return library.AsyncClient if self.is_async else library.Client

    def open(self, **settings: Any) -> Any:
        return self.kind(self.key, base_url=self.base_url, **settings)

    def call_me(self, times: int = 1, make_client: Callable[[], Any] | None = None, **settings: Any) -> Any:
        """Call `/v1/me` so many times; returns the last result.

        Args:
            make_client: makes an `http_client`, which is closed afterwards.
        """

        async def in_asyncio() -> Any:
            async with AsyncExitStack() as opened:
                if make_client is not None:
                    settings["http_client"] = await opened.enter_async_context(make_client())
                account = self.account_of(await opened.enter_async_context(self.open(**settings)))
                for _ in range(times):
                    me = await account.me()
                return me

        if self.is_async:
            return self.run(in_asyncio())
        with ExitStack() as opened:
            if make_client is not None:
                settings["http_client"] = opened.enter_context(make_client())
            account = self.account_of(opened.enter_context(self.open(**settings)))
            for _ in range(times):
                me = account.me()
            return me

    def account_of(self, opened: Any) -> Any:
        return opened.account(COMPANY) if self.is_agency else opened
