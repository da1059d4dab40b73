"""Blocking network streams that end with the deadline of the request, whatever trickles in.

httpcore starts its timeout anew with each read and each write, so a server that sends a byte now and then is never too
slow for it.
"""

from __future__ import annotations

import socket
import ssl
from collections.abc import Iterable
from ipaddress import ip_address
from queue import Empty, SimpleQueue
from threading import Thread
from typing import Any

import httpcore

from .deadline import Deadline

# Bytes that are written at once. The other side takes in a piece of that size as a whole, or the write times out.
_PIECE = 16 * 1024


class DeadlineBackend(httpcore.NetworkBackend):
    """Opens streams for one connection.

    Attributes:
        deadline: of the request that the connection sends now; None for no end.
    """

    def __init__(self) -> None:
        self.deadline: Deadline | None = None
        self._backend = httpcore.SyncBackend()

    def cut(self, timeout: float | None, late: type[httpcore.TimeoutException]) -> float | None:
        """A timeout that is no longer than what is left.

        Raises:
            httpcore.TimeoutException: `late`, if nothing is left.
        """
        if self.deadline is None:
            return timeout
        if self.deadline.over():
            raise late("the deadline passed")
        return self.deadline.limit(timeout)

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        """Connect to the first address of the host that can be reached; the timeout is for all of them together."""
        ends = Deadline(self.cut(timeout, httpcore.ConnectTimeout))
        addresses = _addresses(host, port, ends.remaining())
        for following, address in zip(range(len(addresses) - 1, -1, -1), addresses, strict=True):
            left = ends.remaining()
            share = None if left is None else left / (following + 1)
            try:
                stream = self._backend.connect_tcp(address, port, share, local_address, socket_options)
                return _DeadlineStream(stream, self)
            except (httpcore.ConnectError, httpcore.ConnectTimeout):
                if not following:
                    raise
        raise httpcore.ConnectError(f"{host} has no address")


def _addresses(host: str, port: int, timeout: float | None) -> list[str]:
    """The addresses of a name. The system's resolver has no timeout, so it works in a thread of its own."""
    try:
        return [str(ip_address(host))]
    except ValueError:
        pass
    results: SimpleQueue[list[str] | Exception] = SimpleQueue()

    def resolve() -> None:
        try:
            found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
            results.put(list(dict.fromkeys(str(address[0]) for *_, address in found)))
        except Exception as failure:
            results.put(failure)

    try:
        Thread(target=resolve, name="woodpecker-resolver", daemon=True).start()
    except RuntimeError:  # no thread can be started: out of resources, or the interpreter is ending
        resolve()
    try:
        found = results.get(timeout=timeout)
    except Empty:
        raise httpcore.ConnectTimeout(f"{host} was not resolved in time") from None
    if isinstance(found, Exception):
        raise httpcore.ConnectError(str(found)) from found
    return found


class _DeadlineStream(httpcore.NetworkStream):
    """A stream whose reads and writes end with the backend's deadline."""

    def __init__(self, stream: httpcore.NetworkStream, backend: DeadlineBackend) -> None:
        self._stream, self._backend = stream, backend

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._stream.read(max_bytes, self._backend.cut(timeout, httpcore.ReadTimeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        for start in range(0, len(buffer), _PIECE):
            piece = buffer[start : start + _PIECE]
            self._stream.write(piece, self._backend.cut(timeout, httpcore.WriteTimeout))

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        timeout = self._backend.cut(timeout, httpcore.ConnectTimeout)
        return _DeadlineStream(self._stream.start_tls(ssl_context, server_hostname, timeout), self._backend)

    def get_extra_info(self, info: str) -> Any:
        return self._stream.get_extra_info(info)
