"""The connections of a blocking client: httpcore makes them and speaks HTTP, this decides which one a request gets.

httpcore's own pool looks at every connection that it has for every request, so hundreds of connections cost more than
the requests on them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple, cast
from weakref import finalize

import httpcore
import httpx

from .fork import renew_in_children
from .idle import Demand, IdleConnections, Origin, connect_error, is_clean, is_still_clean, with_body
from .semaphore import FairSemaphore, Slot
from .streams import DeadlineBackend


class _Connection(NamedTuple):
    """A connection, or a pool of httpcore's with room for one, and what opens its streams."""

    http: httpcore.HTTPConnection | httpcore.ConnectionPool
    backend: DeadlineBackend

    def close(self) -> None:
        self.http.close()


class Pool:
    """At most so many requests at once, each on a connection of its own. Thread-safe; a forked child begins anew.

    Args:
        connections: requests beyond them wait for httpx's `pool` timeout.
        connect: makes a connection to an origin, over streams that the backend opens.
    """

    def __init__(
        self,
        connections: int,
        connect: Callable[[httpcore.Origin, DeadlineBackend], httpcore.HTTPConnection | httpcore.ConnectionPool],
    ) -> None:
        self._connections, self._connect = connections, connect
        self._begin()
        renew_in_children(self)

    def _begin(self) -> None:
        self._room = FairSemaphore()
        self._idle = IdleConnections[_Connection]()
        # For a client that nobody closes; httpcore's connections would leave that to the garbage collector.
        self._finalizer = finalize(self, _close_all, self._idle)

    def renew(self) -> None:
        self._finalizer.detach()
        _close_all(self._idle)
        self._begin()

    def handle_request(self, request: httpcore.Request) -> httpcore.Response:
        demand, room, idle = Demand.of(request), self._room, self._idle
        try:
            slot = room.acquire(self._connections, demand.patience)
        except TimeoutError:
            raise httpcore.PoolTimeout("all connections were in use") from None
        connection = None
        try:
            while (connection := idle.take(demand.origin)) is not None and not is_still_clean(connection.http):
                connection.close()
            if connection is None:
                backend = DeadlineBackend()
                connection = _Connection(self._connect(request.url.origin, backend), backend)
            connection.backend.deadline = demand.deadline
            response = connection.http.handle_request(request)
        except BaseException as failure:
            if connection is not None:
                connection.close()
            slot.leave()
            if connection is not None and (refused := connect_error(connection.http, failure)):
                raise refused from failure
            raise
        body = _Body(cast("Iterator[bytes]", response.stream), connection, slot, idle, demand.origin)
        return with_body(response, body)

    def close(self) -> None:
        """Close the idle connections, and those in use when their responses are read. A next request opens new ones."""
        self.renew()

    def __enter__(self) -> None: ...

    def __exit__(self, *failure: object) -> None:
        self.close()


def _close_all(idle: IdleConnections[_Connection]) -> None:
    for connection in idle.close():
        connection.close()


class _Body:
    """A response's bytes. Its connection is free when they are closed, or forgotten."""

    def __init__(
        self,
        stream: Iterator[bytes],
        connection: _Connection,
        slot: Slot,
        idle: IdleConnections[_Connection],
        origin: Origin,
    ) -> None:
        self._stream, self._connection, self._slot = stream, connection, slot
        self._idle, self._origin = idle, origin
        self._complete = self._closed = False

    def __iter__(self) -> Iterator[bytes]:
        chunks = iter(self._stream)
        # Looked at before each read: once this is closed, the connection may serve another request.
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
            cast("httpcore.Response", self._stream).close()
            if self._complete and is_clean(self._connection.http):
                unused = self._idle.put(self._origin, self._connection)
        finally:
            for connection in unused:
                connection.close()
            self._slot.leave()

    def __del__(self) -> None:
        # Not `close`: a destructor may run in the middle of anything, where a lock may be held.
        if not self._closed:
            self._closed = True
            self._connection.close()
            self._slot.leave()
