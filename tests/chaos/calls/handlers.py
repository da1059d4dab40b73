"""What the server does with a request. Most get the response that they should; the others get the worst there is."""

from __future__ import annotations

import asyncio
import socket
import struct
import time
from collections.abc import Awaitable, Callable
from contextlib import suppress
from random import Random

from .request import Request, body_for, refusal

#: Seconds after which a client that sends nothing is disconnected.
IDLE = 8.0
# Seconds. A client gives up before.
_STALL = 2.0


class Connection:
    """One connection.

    Attributes:
        received_at: when the last request had arrived.
        unsolicited_at: when something had been sent beyond the response to it; None if nothing was, 0 if it went out
            with the response itself: whoever has that has it, too.
    """

    def __init__(self, accepted: socket.socket, random: Random) -> None:
        self.random = random
        self.received_at = 0.0
        self.unsolicited_at: float | None = None
        self._socket, self._received = accepted, b""
        accepted.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)

    async def request(self) -> Request | None:
        """The next one; None when there is none."""
        while b"\r\n\r\n" not in self._received:
            if not await self._receive():
                return None
        head, _, self._received = self._received.partition(b"\r\n\r\n")
        length = head.lower().partition(b"content-length: ")[2].partition(b"\r\n")[0]
        while len(self._received) < int(length or 0):
            if not await self._receive():
                return None
        self._received = self._received[int(length or 0) :]
        self.received_at = time.monotonic()
        return Request.of(head)

    async def _receive(self) -> bool:
        try:
            more = await asyncio.wait_for(asyncio.get_running_loop().sock_recv(self._socket, 65536), IDLE)
        except TimeoutError:
            return False
        self._received += more
        return bool(more)

    def has_next(self) -> bool:
        """Whether the next request has begun to arrive, or the client has closed."""
        with suppress(BlockingIOError):
            self._socket.recv(1, socket.MSG_PEEK)
            return True
        return bool(self._received)

    async def send(self, data: bytes) -> None:
        await asyncio.get_running_loop().sock_sendall(self._socket, data)

    async def send_unsolicited(self, data: bytes) -> None:
        """Send what belongs to no request, unless the next request is here: then it would be its response."""
        if not self.has_next():
            await self.send(data)
            self.unsolicited_at = time.monotonic()

    async def send_with_more(self, data: bytes) -> None:
        """Send a response, and at once what belongs to no request."""
        self.unsolicited_at = 0.0
        await self.send(data)

    def reset(self) -> None:
        """Closing will send a reset."""
        self._socket.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))


def response(body: bytes, status: str = "200 OK", *lines: str) -> bytes:
    head = [f"HTTP/1.1 {status}", "content-type: application/json", f"content-length: {len(body)}", *lines]
    return "\r\n".join([*head, "", ""]).encode() + body


async def _right(on: Connection, to: Request) -> bool:
    await on.send(response(body_for(to)))
    return True


async def _slow(on: Connection, to: Request) -> bool:
    await asyncio.sleep(on.random.uniform(0.002, 0.04))
    return await _right(on, to)


async def _large(on: Connection, to: Request) -> bool:
    await on.send(response(body_for(to, on.random.randrange(300_000))))
    return True


async def _in_pieces(on: Connection, to: Request) -> bool:
    data = response(body_for(to))
    for start in range(0, len(data), 40):
        await on.send(data[start : start + 40])
        await asyncio.sleep(0.0005)
    return True


def _chunked(to: Request) -> list[bytes]:
    body = body_for(to)
    chunks = [body[start : start + 30] for start in range(0, len(body), 30)]
    return [
        b"HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ntransfer-encoding: chunked\r\n\r\n",
        *(f"{len(chunk):x}\r\n".encode() + chunk + b"\r\n" for chunk in chunks),
        b"0\r\nx-trailer: x\r\n\r\n",
    ]


async def _in_chunks(on: Connection, to: Request) -> bool:
    for chunk in _chunked(to):
        await on.send(chunk)
        await asyncio.sleep(0)
    return True


