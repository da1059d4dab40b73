"""`pool` for asyncio. Each event loop has connections of its own, which are closed when the loop shuts down."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, AsyncIterator, Callable
from contextlib import suppress
from threading import Lock
from typing import Any, TypeAlias, cast
from weakref import WeakSet

import httpcore
import httpx

from .fork import renew_in_children
from .idle import Demand, IdleConnections, Origin, connect_error, is_clean, is_still_clean, with_body
from .semaphore import FairSemaphore, LoopUser, Slot, current_loop

_Connection: TypeAlias = httpcore.AsyncHTTPConnection | httpcore.AsyncConnectionPool


class _LoopPool(LoopUser):
    """What one event loop has: room for so many requests, and connections, idle ones and those in use."""

    __slots__ = ("__weakref__", "_closer", "idle", "in_use", "room")

    def __init__(self, loop: asyncio.AbstractEventLoop) -> None:
        super().__init__(loop)
        self.room = FairSemaphore()
        self.idle = IdleConnections[_Connection]()
        self.in_use: set[_Connection] = set()
        self._closer = _closing(self.idle)

    async def open(self) -> None:
        """From now on, the loop closes the idle connections when it shuts down its asynchronous generators."""
        await anext(self._closer)

    async def aclose(self) -> None:
        await self._closer.aclose()

    def abandon(self) -> None:
        """Close the sockets of a loop that is closed, which can close nothing itself any more."""
        for connection in (*self.idle.close(), *self.in_use):
            with suppress(AttributeError, IndexError, TypeError, OSError):
                _socket_of(connection).close()
        self.in_use.clear()


class _AllLoops:
    """What all clients of this process have in their loops: the client of a loop that is gone may be gone as well."""

    def __init__(self) -> None:
        self.renew()
        renew_in_children(self)

    def renew(self) -> None:
        self._mutex, self._pools = Lock(), WeakSet[_LoopPool]()

    def add(self, pool: _LoopPool) -> None:
        with self._mutex:
            self._pools.add(pool)

    def abandon_gone(self) -> None:
        with self._mutex:
            gone = [pool for pool in self._pools if pool.loop is not None and pool.loop.is_closed()]
            self._pools.difference_update(gone)
        for pool in gone:
            pool.abandon()


_all_loops = _AllLoops()


class AsyncPool:
    """At most so many requests at once in each event loop, each on a connection of its own.

    Args:
        connections: requests beyond them wait for httpx's `pool` timeout.
        connect: makes a connection to an origin.
    """

    def __init__(self, connections: int, connect: Callable[[httpcore.Origin], _Connection]) -> None:
        self._connections, self._connect = connections, connect
        self._loops: dict[int, _LoopPool] = {}
        # A forked child must not touch its parent's loops and their connections, not even by a destructor.
        self._of_parents: list[object] = []
        renew_in_children(self)

    def renew(self) -> None:
        self._of_parents.append(self._loops)
        self._loops = {}

    async def handle_async_request(self, request: httpcore.Request) -> httpcore.Response:
        here, demand = await self._here(), Demand.of(request)
        try:
            slot = await here.room.acquire_async(self._connections, demand.patience)
        except TimeoutError:
            raise httpcore.PoolTimeout("all connections were in use") from None
        connection = None
        try:
            while (connection := here.idle.take(demand.origin)) is not None and not is_still_clean(connection):
                await connection.aclose()
            if connection is None:
                connection = self._connect(request.url.origin)
            here.in_use.add(connection)
            response = await connection.handle_async_request(request)
        except BaseException as failure:
            try:
                if connection is not None:
                    here.in_use.discard(connection)
                    await connection.aclose()
            finally:
                slot.leave()
            if connection is not None and (refused := connect_error(connection, failure)):
                raise refused from failure
            raise
        body = _Body(cast("AsyncIterator[bytes]", response.stream), connection, slot, here, demand.origin)
        return with_body(response, body)

    async def _here(self) -> _LoopPool:
        loop = current_loop()
        here = self._loops.get(id(loop))
        if here is None or here.loop is not loop or here.idle.closed:
            self._forget_gone()
            here = self._loops[id(loop)] = _LoopPool(loop)
            _all_loops.add(here)
            await here.open()
        return here

    def _forget_gone(self) -> None:
        for number, pool in list(self._loops.items()):
            if pool.loop is not None and pool.loop.is_closed():
                self._loops.pop(number, None)
        _all_loops.abandon_gone()

    async def aclose(self) -> None:
        """Close this event loop's idle connections, and those in use when their responses are read."""
        self._forget_gone()
        here = self._loops.pop(id(current_loop()), None)
        if here is not None:
            await here.aclose()

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
    return opened._sock  # asyncio's own reference; what it shows to others has no `close`


class _Body:
    """A response's bytes. Its connection is free when they are closed, or forgotten."""

    def __init__(
        self,
        stream: AsyncIterator[bytes],
        connection: _Connection,
        slot: Slot,
        here: _LoopPool,
        origin: Origin,
    ) -> None:
        self._stream, self._connection, self._slot = stream, connection, slot
        self._here, self._origin = here, origin
        self._complete = self._closed = False

    async def __aiter__(self) -> AsyncIterator[bytes]:
        chunks = aiter(self._stream)
        # Looked at before each read: once this is closed, the connection may serve another request.
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
            await cast("httpcore.Response", self._stream).aclose()
            if self._complete and is_clean(self._connection):
                unused = self._here.idle.put(self._origin, self._connection)
        finally:
            self._here.in_use.discard(self._connection)
            try:
                for connection in unused:
                    await connection.aclose()
            finally:
                self._slot.leave()

    def __del__(self) -> None:
        if not self._closed:
            self._closed = True
            self._here.in_use.discard(self._connection)
            self._slot.leave()
            loop = self._here.loop
            if loop is not None and not loop.is_closed():
                asyncio.run_coroutine_threadsafe(self._connection.aclose(), loop)
