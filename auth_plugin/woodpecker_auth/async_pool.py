"""The connection pool of an asyncio client. Each event loop has connections of its own, closed when it shuts down."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, AsyncIterator, Callable, Iterable
from contextlib import suppress
from threading import Lock
from typing import Any, Protocol, TypeAlias, cast
from weakref import WeakSet

import httpcore
import httpx

from .event_loop import current_loop
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

_Connection: TypeAlias = httpcore.AsyncHTTPConnection | httpcore.AsyncConnectionPool


class _LoopConnections:
    """The connections of one event loop.

    Attributes:
        in_use: those that are neither idle nor closed. One that is being closed is among them: should the loop be
            closed meanwhile, its socket is closed with the others.
    """

    __slots__ = ("__weakref__", "idle", "in_use", "loop")

    def __init__(self, loop: asyncio.AbstractEventLoop) -> None:
        self.loop = loop
        self.idle = IdleConnections[_Connection]()
        self.in_use: set[_Connection] = set()

    async def close(self, *connections: _Connection) -> None:
        self.in_use.update(connections)
        try:
            for connection in connections:
                await connection.aclose()
        finally:
            self.in_use.difference_update(connections)
            if self.loop.is_closed():
                _close_sockets(connections)

    def close_sockets(self) -> None:
        """Close the sockets of a closed loop, which can no longer run `close`."""
        _close_sockets((*self.idle.close(), *self.in_use))
        self.in_use.clear()


def _close_sockets(connections: Iterable[Any]) -> None:
    for connection in connections:
        with suppress(AttributeError, IndexError, TypeError, OSError):
            opened = connection._connection._network_stream.get_extra_info("socket")
            opened._sock.close()  # asyncio's own socket; the one it exposes has no `close`


class _LoopPool:
    """The slots and the connections of one event loop."""

    __slots__ = ("_closer", "connections", "slots")

    def __init__(self, loop: asyncio.AbstractEventLoop) -> None:
        self.slots = FairSemaphore()
        self.connections = _LoopConnections(loop)
        self._closer = _closing(self.connections)

    async def open(self) -> None:
        """Make the loop close the idle connections when it shuts down its asynchronous generators."""
        await anext(self._closer)

    async def aclose(self) -> None:
        await self._closer.aclose()


async def _closing(connections: _LoopConnections) -> AsyncGenerator[None, None]:
    try:
        yield
    finally:
        await connections.close(*connections.idle.close())


class _AllConnections:
    """The connections of all clients in this process. Those of a closed loop are found here even without a client."""

    def __init__(self) -> None:
        self.reset()
        reset_after_fork(self)

    def reset(self) -> None:
        self._mutex, self._of_loops = Lock(), WeakSet[_LoopConnections]()

    def add(self, connections: _LoopConnections) -> None:
        with self._mutex:
            self._of_loops.add(connections)

    def close_abandoned(self) -> None:
        with self._mutex:
            closed = [one for one in self._of_loops if one.loop.is_closed()]
            self._of_loops.difference_update(closed)
        for one in closed:
            one.close_sockets()


_all_connections = _AllConnections()


class AsyncPool:
    """Runs at most `connections` requests at once in each event loop, each on a connection of its own.

    Args:
        connections: open at once per loop. Further requests wait for at most httpx's `pool` timeout.
        connect: makes a connection to an origin.
    """

    def __init__(self, connections: int, connect: Callable[[httpcore.Origin], _Connection]) -> None:
        self._connections, self._connect = connections, connect
        self._loops: dict[int, _LoopPool] = {}
        # Kept alive: in a forked child, not even a destructor may touch the parent's loops and connections.
        self._inherited: list[object] = []
        reset_after_fork(self)

    def reset(self) -> None:
        self._inherited.append(self._loops)
        self._loops = {}

    async def handle_async_request(self, request: httpcore.Request) -> httpcore.Response:
        pool, pool_request = await self._pool_of_loop(), PoolRequest.of(request)
        try:
            slot = await pool.slots.acquire_async(self._connections, pool_request.pool_timeout)
        except TimeoutError:
            raise httpcore.PoolTimeout("all connections were in use") from None
        connections, connection = pool.connections, None
        try:
            while (connection := connections.idle.take(pool_request.origin)) and not is_still_reusable(connection):
                await connections.close(connection)
            if connection is None:
                connection = self._connect(request.url.origin)
            connections.in_use.add(connection)
            response = await connection.handle_async_request(request)
        except BaseException as failure:
            try:
                if connection is not None:
                    await connections.close(connection)
            finally:
                slot.release()
            if connection is not None and (refused := connect_error(connection, failure)):
                raise refused from failure
            raise
        response.stream = _Body(cast("_Stream", response.stream), connection, slot, connections, pool_request.origin)
        return response

    async def _pool_of_loop(self) -> _LoopPool:
        loop = current_loop()
        pool = self._loops.get(id(loop))
        if pool is None or pool.connections.loop is not loop or pool.connections.idle.closed:
            self._drop_closed()
            pool = self._loops[id(loop)] = _LoopPool(loop)
            _all_connections.add(pool.connections)
            await pool.open()
        return pool

    def _drop_closed(self) -> None:
        for key, pool in list(self._loops.items()):
            if pool.connections.loop.is_closed():
                self._loops.pop(key, None)
        _all_connections.close_abandoned()

    async def aclose(self) -> None:
        """Close this event loop's idle connections now and the others after their responses."""
        self._drop_closed()
        pool = self._loops.pop(id(current_loop()), None)
        if pool is not None:
            await pool.aclose()

    async def __aenter__(self) -> None: ...

    async def __aexit__(self, *failure: object) -> None:
        await self.aclose()


class _Stream(Protocol):
    """The body of a response of httpcore."""

    def __aiter__(self) -> AsyncIterator[bytes]: ...

    async def aclose(self) -> None: ...


class _Body:
    """The bytes of a response. Closing or garbage-collecting it frees the connection."""

    def __init__(
        self,
        stream: _Stream,
        connection: _Connection,
        slot: SemaphoreSlot,
        connections: _LoopConnections,
        origin: Origin,
    ) -> None:
        self._stream, self._connection, self._slot = stream, connection, slot
        self._connections, self._origin = connections, origin
        self._complete = self._closed = False

    async def __aiter__(self) -> AsyncIterator[bytes]:
        chunks = aiter(self._stream)
        # Checked before each read: once this is closed, the connection may serve another request.
        while not self._closed:
            chunk = await anext(chunks, None)
            if chunk is None:
                self._complete = True
                return
            yield chunk
        raise httpx.StreamClosed()

    async def aclose(self) -> None:
        if self._closed:
            return
        self._closed = True
        unused = [self._connection]
        try:
            await self._stream.aclose()
            if self._complete and is_reusable(self._connection):
                self._connections.in_use.discard(self._connection)
                unused = self._connections.idle.put(self._origin, self._connection)
        finally:
            try:
                if unused:
                    await self._connections.close(*unused)
            finally:
                self._slot.release()

    def __del__(self) -> None:
        if not self._closed:
            self._closed = True
            self._slot.release()
            if self._connections.loop.is_closed():
                self._connections.in_use.discard(self._connection)
                _close_sockets([self._connection])
            else:
                asyncio.run_coroutine_threadsafe(self._connections.close(self._connection), self._connections.loop)
