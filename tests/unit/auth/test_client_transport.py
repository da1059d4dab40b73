"""An httpx client as the inner transport: the bytes are unchanged, and the client stays open."""

from __future__ import annotations

import asyncio
import gzip

import httpx
import pytest
from woodpecker_auth import (
    AsyncPolicyTransport,
    HQKey,
    PolicyTransport,
)

KEY = HQKey("the-key")
BODY = b'{"content": []}' * 500


@pytest.fixture
def zipped(listen, http_response):
    return listen("127.0.0.1", lambda head: http_response(200, gzip.compress(BODY), content_encoding="gzip"))


def test_a_gzipped_response_is_decoded_once(send, zipped):
    done = send(KEY, f"{zipped.url}/rest/v2/agency/companies", base_url=f"{zipped.url}/rest")
    assert done.content == BODY and done.headers["content-encoding"] == "gzip"
    assert done.num_bytes_downloaded == len(gzip.compress(BODY)) and done.elapsed.total_seconds() > 0


def test_a_response_that_a_hook_has_read_is_not_decoded_again(zipped):
    def read(response: httpx.Response) -> None:
        response.read()

    async def aread(response: httpx.Response) -> None:
        await response.aread()

    async def main() -> bytes:
        async with httpx.AsyncClient(event_hooks={"response": [aread]}) as theirs:
            transport = AsyncPolicyTransport(KEY, theirs, base_url=f"{zipped.url}/rest")
            async with httpx.AsyncClient(transport=transport) as http:
                return (await http.get(f"{zipped.url}/rest/v2/agency/companies")).content

    with httpx.Client(event_hooks={"response": [read]}) as theirs:
        with httpx.Client(transport=PolicyTransport(KEY, theirs, base_url=f"{zipped.url}/rest")) as http:
            assert http.get(f"{zipped.url}/rest/v2/agency/companies").content == BODY
    assert asyncio.run(main()) == BODY


def test_a_streamed_response_arrives_in_chunks(listen, http_response):
    api = listen("127.0.0.1", lambda head: http_response(200, BODY * 100))
    with httpx.Client(transport=PolicyTransport(KEY, base_url=f"{api.url}/rest")) as http:
        with http.stream("GET", f"{api.url}/rest/v2/agency/companies") as done:
            pieces = list(done.iter_raw())
    assert len(pieces) > 1 and b"".join(pieces) == BODY * 100


def test_a_callers_client_stays_open_and_keeps_redirects_and_auth_to_itself(network):
    network.respond = lambda request: httpx.Response(302, headers={"location": "https://h.example/"})
    theirs = httpx.Client(transport=network.transport, follow_redirects=True, auth=("me", "pw"))
    with httpx.Client(transport=PolicyTransport(KEY, theirs)) as http:
        done = http.get("https://api.woodpecker.co/rest/v2/agency/companies")
    assert done.status_code == 302 and len(network.sent) == 1 and not theirs.is_closed
    assert "authorization" not in network.sent[0].headers and network.sent[0].headers["x-api-key"] == "the-key"
    theirs.close()


def test_a_callers_async_client_stays_open(network):
    async def main() -> bool:
        async with httpx.AsyncClient(transport=network.transport) as theirs:
            async with httpx.AsyncClient(transport=AsyncPolicyTransport(KEY, theirs)) as http:
                await http.get("https://api.woodpecker.co/rest/v2/agency/companies")
            return theirs.is_closed

    assert asyncio.run(main()) is False and len(network.sent) == 1
