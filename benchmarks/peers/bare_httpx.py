"""Bare httpx and `response.json()`: what the others are compared with."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager
from typing import Any

import httpx

from . import CALLS, Blocking, Given, InAsyncio


@contextmanager
def blocking(given: Given, library: Any = httpx) -> Iterator[Blocking]:
    with library.Client(trust_env=False) as http:

        def get(call: str) -> Callable[[], object]:
            url, headers = given.request(call)
            return lambda: http.get(url, headers=headers).json()

        yield {call: get(call) for call in CALLS}


@asynccontextmanager
async def in_asyncio(given: Given, library: Any = httpx) -> AsyncIterator[InAsyncio]:
    async with library.AsyncClient(trust_env=False) as http:

        def get(call: str) -> Callable[[], Awaitable[object]]:
            url, headers = given.request(call)

            async def request() -> object:
                return (await http.get(url, headers=headers)).json()

            return request

        yield {call: get(call) for call in CALLS}
