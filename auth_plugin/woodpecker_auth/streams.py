"""Blocking network streams that end with the deadline of the request.

httpcore's timeouts hold for each single read and write, so a server that keeps sending single bytes never exceeds them.
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

# Bytes per write. A single write of this size either completes or times out, so the deadline is checked in between.
_WRITE_SIZE = 16 * 1024


class DeadlineBackend(httpcore.NetworkBackend):
    """Opens the streams of one connection.

    Attributes:
        deadline: of the request that the connection currently serves; None for no limit.
    """

    def __init__(self) -> None:
        self.deadline: Deadline | None = None
        self._backend = httpcore.SyncBackend()

    def limit(self, timeout: float | None, error: type[httpcore.TimeoutException]) -> float | None:
        """The timeout in seconds, shortened to the time left until the deadline.

        Raises:
            httpcore.TimeoutException: of the type `error`, if the deadline has passed.
        """
        if self.deadline is None:
            return timeout
        if self.deadline.has_passed():
            raise error("the deadline passed")
        return self.deadline.limit(timeout)

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        """Connect to the first reachable address of the host. The timeout is for all addresses together."""
        deadline = Deadline(self.limit(timeout, httpcore.ConnectTimeout))
        addresses = _resolve(host, port, deadline.remaining())
        for following, address in zip(range(len(addresses) - 1, -1, -1), addresses, strict=True):
            left = deadline.remaining()
            share = None if left is None else left / (following + 1)
            try:
                stream = self._backend.connect_tcp(address, port, share, local_address, socket_options)
                return _DeadlineStream(stream, self)
            except (httpcore.ConnectError, httpcore.ConnectTimeout):
                if not following:
                    raise
        raise httpcore.ConnectError(f"{host} has no address")


def _resolve(host: str, port: int, timeout: float | None) -> list[str]:
    """The IP addresses of a host. The system's resolver has no timeout, so it runs in a thread of its own.

    Raises:
        httpcore.ConnectTimeout: no result within `timeout` seconds.
        httpcore.ConnectError: the host cannot be resolved.
    """
    try:
        return [str(ip_address(host))]
    except ValueError:
        pass
    results: SimpleQueue[list[str] | Exception] = SimpleQueue()

    def look_up() -> None:
        try:
            found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
            results.put(list(dict.fromkeys(str(address[0]) for *_, address in found)))
        except Exception as failure:
            results.put(failure)

    try:
        Thread(target=look_up, name="woodpecker-resolver", daemon=True).start()
    except RuntimeError:  # no thread can be started: out of resources, or the interpreter is shutting down
        look_up()
    try:
        found = results.get(timeout=timeout)
    except Empty:
        raise httpcore.ConnectTimeout(f"{host} was not resolved in time") from None
    if isinstance(found, Exception):
        raise httpcore.ConnectError(str(found)) from found
    return found


class _DeadlineStream(httpcore.NetworkStream):
    """A stream whose reads and writes end with the deadline of its backend."""

    def __init__(self, stream: httpcore.NetworkStream, backend: DeadlineBackend) -> None:
        self._stream, self._backend = stream, backend

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._stream.read(max_bytes, self._backend.limit(timeout, httpcore.ReadTimeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        for start in range(0, len(buffer), _WRITE_SIZE):
            chunk = buffer[start : start + _WRITE_SIZE]
            self._stream.write(chunk, self._backend.limit(timeout, httpcore.WriteTimeout))

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        timeout = self._backend.limit(timeout, httpcore.ConnectTimeout)
        return _DeadlineStream(self._stream.start_tls(ssl_context, server_hostname, timeout), self._backend)

    def get_extra_info(self, info: str) -> Any:
        return self._stream.get_extra_info(info)
