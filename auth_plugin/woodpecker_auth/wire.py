"""TCP and TLS for httpcore, on asyncio's own transports.

httpcore's default goes through anyio, which serves other event loops than asyncio's, too; a quarter of the CPU time of
a request was spent there.
"""

from __future__ import annotations

import asyncio
import select
import socket
import ssl
from collections.abc import Iterable
from ipaddress import ip_address
from typing import Any, TypeAlias

import httpcore

SocketOption: TypeAlias = tuple[int, int, int] | tuple[int, int, bytes | bytearray] | tuple[int, int, None, int]

# Bytes that are taken in ahead of whoever reads.
_AHEAD = 256 * 1024


class _Wire(asyncio.Protocol):
    """What has come in, and who waits for more or for the way out to be free. One reader, one writer."""

    def __init__(self) -> None:
        self.incoming = bytearray()
        self.ended = False
        self.failure: Exception | None = None
        self._transport: asyncio.Transport | None = None
        self._reader: asyncio.Future[None] | None = None
        self._writer: asyncio.Future[None] | None = None
        self._jammed = self._held_back = False

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self._transport = transport

    def data_received(self, data: bytes) -> None:
        self.incoming += data
        if len(self.incoming) > _AHEAD and self._transport is not None:
            self._transport.pause_reading()
            self._held_back = True
        _wake(self._reader)

    def eof_received(self) -> None:
        self.ended = True
        _wake(self._reader)

    def connection_lost(self, exc: Exception | None) -> None:
        self.ended, self.failure = True, exc
        _wake(self._reader)
        _wake(self._writer)

    def pause_writing(self) -> None:
        self._jammed = True

    def resume_writing(self) -> None:
        self._jammed = False
        _wake(self._writer)

    async def arrival(self) -> None:
        """Until there is something to read, or nothing will come."""
        while not self.incoming and not self.ended:
            self._reader = asyncio.get_running_loop().create_future()
            try:
                await self._reader
            finally:
                self._reader = None

    async def drained(self) -> None:
        """Until the way out is free, or gone."""
        while self._jammed and not self.ended:
            self._writer = asyncio.get_running_loop().create_future()
            try:
                await self._writer
            finally:
                self._writer = None

    def take(self, most: int) -> bytes:
        taken = bytes(self.incoming[:most])
        del self.incoming[:most]
        if self._held_back and self._transport is not None:
            self._held_back = False
            self._transport.resume_reading()
        return taken


def _wake(waiter: asyncio.Future[None] | None) -> None:
    if waiter is not None and not waiter.done():
        waiter.set_result(None)


class _Stream(httpcore.AsyncNetworkStream):
    def __init__(self, transport: asyncio.Transport, wire: _Wire) -> None:
        self._transport, self._wire = transport, wire

    async def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        if not self._wire.incoming:
            try:
                async with asyncio.timeout(timeout):
                    await self._wire.arrival()
            except TimeoutError:
                raise httpcore.ReadTimeout("no answer in time") from None
        if not self._wire.incoming and self._wire.failure is not None:
            raise httpcore.ReadError(str(self._wire.failure)) from self._wire.failure
        return self._wire.take(max_bytes)

    async def write(self, buffer: bytes, timeout: float | None = None) -> None:
        if not buffer:
            return
        if self._transport.is_closing():
            raise httpcore.WriteError("the connection is closed")
        self._transport.write(buffer)
        try:
            async with asyncio.timeout(timeout):
                await self._wire.drained()
        except TimeoutError:
            raise httpcore.WriteTimeout("the request could not be sent in time") from None
        if self._wire.failure is not None:
            raise httpcore.WriteError(str(self._wire.failure)) from self._wire.failure

    async def aclose(self) -> None:
        # Not `close`: over TLS it waits for the server to say goodbye, and the event loop may end before.
        self._transport.abort()

    async def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.AsyncNetworkStream:
        loop = asyncio.get_running_loop()
        try:
            async with asyncio.timeout(timeout):
                secured = await loop.start_tls(
                    self._transport, self._wire, ssl_context, server_hostname=server_hostname
                )
        except TimeoutError:
            self._transport.abort()
            raise httpcore.ConnectTimeout("no TLS in time") from None
        except OSError as failure:  # ssl.SSLError is one
            self._transport.abort()
            raise httpcore.ConnectError(str(failure)) from failure
        if secured is None:
            raise httpcore.ConnectError("the connection closed before TLS began")
        self._wire.connection_made(secured)
        return _Stream(secured, self._wire)

    def get_extra_info(self, info: str) -> Any:
        if info == "is_readable":
            # Bytes or an end that nobody asked for: the server is done with this connection. The socket is asked, too:
            # a program that kept the event loop busy has not been told yet.
            return bool(self._wire.incoming) or self._wire.ended or _readable(self._transport.get_extra_info("socket"))
        return self._transport.get_extra_info({"client_addr": "sockname", "server_addr": "peername"}.get(info, info))


def _readable(opened: socket.socket) -> bool:
    if not hasattr(select, "poll"):
        return bool(select.select([opened], [], [], 0)[0])
    poll = select.poll()
    poll.register(opened, select.POLLIN)
    return bool(poll.poll(0))


def _is_address(host: str) -> bool:
    try:
        ip_address(host)
    except ValueError:
        return False
    return True


class AsyncioBackend(httpcore.AsyncNetworkBackend):
    """Opens connections on the running event loop."""

    async def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[SocketOption] | None = None,
    ) -> httpcore.AsyncNetworkStream:
        local = None if local_address is None else (local_address, 0)
        # A race between the addresses of a name; with one address there is none, and asyncio's race forgets to close
        # its winner if it is cancelled in that moment.
        head_start = None if _is_address(host) else 0.25
        try:
            async with asyncio.timeout(timeout):
                transport, wire = await asyncio.get_running_loop().create_connection(
                    _Wire, host, port, local_addr=local, happy_eyeballs_delay=head_start
                )
        except TimeoutError:
            raise httpcore.ConnectTimeout("no connection in time") from None
        except OSError as failure:
            raise httpcore.ConnectError(str(failure)) from failure
        for option in socket_options or ():
            transport.get_extra_info("socket").setsockopt(*option)
        return _Stream(transport, wire)

    async def sleep(self, seconds: float) -> None:
        await asyncio.sleep(seconds)
