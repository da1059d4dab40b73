"""The connection pool of a blocking client. httpcore opens the connections and implements HTTP.

httpcore's own pool iterates over all connections for every request, which with hundreds of connections costs more than
the requests themselves.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple, Protocol, cast
from weakref import finalize

import httpcore
import httpx

from .fork import reset_after_fork
from .idle_connections import (
    IdleConnections,
    Origin,
    PoolRequest,
    connect_error,
    is_reusable,
    is_still_reusable,
)
from .semaphore import FairSemaphore, SemaphoreSlot
from .streams import DeadlineBackend


class _Connection(NamedTuple):
    """A connection, or an httpcore pool of one connection, and the backend that opens its streams."""

    http: httpcore.HTTPConnection | httpcore.ConnectionPool
    backend: DeadlineBackend

    def close(self) -> None:
        self.http.close()


class Pool:
    """Runs at most `connections` requests at once, each on a connection of its own. Thread-safe and fork-safe.

    Args:
        connections: open at once. Further requests wait for at most httpx's `pool` timeout.
        connect: makes a connection to an origin, over streams that the backend opens.
    """

    def __init__(
        self,
        connections: int,
        connect: Callable[[httpcore.Origin, DeadlineBackend], httpcore.HTTPConnection | httpcore.ConnectionPool],
    ) -> None:
        self._connections, self._connect = connections, connect
        self._initialize()
        reset_after_fork(self)

    def _initialize(self) -> None:
        self._slots = FairSemaphore()
        self._idle = IdleConnections[_Connection]()
        # For clients that are never closed: httpcore's connections do not close themselves.
        self._finalizer = finalize(self, _close_all, self._idle)

    def reset(self) -> None:
        self._finalizer.detach()
        _close_all(self._idle)
        self._initialize()

    def handle_request(self, request: httpcore.Request) -> httpcore.Response:
        pool_request, slots, idle = PoolRequest.of(request), self._slots, self._idle
        try:
            slot = slots.acquire(self._connections, pool_request.pool_timeout)
        except TimeoutError:
            raise httpcore.PoolTimeout("all connections were in use") from None
        connection = None
        try:
            while (connection := idle.take(pool_request.origin)) is not None and not is_still_reusable(connection.http):
                connection.close()
            if connection is None:
                backend = DeadlineBackend()
                connection = _Connection(self._connect(request.url.origin, backend), backend)
            connection.backend.deadline = pool_request.deadline
            response = connection.http.handle_request(request)
        except BaseException as failure:
            if connection is not None:
                connection.close()
            slot.release()
            if connection is not None and (refused := connect_error(connection.http, failure)):
                raise refused from failure
            raise
        response.stream = _Body(cast("_Stream", response.stream), connection, slot, idle, pool_request.origin)
        return response

    def close(self) -> None:
        """Close the idle connections now and the others after their responses. A later request opens new ones."""
        self.reset()

    def __enter__(self) -> None: ...

    def __exit__(self, *failure: object) -> None:
        self.close()


def _close_all(idle: IdleConnections[_Connection]) -> None:
    for connection in idle.close():
        connection.close()


class _Stream(Protocol):
    """The body of a response of httpcore."""

    def __iter__(self) -> Iterator[bytes]: ...

    def close(self) -> None: ...


class _Body:
    """The bytes of a response. Closing or garbage-collecting it frees the connection."""

    def __init__(
        self,
        stream: _Stream,
        connection: _Connection,
        slot: SemaphoreSlot,
        idle: IdleConnections[_Connection],
        origin: Origin,
    ) -> None:
        self._stream, self._connection, self._slot = stream, connection, slot
        self._idle, self._origin = idle, origin
        self._complete = self._closed = False

    def __iter__(self) -> Iterator[bytes]:
        chunks = iter(self._stream)
        # Checked before each read: once this is closed, the connection may serve another request.
        while not self._closed:
            chunk = next(chunks, None)
            if chunk is None:
                self._complete = True
                return
            yield chunk
        raise httpx.StreamClosed()

    def close(self) -> None:
        if self._closed:
            return
        self._closed = True
        unused = [self._connection]
        try:
            self._stream.close()
            if self._complete and is_reusable(self._connection.http):
                unused = self._idle.put(self._origin, self._connection)
        finally:
            for connection in unused:
                connection.close()
            self._slot.release()

    def __del__(self) -> None:
        # Not `close`: a destructor may run at any moment, while this thread holds a lock.
        if not self._closed:
            self._closed = True
            self._connection.close()
            self._slot.release()
