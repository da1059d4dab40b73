"""Connections that nobody uses, and which of them may be used again.

A response that arrives twice, or bytes after its end, would be read as the response to the next request, which may be
another client's. So a connection is kept only if its last response was read to the framed end and nothing whatever
arrived beyond it, and only where it was made: in this process, and for this event loop. In doubt it is closed.
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

#: Seconds that an idle connection is kept. Servers that close after five do not close one while it is being used.
IDLE_SECONDS = 4.0

#: Scheme, host and port.
Origin: TypeAlias = tuple[bytes, bytes, int]
C = TypeVar("C")


class Demand(NamedTuple):
    """What a request asks of a pool.

    Attributes:
        patience: seconds to wait for a connection; None for no end.
    """

    origin: Origin
    deadline: Deadline | None
    patience: float | None

    @classmethod
    def of(cls, request: Any) -> Demand:
        extensions = request.extensions
        origin, deadline = request.url.origin, extensions.get(DEADLINE_EXTENSION)
        patience = extensions.get("timeout", {}).get("pool")
        return cls(
            (origin.scheme, origin.host, origin.port), deadline, deadline.limit(patience) if deadline else patience
        )


def with_body(response: Any, body: Any) -> httpcore.Response:
    """The same response with another body."""
    return httpcore.Response(response.status, headers=response.headers, content=body, extensions=response.extensions)


class IdleConnections(Generic[C]):
    """A stack of connections for each origin: taking the newest costs the same with ten and with ten thousand."""

    def __init__(self) -> None:
        self._mutex, self._pid = Lock(), os.getpid()
        self._stacks: dict[Origin, deque[tuple[float, C]]] = {}
        self.closed = False

    def take(self, origin: Origin) -> C | None:
        """The newest; None if there is none."""
        with self._mutex:
            stack = self._stacks.get(origin)
            return stack.pop()[1] if stack else None

    def put(self, origin: Origin, connection: C) -> list[C]:
        """Keep one; gives those that are to be closed instead: idle for too long, or back after `close`."""
        if self._pid != os.getpid():  # in a forked child, where a thread of the parent may hold the mutex for ever
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
        """All of them, to be closed. What is put from now on is not kept."""
        if self._pid == os.getpid():
            with self._mutex:
                self.closed = True
        stacks, self._stacks = self._stacks, {}
        return [connection for stack in stacks.values() for _, connection in stack]


def connect_error(connection: Any, failure: BaseException) -> httpcore.ConnectError | None:
    """The error where a connection was not made, but not for the network's sake: a name that no resolver takes, say.

    None if the failure is an error of the network, or came after the connection was made.
    """
    is_direct = isinstance(connection, httpcore.HTTPConnection | httpcore.AsyncHTTPConnection)
    unmade = is_direct and connection.info() == "CONNECTION FAILED"
    if unmade and isinstance(failure, ValueError | OverflowError | TypeError):
        return httpcore.ConnectError(str(failure))
    return None


def is_clean(connection: Any) -> bool:
    """Whether a connection whose response is closed can be kept.

    What h11 and anyio have taken in beyond the response shows in private attributes of httpcore and anyio only. If
    those are gone, no connection is kept.
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


def is_still_clean(connection: Any) -> bool:
    """The same after it has been idle: neither expired, nor closed by the server, nor has anything arrived."""
    try:
        http = _http_connection(connection)
        return not http.has_expired() and not _has_unread(http._connection._network_stream)
    except (AttributeError, IndexError, TypeError):
        return False


def _http_connection(connection: Any) -> Any:
    # Through a proxy it is a pool of httpcore's with room for one.
    is_pool = isinstance(connection, httpcore.ConnectionPool | httpcore.AsyncConnectionPool)
    return connection.connections[0] if is_pool else connection


def _has_unread(stream: Any) -> bool:
    """Whether bytes lie between the socket and HTTP; those in the socket itself are seen by `has_expired`."""
    opened = stream.get_extra_info("socket")
    if isinstance(opened, ssl.SSLSocket):
        return opened.pending() > 0
    if not hasattr(stream, "aclose"):
        return stream.get_extra_info("ssl_object") is not None  # TLS within TLS, which keeps a buffer of its own
    layer = stream._stream
    while hasattr(layer, "transport_stream"):
        if layer._read_bio.pending or layer._ssl_object.pending():
            return True
        layer = layer.transport_stream
    return bool(layer._protocol.read_queue)
