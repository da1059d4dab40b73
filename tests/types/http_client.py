"""What type checkers say of a client of the user's own; it is checked, and never run."""

from __future__ import annotations

import httpx
import httpx2
from woodpecker_client import Account, Agency, AsyncAccount, AsyncAgency


def blocking(one: httpx.Client, other: httpx2.Client) -> None:
    Agency("key", http_client=one)
    Agency("key", http_client=other)
    Account("key", http_client=one)
    Account("key", http_client=other)


def in_asyncio(one: httpx.AsyncClient, other: httpx2.AsyncClient) -> None:
    AsyncAgency("key", http_client=one)
    AsyncAgency("key", http_client=other)
    AsyncAccount("key", http_client=one)
    AsyncAccount("key", http_client=other)


def no_client(transport: httpx.MockTransport) -> None:
    Agency("key", http_client=transport)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
