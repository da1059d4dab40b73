"""TCP and TLS on asyncio's own transports, with httpx's names for what goes wrong."""

from __future__ import annotations

import asyncio
import select
import socket
import ssl
from ipaddress import ip_address
from typing import Self

import httpx

# Bytes that are taken in ahead of whoever reads.
_AHEAD = 256 * 1024


class Wire(asyncio.Protocol):
    """One connection: bytes out, and bytes in. One reader and one writer at a time."""

    def __init__(self) -> None:
        self._transport: asyncio.Transport | None = None
        self._incoming = bytearray()
        self._ended = self._jammed = self._held_back = False
        self._failure: Exception | None = None
        self._reader: asyncio.Future[None] | None = None
        self._writer: asyncio.Future[None] | None = None

    @classmethod
    async def connect(cls, host: str, port: int, timeout: float | None) -> Self:
        """Open a connection.

        Raises:
            httpx.ConnectError, httpx.ConnectTimeout: there is none, or not in so many seconds.
        """
        # A race between the addresses of a name; with one address there is none, and asyncio's race forgets to close
        # its winner if it is cancelled in that moment.
        head_start = None if _is_address(host) else 0.25
        try:
            async with asyncio.timeout(timeout):
                _, wire = await asyncio.get_running_loop().create_connection(
                    cls, host, port, happy_eyeballs_delay=head_start
                )
                return wire
        except TimeoutError:
            raise httpx.ConnectTimeout("no connection in time") from None
        except OSError as failure:
            raise httpx.ConnectError(str(failure)) from failure

    async def secure(self, context: ssl.SSLContext, host: str, timeout: float | None) -> None:
        """Speak TLS from here on.

        Raises:
            httpx.ConnectError, httpx.ConnectTimeout: the other side does not, or not in so many seconds.
        """
        assert self._transport is not None
        try:
            async with asyncio.timeout(timeout):
                secured = await asyncio.get_running_loop().start_tls(
                    self._transport, self, context, server_hostname=host
                )
        except TimeoutError:
            raise httpx.ConnectTimeout("no TLS in time") from None
        except OSError as failure:  # ssl.SSLError is one
            raise httpx.ConnectError(str(failure)) from failure
        if secured is None:
            raise httpx.ConnectError("the connection closed before TLS began")
        self._transport = secured

    async def read(self, timeout: float | None) -> bytes:
        """What has come in; nothing at the end.

        Raises:
            httpx.ReadError, httpx.ReadTimeout: the connection broke, or nothing came in so many seconds.
        """
        if not self._incoming and not self._ended:
            self._reader = asyncio.get_running_loop().create_future()
            try:
                async with asyncio.timeout(timeout):
                    await self._reader
            except TimeoutError:
                raise httpx.ReadTimeout("no answer in time") from None
            finally:
                self._reader = None
        if not self._incoming and self._failure is not None:
            raise httpx.ReadError(str(self._failure)) from self._failure
        taken = bytes(self._incoming)
        self._incoming.clear()
        if self._held_back and self._transport is not None:
            self._held_back = False
            self._transport.resume_reading()
        return taken

    async def write(self, data: bytes, timeout: float | None) -> None:
        """Send, as fast as the other side takes it in.

        Raises:
            httpx.WriteError, httpx.WriteTimeout: the connection broke, or nothing went in so many seconds.
        """
        if self._ended or self._transport is None or self._transport.is_closing():
            raise httpx.WriteError("the connection is closed")
        self._transport.write(data)
        if self._jammed:
            self._writer = asyncio.get_running_loop().create_future()
            try:
                async with asyncio.timeout(timeout):
                    await self._writer
            except TimeoutError:
                raise httpx.WriteTimeout("the request could not be sent in time") from None
            finally:
                self._writer = None
        if self._failure is not None:
            raise httpx.WriteError(str(self._failure)) from self._failure

    @property
    def is_stale(self) -> bool:
        """Whether there are bytes or an end that nobody asked for: the server is done with this connection."""
        if self._incoming or self._ended or self._transport is None:
            return True
        # A program that kept the event loop busy has not been told yet.
        return _is_readable(self._transport.get_extra_info("socket"))

    def abort(self) -> None:
        """Close at once. Over TLS a polite end would wait for the server's, and the event loop may end before."""
        if self._transport is not None:
            self._transport.abort()

    # What follows is called by asyncio.

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self._transport = transport

    def data_received(self, data: bytes) -> None:
        self._incoming += data
        if len(self._incoming) > _AHEAD and self._transport is not None:
            self._transport.pause_reading()
            self._held_back = True
        _wake(self._reader)

    def eof_received(self) -> None:
        self._ended = True
        _wake(self._reader)

    def connection_lost(self, exc: Exception | None) -> None:
        self._ended, self._failure = True, exc
        _wake(self._reader)
        _wake(self._writer)

    def pause_writing(self) -> None:
        self._jammed = True

    def resume_writing(self) -> None:
        self._jammed = False
        _wake(self._writer)


def _wake(waiter: asyncio.Future[None] | None) -> None:
    if waiter is not None and not waiter.done():
        waiter.set_result(None)


def _is_readable(opened: socket.socket) -> bool:
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
