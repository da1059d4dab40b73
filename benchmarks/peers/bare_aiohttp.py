"""Bare aiohttp and `response.json()`. It has no blocking form."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager

from aiohttp import ClientSession

from . import CALLS, Given, InAsyncio


@asynccontextmanager
async def in_asyncio(given: Given) -> AsyncIterator[InAsyncio]:
    async with ClientSession() as http:

        def get(call: str) -> Callable[[], Awaitable[object]]:
            url, headers = given.request(call)

            async def request() -> object:
                async with http.get(url, headers=headers) as response:
                    return await response.json()

            return request

        yield {call: get(call) for call in CALLS}
