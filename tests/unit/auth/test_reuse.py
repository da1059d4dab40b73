"""A connection is reused only if nothing but the last response arrived on it."""

from __future__ import annotations

import asyncio
import ssl
from collections.abc import Callable, Iterator
from time import sleep
from typing import Any

import httpcore
import httpx
import pytest
import trustme
from woodpecker_auth import AsyncNetworkTransport, NetworkTransport, idle_connections

from .raw_server import RawServer, Script, response

Ask = Callable[..., list[bytes]]


@pytest.fixture
def serve() -> Iterator[Callable[..., RawServer]]:
    started: list[RawServer] = []

    def start(script: Callable[[bytes], Script], context: ssl.SSLContext | None = None) -> RawServer:
        started.append(RawServer(script, context))
        return started[-1]

    yield start
    for server in started:
        server.close()


@pytest.fixture(scope="module")
def contexts() -> tuple[ssl.SSLContext, ssl.SSLContext]:
    """The TLS contexts of a server, and of a client that trusts it."""
    authority, server, client = trustme.CA(), ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER), ssl.create_default_context()
    authority.issue_cert("127.0.0.1").configure_cert(server)
    authority.configure_trust(client)
    return server, client


def name_of(head: bytes) -> bytes:
    """`/one` for the request that asks for it."""
    return head.split(b" ", 2)[1]


@pytest.fixture(params=["blocking", "asyncio", "uvloop"])
def ask(request: pytest.FixtureRequest) -> Ask:
    """`ask(url, *paths, pause=…)`: the response bodies of sequential requests over one transport."""

    def blocking(url: str, *paths: str, pause: float = 0.0, **settings: Any) -> list[bytes]:
        bodies = []
        with httpx.Client(transport=NetworkTransport(**settings), base_url=url) as http:
            for path in paths:
                bodies.append(http.get(path).content)
                sleep(pause)
        return bodies

    async def in_asyncio(url: str, *paths: str, pause: float = 0.0, **settings: Any) -> list[bytes]:
        bodies = []
        async with httpx.AsyncClient(transport=AsyncNetworkTransport(**settings), base_url=url) as http:
            for path in paths:
                bodies.append((await http.get(path)).content)
                await asyncio.sleep(pause)
        return bodies

    def running(*args: Any, **settings: Any) -> list[bytes]:
        return run(in_asyncio(*args, **settings))

    if request.param == "blocking":
        return blocking
    run = asyncio.run if request.param == "asyncio" else pytest.importorskip("uvloop").run
    return running


OTHER = response(b"another client's")
CHUNKED = b"HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n4\r\n/one\r\n0\r\n\r\n"
UNREQUESTED: dict[str, Script] = {
    "the response twice in one piece": [response(b"/one") + OTHER],
    "the response twice in two pieces": [response(b"/one"), OTHER],
    "the response twice, the second a little later": [response(b"/one"), 0.005, OTHER],
    "the start of a second response": [response(b"/one") + OTHER[:10]],
    "one byte": [response(b"/one") + b"x"],
    "a line end": [response(b"/one") + b"\r\n"],
    "a hint after the response": [response(b"/one") + b"HTTP/1.1 103 Early Hints\r\n\r\n"],
    "more after the last chunk": [CHUNKED + OTHER],
    "more after the last chunk, a little later": [CHUNKED, 0.005, OTHER],
    "a body that is longer than it says": [response(b"/one") + b" and more"],
}


@pytest.mark.parametrize("unrequested", UNREQUESTED)
@pytest.mark.parametrize("tls", [False, True], ids=["plain", "tls"])
def test_an_unrequested_response_is_not_read_as_the_next_one(serve, ask, contexts, unrequested, tls):
    def script(head: bytes) -> Script:
        return UNREQUESTED[unrequested] if name_of(head) == b"/one" else [response(name_of(head))]

    server = serve(script, contexts[0] if tls else None)
    settings = {"verify": contexts[1]} if tls else {}
    assert ask(server.url, "/one", "/two", "/three", pause=0.05, **settings) == [b"/one", b"/two", b"/three"]
    assert server.connections == 2, "the first connection is closed, the second one is kept"


@pytest.mark.parametrize("tls", [False, True], ids=["plain", "tls"])
def test_unread_bytes_are_not_read_as_the_next_response(serve, ask, contexts, monkeypatch, tls):
    """The response ends where a read does. The rest is neither with h11 nor, for TLS and asyncio, in the socket."""
    size = len(response(b"x" * 5000))
    for connection in (httpcore.HTTP11Connection, httpcore.AsyncHTTP11Connection):
        monkeypatch.setattr(connection, "READ_NUM_BYTES", size)

    def script(head: bytes) -> Script:
        return [response(b"x" * 5000) + OTHER] if name_of(head) == b"/one" else [response(name_of(head))]

    server = serve(script, contexts[0] if tls else None)
    settings = {"verify": contexts[1]} if tls else {}
    assert ask(server.url, "/one", "/two", **settings) == [b"x" * 5000, b"/two"]
    assert server.connections == 2


@pytest.mark.parametrize("status", ["204 No Content", "304 Not Modified"])
def test_an_unexpected_body_is_not_read_as_the_next_response(serve, ask, status):
    server = serve(lambda head: [response(b"Hey!", status) if name_of(head) == b"/one" else response(name_of(head))])
    assert ask(server.url, "/one", "/two") == [b"", b"/two"]


