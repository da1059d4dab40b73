"""HTTP/1.1 as servers speak it: answers of every framing, ahead of time, with a word before, and broken."""

from __future__ import annotations

import asyncio
from typing import Any

import httpx
import pytest
from woodpecker_auth import AsyncNetworkTransport
from woodpecker_auth.wire import Wire

OK = b"HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\nok"


class Played:
    """A server that answers each request, up to its blank line, with bytes; an empty answer hangs up."""

    def __init__(self, *answers: bytes, then_close: bool = False) -> None:
        self.answers, self.then_close = list(answers), then_close
        self.connections = 0
        self.heads: list[bytes] = []

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.connections += 1
        try:
            while self.answers:
                self.heads.append(await reader.readuntil(b"\r\n\r\n"))
                writer.write(self.answers.pop(0))
                await writer.drain()
                if self.then_close:
                    break
        except (asyncio.IncompleteReadError, ConnectionError):
            pass
        finally:
            writer.close()

    def ask(self, times: int = 1, **request: Any) -> list[httpx.Response]:
        async def main() -> list[httpx.Response]:
            server = await asyncio.start_server(self.serve, "127.0.0.1", 0)
            url = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}/path?query=1"
            try:
                async with httpx.AsyncClient(transport=AsyncNetworkTransport(), timeout=5) as http:
                    return [await http.request(request.pop("method", "GET"), url, **request) for _ in range(times)]
            finally:
                server.close()
                await asyncio.sleep(0.01)  # for the ends of the connections

        return asyncio.run(main())


@pytest.mark.parametrize(
    ("answer", "body"),
    [
        (OK, b"ok"),
        (b"HTTP/1.1 204 No Content\r\n\r\n", b""),
        (b"HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n", b"abcde"),
        (b"HTTP/1.1 200 OK\r\ncontent-length: 0\r\n\r\n", b""),
    ],
)
def test_framed_answers_keep_the_connection(answer, body):
    server = Played(answer, answer, answer)
    assert [one.content for one in server.ask(3)] == [body] * 3
    assert server.connections == 1


@pytest.mark.parametrize(
    "answer",
    [
        b"HTTP/1.1 200 OK\r\nconnection: close\r\ncontent-length: 2\r\n\r\nok",
        b"HTTP/1.1 200 OK\r\n\r\nok",
        b"HTTP/1.0 200 OK\r\n\r\nok",
        b"HTTP/1.0 200 OK\r\ncontent-length: 2\r\n\r\nok",
    ],
)
def test_answers_that_end_with_the_connection(answer):
    server = Played(answer, answer, then_close=True)
    assert [one.content for one in server.ask(2)] == [b"ok"] * 2
    assert server.connections == 2


def test_what_is_sent_and_what_comes_back():
    server = Played(b"HTTP/1.1 299 Odd one\r\nX-Twice: a\r\nX-Twice: b\r\ncontent-length: 0\r\n\r\n")
    (answer,) = server.ask(headers={"x-mine": "7"})
    assert server.heads[0].startswith(b"GET /path?query=1 HTTP/1.1\r\n") and b"x-mine: 7\r\n" in server.heads[0]
    assert (answer.status_code, answer.reason_phrase, answer.http_version) == (299, "Odd one", "HTTP/1.1")
    assert answer.headers.get_list("x-twice") == ["a", "b"]


def test_words_before_the_answer_are_skipped():
    server = Played(b"HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nlink: x\r\n\r\n" + OK)
    assert server.ask()[0].content == b"ok"


def test_an_answer_is_read_although_the_request_could_not_be_sent_to_its_end(monkeypatch):
    original = Wire.write

    async def breaks(self: Wire, data: bytes, timeout: float | None) -> None:
        await original(self, data, timeout)
        raise httpx.WriteError("broken pipe")

    monkeypatch.setattr(Wire, "write", breaks)
    server = Played(b"HTTP/1.1 413 Too Large\r\nconnection: close\r\ncontent-length: 0\r\n\r\n", then_close=True)
    assert server.ask(method="POST", content=b"x" * 1000)[0].status_code == 413
    with pytest.raises(httpx.RemoteProtocolError):
        Played(b"", then_close=True).ask(method="POST", content=b"x" * 1000)


def test_a_streamed_body_goes_out_in_chunks():
    bodies: list[bytes] = []

    class Reading(Played):
        async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            self.heads.append(await reader.readuntil(b"\r\n\r\n"))
            bodies.append(await reader.readuntil(b"\r\n0\r\n\r\n"))
            writer.write(OK)
            await writer.drain()
            writer.close()

    async def pieces() -> Any:
        for piece in (b"one", b"two"):
            yield piece

    assert Reading().ask(method="POST", content=pieces())[0].content == b"ok"
    assert bodies == [b"3\r\none\r\n3\r\ntwo\r\n0\r\n\r\n"]


@pytest.mark.parametrize(
    ("answer", "kind"),
    [
        (b"", httpx.RemoteProtocolError),
        (b"HTTP/1.1 200", httpx.RemoteProtocolError),
        (b"SSH-2.0-OpenSSH\r\n\r\n", httpx.RemoteProtocolError),
        (b"HTTP/1.1 200 OK\r\ncontent-length: 5\r\n\r\nab", httpx.RemoteProtocolError),
        (b"HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\nzz\r\n", httpx.RemoteProtocolError),
        (b"HTTP/1.1 200 OK\r\nx-long: " + b"y" * 200_000 + b"\r\n\r\n", httpx.RemoteProtocolError),
        (b"HTTP/1.1 101 Switching Protocols\r\nupgrade: x\r\n\r\nhello", httpx.RemoteProtocolError),
    ],
)
def test_what_is_no_answer(answer, kind):
    with pytest.raises(kind) as failed:
        Played(answer, then_close=True).ask()
    assert failed.value.request.method == "GET"


def test_what_cannot_be_sent_is_refused_here():
    async def main() -> None:
        request = httpx.Request("GET", "ftp://127.0.0.1/")
        await AsyncNetworkTransport().handle_async_request(request)

    with pytest.raises(httpx.UnsupportedProtocol):
        asyncio.run(main())
    with pytest.raises(httpx.LocalProtocolError):
        Played(OK).ask(headers={"x-bad": b"a\nb"})


def test_an_answer_that_was_not_read_costs_its_connection():
    server = Played(OK, OK)

    async def main() -> None:
        listening = await asyncio.start_server(server.serve, "127.0.0.1", 0)
        url = f"http://127.0.0.1:{listening.sockets[0].getsockname()[1]}/"
        async with httpx.AsyncClient(transport=AsyncNetworkTransport(), timeout=5) as http:
            async with http.stream("GET", url) as answer:
                assert answer.status_code == 200
            assert (await http.get(url)).content == b"ok"
        listening.close()
        await asyncio.sleep(0.01)

    asyncio.run(main())
    assert server.connections == 2
