"""httpx's own log records: without the query of our requests, and complete for those of other clients."""

from __future__ import annotations

import asyncio
import gc
from collections.abc import Awaitable, Callable
from typing import Any

import httpx
import httpx2
import pytest
from woodpecker_auth import AsyncPolicyTransport, HQKey, PolicyTransport

KEY = HQKey("the-key")
URL = "https://api.woodpecker.co/rest/v2/agency/blacklist/emails?email_filter=canary@example.com"


def blocking(library: Any, act: Callable[[], None]) -> Any:
    """A transport of a library that runs an action and responds."""

    def respond(request: Any) -> Any:
        act()
        return library.Response(200)

    return library.MockTransport(respond)


def in_asyncio(library: Any, act: Callable[[], Awaitable[None]]) -> Any:
    async def respond(request: Any) -> Any:
        await act()
        return library.Response(200)

    return library.MockTransport(respond)


@pytest.fixture
def logged(caplog) -> Callable[[], list[str]]:
    caplog.set_level("INFO")
    return lambda: [record.getMessage() for record in caplog.records]


def assert_hidden(lines: list[str], times: int) -> None:
    assert len(lines) == times and not any("canary" in line for line in lines)
    assert all("/blacklist/emails?… " in line for line in lines)


# Both the outer client and the caller's client below it log.
BELOW = pytest.mark.parametrize(("library", "logs"), [(None, 1), (httpx, 2), (httpx2, 2)])


@BELOW
def test_the_query_stays_hidden_when_an_equal_request_ends_earlier(logged, library, logs):
    begun = 0

    def overtake() -> None:
        nonlocal begun
        begun += 1
        if begun == 1:
            http.get(URL)
            gc.collect()

    sending = blocking(library or httpx, overtake)
    below = library.Client(transport=sending) if library else sending
    with httpx.Client(transport=PolicyTransport(KEY, below, lanes=None)) as http:
        http.get(URL)
    assert_hidden(logged(), 2 * logs)


@BELOW
def test_the_query_stays_hidden_when_an_equal_request_ends_earlier_in_asyncio(logged, library, logs):
    begun = 0

    async def main() -> None:
        async def overtake() -> None:
            nonlocal begun
            begun += 1
            if begun == 1:
                await http.get(URL)
                gc.collect()

        sending = in_asyncio(library or httpx, overtake)
        below = library.AsyncClient(transport=sending) if library else sending
        async with httpx.AsyncClient(transport=AsyncPolicyTransport(KEY, below, lanes=None)) as http:
            await http.get(URL)

    asyncio.run(main())
    assert_hidden(logged(), 2 * logs)


def test_the_query_stays_hidden_where_a_callers_transport_sends_through_a_client(logged):
    class Own(httpx.BaseTransport):
        def handle_request(self, request: httpx.Request) -> httpx.Response:
            return theirs.send(request)

    class OwnAsync(httpx.AsyncBaseTransport):
        async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
            async with httpx.AsyncClient(transport=blocking(httpx, lambda: None)) as theirs:
                return await theirs.send(request)

    async def main() -> None:
        async with httpx.AsyncClient(transport=AsyncPolicyTransport(KEY, OwnAsync())) as http:
            await http.get(URL)

    with httpx.Client(transport=blocking(httpx, lambda: None)) as theirs:
        with httpx.Client(transport=PolicyTransport(KEY, Own())) as http:
            http.get(URL)
    asyncio.run(main())
    assert_hidden(logged(), 4)


def test_the_query_of_another_clients_request_is_logged(logged):
    def ask_elsewhere() -> None:
        with httpx.Client(transport=blocking(httpx, lambda: None)) as theirs:
            theirs.get(URL)

    with httpx.Client(transport=PolicyTransport(KEY, blocking(httpx, ask_elsewhere))) as http:
        http.get(URL)
    theirs, ours = logged()
    assert "canary" in theirs and "canary" not in ours
