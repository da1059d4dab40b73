"""The connection pool of an asyncio client. Each event loop has connections of its own, closed when it shuts down."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, AsyncIterator, Callable
from contextlib import suppress
from threading import Lock
from typing import Any, Protocol, TypeAlias, cast
from weakref import WeakSet

import httpcore
import httpx

from .event_loop import LoopBound, current_loop
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


class _LoopPool(LoopBound):
    """The slots and the connections of one event loop."""

    __slots__ = ("__weakref__", "_closer", "idle", "in_use", "slots")

    def __init__(self, loop: asyncio.AbstractEventLoop) -> None:
        super().__init__(loop)
        self.slots = FairSemaphore()
        self.idle = IdleConnections[_Connection]()
        self.in_use: set[_Connection] = set()
        self._closer = _closing(self.idle)

    async def open(self) -> None:
        """Make the loop close the idle connections when it shuts down its asynchronous generators."""
        await anext(self._closer)

    async def aclose(self) -> None:
        await self._closer.aclose()

    def close_sockets(self) -> None:
        """Close the sockets of a closed loop, which can no longer run `aclose`."""
        for connection in (*self.idle.close(), *self.in_use):
            with suppress(AttributeError, IndexError, TypeError, OSError):
                _socket_of(connection).close()
        self.in_use.clear()


class _LoopPools:
    """The pools of all clients in this process. A closed loop's pool is found here even if its client is gone."""

    def __init__(self) -> None:
        self.reset()
        reset_after_fork(self)

    def reset(self) -> None:
        self._mutex, self._pools = Lock(), WeakSet[_LoopPool]()

    def add(self, pool: _LoopPool) -> None:
        with self._mutex:
            self._pools.add(pool)

    def close_abandoned(self) -> None:
        with self._mutex:
            closed = [pool for pool in self._pools if pool.loop is not None and pool.loop.is_closed()]
            self._pools.difference_update(closed)
        for pool in closed:
            pool.close_sockets()


_loop_pools = _LoopPools()


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
        connection = None
        try:
            while (connection := pool.idle.take(pool_request.origin)) is not None and not is_still_reusable(connection):
                await connection.aclose()
            if connection is None:
                connection = self._connect(request.url.origin)
            pool.in_use.add(connection)
            response = await connection.handle_async_request(request)
        except BaseException as failure:
            try:
                if connection is not None:
                    pool.in_use.discard(connection)
                    await connection.aclose()
            finally:
                slot.release()
            if connection is not None and (refused := connect_error(connection, failure)):
                raise refused from failure
            raise
        response.stream = _Body(cast("_Stream", response.stream), connection, slot, pool, pool_request.origin)
        return response

    async def _pool_of_loop(self) -> _LoopPool:
        loop = current_loop()
        pool = self._loops.get(id(loop))
        if pool is None or pool.loop is not loop or pool.idle.closed:
            self._drop_closed()
            pool = self._loops[id(loop)] = _LoopPool(loop)
            _loop_pools.add(pool)
            await pool.open()
        return pool

    def _drop_closed(self) -> None:
        for key, pool in list(self._loops.items()):
            if pool.loop is not None and pool.loop.is_closed():
                self._loops.pop(key, None)
        _loop_pools.close_abandoned()

    async def aclose(self) -> None:
        """Close this event loop's idle connections now and the others after their responses."""
        self._drop_closed()
        pool = self._loops.pop(id(current_loop()), None)
        if pool is not None:
            await pool.aclose()

    async def __aenter__(self) -> None: ...

    async def __aexit__(self, *failure: object) -> None:
        await self.aclose()


async def _closing(idle: IdleConnections[_Connection]) -> AsyncGenerator[None, None]:
    try:
        yield
    finally:
        for connection in idle.close():
            await connection.aclose()


def _socket_of(connection: Any) -> Any:
    opened = connection._connection._network_stream.get_extra_info("socket")
    return opened._sock  # asyncio's own socket; the one it exposes has no `close`


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
        pool: _LoopPool,
        origin: Origin,
    ) -> None:
        self._stream, self._connection, self._slot = stream, connection, slot
        self._pool, self._origin = pool, origin
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
                unused = self._pool.idle.put(self._origin, self._connection)
        finally:
            self._pool.in_use.discard(self._connection)
            try:
                for connection in unused:
                    await connection.aclose()
            finally:
                self._slot.release()

    def __del__(self) -> None:
        if not self._closed:
            self._closed = True
            self._pool.in_use.discard(self._connection)
            self._slot.release()
            loop = self._pool.loop
            if loop is not None and not loop.is_closed():
                asyncio.run_coroutine_threadsafe(self._connection.aclose(), loop)
