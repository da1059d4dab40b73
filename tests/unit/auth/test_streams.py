"""A blocking request ends with its deadline, also if a response trickles or stalls, or the request is read slowly."""

from __future__ import annotations

import asyncio
import socket
import ssl
from collections.abc import Callable, Iterator
from contextlib import suppress
from threading import Event, Thread
from time import monotonic, sleep
from typing import Any

import httpcore
import httpx
import pytest
import trustme
from woodpecker_auth import (
    DEADLINE_EXTENSION,
    AsyncPolicyTransport,
    ClientKey,
    Deadline,
    NetworkTransport,
    PolicyTransport,
    streams,
)

from .raw_server import RawServer, Script

HEAD = b"HTTP/1.1 200 OK\r\ncontent-type: text/plain\r\n"
#: The bytes sent first, the bytes sent repeatedly, and the pause in seconds.
TRICKLES: dict[str, tuple[bytes, bytes]] = {
    "the status line": (b"HTTP/1.1 200 ", b"O"),
    "a header": (HEAD + b"x-a: ", b"a"),
    "headers": (HEAD, b"x-a: a\r\n"),
    "hints": (b"", b"HTTP/1.1 103 Early Hints\r\n\r\n"),
    "a body": (HEAD + b"content-length: 1000\r\n\r\n", b"x"),
    "chunks": (HEAD + b"transfer-encoding: chunked\r\n\r\n", b"1\r\nx\r\n"),
    "the size of a chunk": (HEAD + b"transfer-encoding: chunked\r\n\r\n", b"0"),
    "a trailer": (HEAD + b"transfer-encoding: chunked\r\n\r\n2\r\n[]\r\n0\r\nx-a: ", b"a"),
    "a body without an end": (HEAD + b"\r\n", b"x"),
    "nothing": (b"", b""),
}
SECONDS = 0.5


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


def trickling(name: str) -> Callable[[bytes], Script]:
    first, piece = TRICKLES[name]

    def script(head: bytes) -> Script:
        yield first
        for _ in range(100):
            yield 0.05
            yield piece

    return script


def took(action: Callable[[], object]) -> float:
    began = monotonic()
    with pytest.raises(httpx.TimeoutException):
        action()
    return monotonic() - began


@pytest.mark.parametrize("tls", [False, True], ids=["plain", "tls"])
@pytest.mark.parametrize("name", TRICKLES)
def test_the_network_transport_ends_with_the_deadline(serve, contexts, name, tls):
    server = serve(trickling(name), contexts[0] if tls else None)
    with httpx.Client(transport=NetworkTransport(verify=contexts[1]), timeout=10) as http:
        assert took(lambda: http.get(server.url, extensions={DEADLINE_EXTENSION: Deadline(SECONDS)})) < 2


@pytest.mark.parametrize("name", TRICKLES)
def test_the_policy_transport_ends_with_the_deadline(serve, name):
    server = serve(trickling(name))
    settings: dict[str, Any] = {"base_url": server.url, "deadline": SECONDS}
    with httpx.Client(transport=PolicyTransport(ClientKey("k"), **settings), timeout=10) as http:
        assert took(lambda: http.get(f"{server.url}/v1/me")) < 2

    async def main() -> None:
        transport = AsyncPolicyTransport(ClientKey("k"), **settings)
        async with httpx.AsyncClient(transport=transport, timeout=10) as http:
            await http.get(f"{server.url}/v1/me")

    assert took(lambda: asyncio.run(main())) < 2


def test_a_custom_transport_that_stalls_ends_with_the_deadline_under_asyncio():
    async def main() -> None:
        async def stall(request: httpx.Request) -> httpx.Response:
            await asyncio.sleep(60)
            raise AssertionError("it was waited for")

        settings: dict[str, Any] = {"base_url": "https://h.example", "deadline": SECONDS}
        transport = AsyncPolicyTransport(ClientKey("k"), httpx.MockTransport(stall), **settings)
        async with httpx.AsyncClient(transport=transport, timeout=None) as http:
            await http.get("https://h.example/v1/me")

    assert took(lambda: asyncio.run(main())) < 5


def test_a_request_that_is_received_slowly_ends_with_the_deadline():
    listening, end = socket.create_server(("127.0.0.1", 0)), Event()
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)

    def sip() -> None:
        accepted, _ = listening.accept()
        with accepted, suppress(OSError):
            while not end.wait(0.02) and accepted.recv(2048):
                pass

    thread = Thread(target=sip)
    thread.start()
    url = f"http://127.0.0.1:{listening.getsockname()[1]}"
    with httpx.Client(transport=NetworkTransport(), timeout=10) as http:
        request = http.build_request(
            "POST", url, content=b"x" * 50_000_000, extensions={DEADLINE_EXTENSION: Deadline(SECONDS)}
        )
        assert took(lambda: http.send(request)) < 3
    end.set()
    thread.join()
    listening.close()


def test_a_name_that_is_not_resolved_in_time_is_a_connect_timeout(monkeypatch):
    monkeypatch.setattr(socket, "getaddrinfo", lambda *args, **named: sleep(3))
    with httpx.Client(transport=NetworkTransport()) as http:
        began = monotonic()
        with pytest.raises(httpx.ConnectTimeout, match="resolved"):
            http.get("http://slow.example", extensions={DEADLINE_EXTENSION: Deadline(0.2)})
        assert monotonic() - began < 2


@pytest.mark.parametrize("failure", [OSError("no such name"), UnicodeError("label too long"), OverflowError("port")])
def test_a_name_that_cannot_be_resolved_is_a_connect_error(monkeypatch, failure):
    def fail(*args: object, **named: object) -> None:
        raise failure

    monkeypatch.setattr(socket, "getaddrinfo", fail)
    with httpx.Client(transport=NetworkTransport()) as http, pytest.raises(httpx.ConnectError):
        http.get("http://odd.example")


def test_the_second_address_is_tried_and_none_takes_all_the_time(monkeypatch):
    tried: list[tuple[str, float]] = []

    def connect(self: object, host: str, port: int, timeout: float, *more: object) -> httpcore.NetworkStream:
        tried.append((host, timeout))
        raise httpcore.ConnectTimeout("nobody there")

    addresses = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (f"192.0.2.{n}", 80)) for n in (1, 2, 3)]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *args, **named: addresses)
    monkeypatch.setattr(httpcore.SyncBackend, "connect_tcp", connect)
    with pytest.raises(httpcore.ConnectTimeout):
        streams.DeadlineBackend().connect_tcp("three.example", 80, timeout=9)
    assert [host for host, _ in tried] == ["192.0.2.1", "192.0.2.2", "192.0.2.3"]
    assert 2.5 < tried[0][1] <= 3 and 4 < tried[1][1] <= 4.5 and 8 < tried[2][1] <= 9
