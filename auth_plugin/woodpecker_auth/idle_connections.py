"""Idle connections, and the check whether a connection may be reused.

A duplicate response, or bytes after the end of one, would be read as the response to the next request, which may act
for another client. So a connection is kept only if its last response was read to its end and no further bytes have
arrived, and only in the process and the event loop that opened it. In doubt it is closed.
"""

from __future__ import annotations

import os
import ssl
from collections import deque
from threading import Lock
from time import monotonic
from typing import Any, Generic, NamedTuple, TypeAlias, TypeVar

import httpcore

from .deadline import DEADLINE_EXTENSION, Deadline

#: Seconds that an idle connection is kept. Many servers close after five; reuse stops before that.
IDLE_SECONDS = 4.0

#: Scheme, host and port.
Origin: TypeAlias = tuple[bytes, bytes, int]
C = TypeVar("C")


class PoolRequest(NamedTuple):
    """The part of a request that a pool reads.

    Attributes:
        pool_timeout: seconds to wait for a connection; None for no limit.
    """

    origin: Origin
    deadline: Deadline | None
    pool_timeout: float | None

    @classmethod
    def of(cls, request: Any) -> PoolRequest:
        extensions = request.extensions
        origin, deadline = request.url.origin, extensions.get(DEADLINE_EXTENSION)
        pool_timeout = extensions.get("timeout", {}).get("pool")
        if deadline:
            pool_timeout = deadline.limit(pool_timeout)
        return cls((origin.scheme, origin.host, origin.port), deadline, pool_timeout)


class IdleConnections(Generic[C]):
    """A stack of idle connections per origin. Taking one costs the same with ten of them and with ten thousand."""

    def __init__(self) -> None:
        self._mutex, self._pid = Lock(), os.getpid()
        self._stacks: dict[Origin, deque[tuple[float, C]]] = {}
        self.closed = False

    def take(self, origin: Origin) -> C | None:
        """Remove and return the connection that was used last; None if there is none."""
        with self._mutex:
            stack = self._stacks.get(origin)
            return stack.pop()[1] if stack else None

    def put(self, origin: Origin, connection: C) -> list[C]:
        """Keep a connection. Returns those to close: idle for too long, or returned after `close`."""
        if self._pid != os.getpid():  # in a forked child, where the mutex may stay locked by a thread of the parent
            return [connection]
        now, stale = monotonic(), list[C]()
        with self._mutex:
            if self.closed:
                return [connection]
            stack = self._stacks.setdefault(origin, deque())
            stack.append((now, connection))
            while stack[0][0] < now - IDLE_SECONDS:
                stale.append(stack.popleft()[1])
        return stale

    def close(self) -> list[C]:
        """Remove and return all connections, for the caller to close. Later ones are not kept."""
        if self._pid == os.getpid():
            with self._mutex:
                self.closed = True
        stacks, self._stacks = self._stacks, {}
        return [connection for stack in stacks.values() for _, connection in stack]


def connect_error(connection: Any, failure: BaseException) -> httpcore.ConnectError | None:
    """The error for a connection that failed before any network access, such as on a host name that cannot be encoded.

    None if the failure is a network error, or occurred on an open connection.
    """
    is_direct = isinstance(connection, httpcore.HTTPConnection | httpcore.AsyncHTTPConnection)
    not_opened = is_direct and connection.info() == "CONNECTION FAILED"
    if not_opened and isinstance(failure, ValueError | OverflowError | TypeError):
        return httpcore.ConnectError(str(failure))
    return None


def is_reusable(connection: Any) -> bool:
    """Whether a connection may be reused after its response is closed.

    Bytes that h11 and anyio have read beyond the response are visible in private attributes of httpcore and anyio
    only. If these attributes do not exist, no connection is reused.
    """
    try:
        http = _http_connection(connection)
        return (
            http.is_idle()
            and http._connection._h11_state.trailing_data == (b"", False)
            and not _has_unread(http._connection._network_stream)
        )
    except (AttributeError, IndexError, TypeError):
        return False


def is_still_reusable(connection: Any) -> bool:
    """Whether an idle connection may still be used: it is not expired or closed by the server, and no bytes arrived."""
    try:
        http = _http_connection(connection)
        return not http.has_expired() and not _has_unread(http._connection._network_stream)
    except (AttributeError, IndexError, TypeError):
        return False


def _http_connection(connection: Any) -> Any:
    # Through a proxy it is an httpcore pool of one connection.
    is_pool = isinstance(connection, httpcore.ConnectionPool | httpcore.AsyncConnectionPool)
    return connection.connections[0] if is_pool else connection


def _has_unread(stream: Any) -> bool:
    """Whether there are unread bytes between the socket and HTTP. `has_expired` sees those in the socket itself."""
    if not hasattr(stream, "aclose"):
        opened = stream.get_extra_info("socket")
        if isinstance(opened, ssl.SSLSocket):
            return opened.pending() > 0
        return stream.get_extra_info("ssl_object") is not None  # TLS within TLS, which has a buffer of its own
    layer = stream._stream
    while hasattr(layer, "transport_stream"):
        if layer._read_bio.pending or layer._ssl_object.pending():
            return True
        layer = layer.transport_stream
    return bool(layer._protocol.read_queue)
