"""Redis lanes below httpx's clients."""

from __future__ import annotations

import asyncio
import time
from concurrent.futures import ThreadPoolExecutor

import httpx
import pytest
from woodpecker_auth import AsyncPolicyTransport, ClientKey, CompanyScope, HQKey, LaneUnavailable, PolicyTransport

from tests.redis.server import eventually

ACCOUNT = "https://api.woodpecker.co/rest/v2/mailboxes"


class InFlight:
    def __init__(self) -> None:
        self.now, self.most, self.all = 0, 0, 0

    def begin(self) -> None:
        self.now += 1
        self.all += 1
        self.most = max(self.most, self.now)

    def end(self) -> httpx.Response:
        self.now -= 1
        return httpx.Response(200)


def test_blocking_and_asyncio_clients_share_a_lane(server, lanes_at):
    lanes, seen = lanes_at(server.url), InFlight()

    def respond(request: httpx.Request) -> httpx.Response:
        seen.begin()
        time.sleep(0.002)
        return seen.end()

    async def respond_in_asyncio(request: httpx.Request) -> httpx.Response:
        seen.begin()
        await asyncio.sleep(0.002)
        return seen.end()

    blocking = PolicyTransport(HQKey("k"), httpx.MockTransport(respond), scope=CompanyScope(7), lanes=lanes)
    # Another key for the same account.
    key = ClientKey("c", company_id=7)
    in_asyncio = AsyncPolicyTransport(key, httpx.MockTransport(respond_in_asyncio), lanes=lanes)

    async def main() -> list[httpx.Response]:
        async with httpx.AsyncClient(transport=in_asyncio) as http:
            return await asyncio.gather(*(http.get(ACCOUNT) for _ in range(20)))

    with httpx.Client(transport=blocking) as http, ThreadPoolExecutor(21) as threads:
        others = threads.submit(lambda: asyncio.run(main()))
        responses = list(threads.map(lambda _: http.get(ACCOUNT), range(20))) + others.result()
    assert [response.status_code for response in responses] == [200] * 40
    assert seen.most == 1 and seen.all == 40
    eventually(lambda: server.names() == [])


def test_without_redis_nothing_is_sent(mortal, lanes_at):
    mortal.stop()
    lanes, seen = lanes_at(mortal.url), InFlight()

    def respond(request: httpx.Request) -> httpx.Response:
        seen.begin()
        return seen.end()

    async def in_asyncio() -> None:
        transport = AsyncPolicyTransport(HQKey("k"), httpx.MockTransport(respond), scope=CompanyScope(7), lanes=lanes)
        async with httpx.AsyncClient(transport=transport) as http:
            await http.get(ACCOUNT)

    transport = PolicyTransport(HQKey("k"), httpx.MockTransport(respond), scope=CompanyScope(7), lanes=lanes)
    with httpx.Client(transport=transport) as http:
        with pytest.raises(LaneUnavailable):
            http.get(ACCOUNT)
    with pytest.raises(LaneUnavailable):
        asyncio.run(in_asyncio())
    assert seen.all == 0
