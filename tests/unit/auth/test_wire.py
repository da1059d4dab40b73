"""TCP and TLS on asyncio: large bodies both ways, and each way to fail under httpx's name for it."""

from __future__ import annotations

import asyncio
import ssl
from collections.abc import Awaitable, Callable

import httpx
import pytest
import trustme
from woodpecker_auth import AsyncNetworkTransport

BIG = b"0123456789abcdef" * 400_000
Serve = Callable[[asyncio.StreamReader, asyncio.StreamWriter], Awaitable[None]]


def exchange(serve: Serve, method: str = "GET", scheme: str = "http", **request: object) -> httpx.Response:
    """One request to a server that this function plays."""

    async def main() -> httpx.Response:
        server = await asyncio.start_server(serve, "127.0.0.1", 0)
        url = f"{scheme}://127.0.0.1:{server.sockets[0].getsockname()[1]}/"
        try:
            async with httpx.AsyncClient(transport=AsyncNetworkTransport()) as http:
                return await http.request(method, url, **request)
        finally:
            server.close()

    return asyncio.run(main())


async def head_of(reader: asyncio.StreamReader) -> bytes:
    return await reader.readuntil(b"\r\n\r\n")


def test_a_large_answer_is_taken_in_as_it_is_read():
    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await head_of(reader)
        writer.write(b"HTTP/1.1 200 OK\r\ncontent-length: %d\r\n\r\n" % len(BIG) + BIG)
        await writer.drain()
        writer.close()

    assert exchange(serve).content == BIG


def test_an_answer_that_is_read_slowly_is_held_back_and_goes_on():
    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await head_of(reader)
        writer.write(b"HTTP/1.1 200 OK\r\ncontent-length: %d\r\n\r\n" % len(BIG) + BIG)
        await writer.drain()
        writer.close()

    async def main() -> bytes:
        server = await asyncio.start_server(serve, "127.0.0.1", 0)
        url = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}/"
        body, most = b"", 0
        async with httpx.AsyncClient(transport=AsyncNetworkTransport(), timeout=5) as http:
            async with http.stream("GET", url) as answer:
                async for chunk in answer.aiter_raw():
                    body, most = body + chunk, max(most, len(chunk))
                    await asyncio.sleep(0.02 if len(body) < len(BIG) / 4 else 0)
        server.close()
        # One packet may still come in after the reading was paused.
        assert most <= 3 * 256 * 1024
        return body

    assert asyncio.run(main()) == BIG


def test_a_large_request_waits_for_a_slow_reader():
    got: list[bytes] = []

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await head_of(reader)
        await asyncio.sleep(0.1)
        got.append(await reader.readexactly(len(BIG)))
        writer.write(b"HTTP/1.1 200 OK\r\ncontent-length: 0\r\nconnection: close\r\n\r\n")
        await writer.drain()
        writer.close()

    assert exchange(serve, "POST", content=BIG, timeout=10).status_code == 200 and got == [BIG]


async def silent(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    try:
        await asyncio.sleep(60)
    finally:
        writer.transport.abort()


def test_a_server_that_does_not_read_is_a_write_timeout():
    async def deaf(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        reader._transport.pause_reading()
        await silent(reader, writer)

    with pytest.raises(httpx.WriteTimeout):
        exchange(deaf, "POST", content=BIG * 4, timeout=httpx.Timeout(5, write=0.2))


def test_a_server_that_does_not_answer_is_a_read_timeout():
    with pytest.raises(httpx.ReadTimeout):
        exchange(silent, timeout=httpx.Timeout(5, read=0.1))


def test_a_server_that_does_not_speak_tls_in_time_is_a_connect_timeout():
    with pytest.raises(httpx.ConnectTimeout):
        exchange(silent, scheme="https", timeout=httpx.Timeout(5, connect=0.1))


def test_a_server_that_does_not_speak_tls_at_all_is_a_failure_to_connect():
    async def plain(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(b"HTTP/1.1 400 Bad Request\r\n\r\n")
        await writer.drain()
        writer.close()

    with pytest.raises(httpx.ConnectError):
        exchange(plain, scheme="https")


def test_a_connection_that_takes_too_long_is_a_connect_timeout(monkeypatch):
    async def never(*args: object, **settings: object) -> None:
        await asyncio.sleep(60)

    monkeypatch.setattr(asyncio.SelectorEventLoop, "create_connection", never)
    with pytest.raises(httpx.ConnectTimeout):
        exchange(silent, timeout=httpx.Timeout(5, connect=0.05))


@pytest.mark.parametrize("after", [b"", b"HTTP/1.1 200 OK\r\ncontent-length: 10\r\n\r\nhalf"])
def test_a_reset_is_an_error_of_reading(after):
    async def reset(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await head_of(reader)
        writer.write(after)
        await writer.drain()
        # What was not read makes the close a reset.
        writer.transport.abort()

    with pytest.raises((httpx.ReadError, httpx.RemoteProtocolError)):
        exchange(reset)


def test_a_cancelled_request_leaves_nothing_open():
    closed: list[bytes] = []

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await head_of(reader)
        closed.append(await reader.read())
        writer.close()

    with pytest.raises(TimeoutError):

        async def main() -> None:
            server = await asyncio.start_server(serve, "127.0.0.1", 0)
            url = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}/"
            transport = AsyncNetworkTransport()
            try:
                async with httpx.AsyncClient(transport=transport) as http:
                    async with asyncio.timeout(0.1):
                        await http.get(url, timeout=10)
            finally:
                await asyncio.sleep(0.05)
                server.close()

        asyncio.run(main())
    assert closed == [b""]


def test_tls_ends_without_a_warning_when_the_loop_ends_at_once():
    authority = trustme.CA()
    server_side, client_side = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER), ssl.create_default_context()
    authority.issue_cert("127.0.0.1").configure_cert(server_side)
    authority.configure_trust(client_side)

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await head_of(reader)
        writer.write(b"HTTP/1.1 200 OK\r\ncontent-length: %d\r\n\r\n" % len(BIG) + BIG)
        await silent(reader, writer)

    async def main() -> bytes:
        server = await asyncio.start_server(serve, "127.0.0.1", 0, ssl=server_side)
        url = f"https://127.0.0.1:{server.sockets[0].getsockname()[1]}/"
        transport = AsyncNetworkTransport(verify=client_side)
        async with httpx.AsyncClient(transport=transport) as http:
            body = (await http.get(url, timeout=10)).content
        server.close()
        return body

    assert asyncio.run(main()) == BIG