def test_expected_responses_keep_the_connection_open(serve, ask, contexts):
    replies = [CHUNKED, response(b""), response(b"x" * 200_000), response(b"", "204 No Content"), response(b"last")]
    for context, settings in ((None, {}), (contexts[0], {"verify": contexts[1]})):
        left = iter(replies)
        server = serve(lambda head: [next(left)], context)  # noqa: B023
        assert ask(server.url, *"abcde", **settings)[-1] == b"last"
        assert server.connections == 1


@pytest.mark.parametrize(
    "reply", [response(b"x", connection="close"), b"HTTP/1.0 200 OK\r\ncontent-length: 1\r\n\r\nx"]
)
def test_a_connection_that_the_server_announces_to_close_is_not_reused(serve, ask, reply):
    server = serve(lambda head: [reply])
    assert ask(server.url, "/", "/") == [b"x", b"x"] and server.connections == 2


def test_a_response_that_is_not_read_to_its_end_closes_its_connection(serve):
    server = serve(lambda head: [response(b"x" * 1000) if name_of(head) == b"/one" else response(name_of(head))])

    async def main() -> None:
        async with httpx.AsyncClient(transport=AsyncNetworkTransport(), base_url=server.url) as http:
            async with http.stream("GET", "/one"):
                pass
            assert (await http.get("/two")).content == b"/two"

    with httpx.Client(transport=NetworkTransport(), base_url=server.url) as http:
        with http.stream("GET", "/one"):
            pass
        assert http.get("/two").content == b"/two"
    asyncio.run(main())
    assert server.connections == 4


def test_an_iterator_of_a_closed_response_reads_no_other_response(serve):
    server = serve(lambda head: [response(name_of(head) * 1000)])
    one, two = (httpx.Request("GET", f"{server.url}/{name}") for name in ("one", "two"))

    transport = NetworkTransport()
    first = transport.handle_request(one)
    old = iter(first.stream)
    assert b"".join(iter(first.stream)) == b"/one" * 1000
    first.close()
    second = transport.handle_request(two)
    with pytest.raises(httpx.StreamClosed):
        next(old)
    assert second.read() == b"/two" * 1000
    transport.close()

    async def main() -> None:
        transport = AsyncNetworkTransport()
        first = await transport.handle_async_request(one)
        old = aiter(first.stream)
        assert b"".join([chunk async for chunk in first.stream]) == b"/one" * 1000
        await first.aclose()
        second = await transport.handle_async_request(two)
        with pytest.raises(httpx.StreamClosed):
            await anext(old)
        assert await second.aread() == b"/two" * 1000
        await transport.aclose()

    asyncio.run(main())
    assert server.connections == 2, "one for each transport: the connection was used again"


def test_an_iterator_that_stopped_half_way_reads_no_other_response(serve):
    server = serve(lambda head: [response(name_of(head) * 100_000)])
    transport = NetworkTransport()
    first = transport.handle_request(httpx.Request("GET", f"{server.url}/one"))
    old = iter(first.stream)
    next(old)
    first.close()
    second = transport.handle_request(httpx.Request("GET", f"{server.url}/two"))
    with pytest.raises((httpx.StreamClosed, httpx.ReadError, StopIteration)):
        next(old)
    assert second.read() == b"/two" * 100_000
    transport.close()


#: The pool reads these private attributes.
HIDDEN = ["_connection", "_h11_state", "_network_stream"]


@pytest.mark.parametrize("gone", HIDDEN)
def test_without_the_private_attributes_no_connection_is_reused(serve, ask, monkeypatch, gone):
    """With another version of httpcore, each request gets a new connection."""
    looked_at = idle_connections._http_connection

    class Without:
        def __init__(self, kept: Any) -> None:
            self._kept = kept

        def __getattr__(self, name: str) -> Any:
            if name == gone:
                raise AttributeError(name)
            value = getattr(self._kept, name)
            return Without(value) if name == "_connection" else value

    monkeypatch.setattr(idle_connections, "_http_connection", lambda connection: Without(looked_at(connection)))
    server = serve(lambda head: [response(name_of(head))])
    assert ask(server.url, "/one", "/two") == [b"/one", b"/two"] and server.connections == 2


def test_the_private_attributes_show_bytes_read_ahead(serve, contexts):
    """Fails if httpcore, h11 or anyio rename an attribute: then no connection would be reused."""
    seen: list[tuple[bool, bool]] = []

    async def main(url: str, **settings: Any) -> None:
        transport = AsyncNetworkTransport(**settings)
        response = await transport.handle_async_request(httpx.Request("GET", url))
        await response.aread()
        [here] = transport._pool._loops.values()
        [(_, connection)] = next(iter(here.connections.idle._stacks.values()))
        layer = connection._connection._network_stream._stream
        seen.append((hasattr(layer, "transport_stream"), idle_connections.is_still_reusable(connection)))
        lower = layer.transport_stream if hasattr(layer, "transport_stream") else layer
        lower._protocol.read_queue.append(b"x")
        seen.append((False, idle_connections.is_still_reusable(connection)))
        lower._protocol.read_queue.clear()
        if lower is not layer:
            layer._read_bio.write(b"x")
            seen.append((True, idle_connections.is_still_reusable(connection)))
        await transport.aclose()

    asyncio.run(main(serve(lambda head: [response(b"x")]).url))
    asyncio.run(main(serve(lambda head: [response(b"x")], contexts[0]).url, verify=contexts[1]))
    assert seen == [(False, True), (False, False), (True, True), (False, False), (True, False)]