async def _with_hints(on: Connection, to: Request) -> bool:
    for status in on.random.choices(("102 Processing", "103 Early Hints"), k=3):
        await on.send(f"HTTP/1.1 {status}\r\nlink: <x>\r\n\r\n".encode())
    return await _right(on, to)


async def _twice_at_once(on: Connection, to: Request) -> bool:
    await on.send_with_more(response(body_for(to)) * 2)
    return True


async def _chunks_and_more(on: Connection, to: Request) -> bool:
    await on.send_with_more(b"".join(_chunked(to)) + response(body_for(to)))
    return True


async def _twice(on: Connection, to: Request) -> bool:
    await _right(on, to)
    await asyncio.sleep(on.random.uniform(0, 0.01))
    await on.send_unsolicited(response(body_for(to)))
    return True


_TRAILING = (
    b"\r\n",
    b"\0",
    b"x",
    b"HTTP/1.1 200 OK\r\n",
    b"0\r\n\r\n",
    response(b"{}")[:30],
    b"GET / HTTP/1.1\r\n\r\n",
)


async def _with_more(on: Connection, to: Request) -> bool:
    await on.send_with_more(response(body_for(to)) + on.random.choice(_TRAILING))
    return True


async def _more_later(on: Connection, to: Request) -> bool:
    await _right(on, to)
    await asyncio.sleep(on.random.uniform(0, 0.01))
    timeout = response(refusal(to, 408), "408 Request Timeout", "connection: close")
    await on.send_unsolicited(on.random.choice((*_TRAILING, timeout)))
    return True


async def _half(on: Connection, to: Request) -> bool:
    data = response(body_for(to))
    await on.send(data[: on.random.randrange(len(data))])
    return False


async def _half_and_reset(on: Connection, to: Request) -> bool:
    on.reset()
    return await _half(on, to)


async def _nothing(on: Connection, to: Request) -> bool:
    return False


async def _reset(on: Connection, to: Request) -> bool:
    on.reset()
    return False


async def _half_and_stall(on: Connection, to: Request) -> bool:
    await _half(on, to)
    await asyncio.sleep(_STALL)
    return False


async def _trickle(on: Connection, to: Request) -> bool:
    ends = time.monotonic() + _STALL
    for byte in response(body_for(to)):
        if time.monotonic() > ends:
            break
        await on.send(bytes([byte]))
        await asyncio.sleep(0.02)
    return False


async def refuse(on: Connection, to: Request) -> bool:
    await on.send(response(refusal(to, 429), "429 Too Many Requests", "retry-after: 0.01"))
    return True


async def _fail(on: Connection, to: Request) -> bool:
    await on.send(response(refusal(to, 500), "500 Internal Server Error"))
    return True


async def _last(on: Connection, to: Request) -> bool:
    await on.send(response(body_for(to), "200 OK", "connection: close"))
    return False


async def _last_without_notice(on: Connection, to: Request) -> bool:
    await _right(on, to)
    return False


async def _noise(on: Connection, to: Request) -> bool:
    await on.send(on.random.choice((b"\0" * 50, b"HTTP/9.9 OK\r\n\r\n", b"<html>", b"HTTP/1.1 200 OK\r\nx\r\n\r\n")))
    return False


Handler = Callable[[Connection, Request], Awaitable[bool]]

#: How often what is done. Each gives whether the connection is good for another request.
SHARES: dict[Handler, float] = {
    _right: 0.52,
    _slow: 0.06,
    _large: 0.03,
    _in_pieces: 0.03,
    _in_chunks: 0.04,
    _with_hints: 0.03,
    _twice_at_once: 0.04,
    _chunks_and_more: 0.02,
    _twice: 0.04,
    _with_more: 0.04,
    _more_later: 0.03,
    _half: 0.015,
    _half_and_reset: 0.015,
    _nothing: 0.01,
    _reset: 0.015,
    _half_and_stall: 0.003,
    _trickle: 0.003,
    refuse: 0.025,
    _fail: 0.02,
    _last: 0.015,
    _last_without_notice: 0.015,
    _noise: 0.005,
}
