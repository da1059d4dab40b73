"""Connections to the API, on a stack.

httpcore's pool looks at every connection it has for every request it gets, so hundreds of connections cost more than
the requests on them. Here each connection is on its own and the idle ones lie on a stack: taking the newest costs the
same with ten and with ten thousand, and the oldest fall off at the bottom. For threads a connection is httpx's
transport with room for one, for asyncio it is `connection`; through a proxy it is httpx's for both.
"""

from __future__ import annotations

import asyncio
import ssl
from collections import deque
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from threading import Lock, Semaphore
from time import monotonic
from typing import Generic, TypeAlias, TypeVar
from urllib.request import getproxies, proxy_bypass
from weakref import WeakKeyDictionary

import httpx

from .connection import AsyncConnection

T = TypeVar("T", httpx.HTTPTransport, httpx.AsyncBaseTransport)

#: Connections open at once, unless said otherwise.
DEFAULT_CONNECTIONS = 100
#: Seconds that an idle connection is kept. Servers that close after five do not close one while it is being used.
IDLE_SECONDS = 4.0
_ONE = httpx.Limits(max_connections=1, max_keepalive_connections=1, keepalive_expiry=IDLE_SECONDS)


class _Certificates:
    """Those that httpx trusts, read once for all clients: reading them takes longer than many calls."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._context: ssl.SSLContext | None = None

    def get(self) -> ssl.SSLContext:
        with self._lock:
            if self._context is None:
                self._context = httpx.create_ssl_context()
            return self._context


_certificates = _Certificates()


class _Settings:
    """How a connection is made; the environment's proxies included."""

    def __init__(self, verify: ssl.SSLContext | None) -> None:
        self._verify = verify
        self._proxies = getproxies()
        self._chosen: dict[tuple[str, str], str | None] = {}

    def proxy(self, url: httpx.URL) -> str | None:
        """The proxy on the way there. Plain http is for loopback only, and a proxy in between would read the key."""
        if url.scheme != "https" or not self._proxies:
            return None
        place = (url.scheme, url.host)
        if place not in self._chosen:
            proxy = self._proxies.get("https") or self._proxies.get("all")
            if proxy and "://" not in proxy:
                proxy = f"http://{proxy}"
            self._chosen[place] = None if not proxy or proxy_bypass(url.host) else proxy
        return self._chosen[place]

    def blocking(self, proxy: str | None) -> httpx.HTTPTransport:
        return httpx.HTTPTransport(verify=self._verify or _certificates.get(), limits=_ONE, proxy=proxy)

    def asyncio(self, proxy: str | None) -> httpx.AsyncBaseTransport:
        verify = self._verify or _certificates.get()
        if proxy is None:
            return AsyncConnection(verify, IDLE_SECONDS)
        return httpx.AsyncHTTPTransport(verify=verify, limits=_ONE, proxy=proxy)


class _Stack(Generic[T]):
    """The connections that nobody uses, the newest on top."""

    def __init__(self) -> None:
        self._mutex = Lock()
        self._idle: dict[str | None, deque[tuple[float, T]]] = {}
        self._closed = False

    def take(self, proxy: str | None) -> T | None:
        with self._mutex:
            idle = self._idle.get(proxy)
            return idle.pop()[1] if idle else None

    def put(self, proxy: str | None, connection: T) -> list[T]:
        """Lay one back; gives those that are to be closed: idle for too long, or back after `close`."""
        now = monotonic()
        with self._mutex:
            if self._closed:
                return [connection]
            idle = self._idle.setdefault(proxy, deque())
            idle.append((now, connection))
            stale: list[T] = []
            while idle[0][0] < now - IDLE_SECONDS:
                stale.append(idle.popleft()[1])
            return stale

    def close(self) -> list[T]:
        """What was idle, to be closed."""
        with self._mutex:
            self._closed = True
            idle, self._idle = self._idle, {}
        return [connection for stack in idle.values() for _, connection in stack]


#: What an event loop has: room for so many connections, and those that are idle.
_Loop: TypeAlias = tuple[asyncio.Semaphore, _Stack[httpx.AsyncBaseTransport]]


class NetworkTransport(httpx.BaseTransport):
    """Sends over at most `connections` connections. Thread-safe.

    Args:
        connections: open at once; a request beyond them waits for httpx's `pool` timeout.
        verify: the certificates to trust; None for those httpx trusts, read once per process.
    """

    def __init__(self, connections: int = DEFAULT_CONNECTIONS, verify: ssl.SSLContext | None = None) -> None:
        self._settings = _Settings(verify)
        self._room = Semaphore(connections)
        self._stack = _Stack[httpx.HTTPTransport]()

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        if not self._room.acquire(timeout=_patience(request)):
            raise httpx.PoolTimeout("all connections were in use", request=request)
        proxy, stack = self._settings.proxy(request.url), self._stack
        connection = stack.take(proxy) or self._settings.blocking(proxy)

        def back() -> None:
            stale = stack.put(proxy, connection)
            self._room.release()
            for one in stale:
                one.close()

        try:
            answer = connection.handle_request(request)
        except BaseException:
            back()
            raise
        assert isinstance(answer.stream, httpx.SyncByteStream)
        answer.stream = _Body(answer.stream, back)
        return answer

    def close(self) -> None:
        """Close the idle connections, and those in use when their answers are read. A next request opens new ones."""
        stack, self._stack = self._stack, _Stack[httpx.HTTPTransport]()
        for one in stack.close():
            one.close()


class AsyncNetworkTransport(httpx.AsyncBaseTransport):
    """`NetworkTransport` for asyncio. Each event loop that uses it has connections of its own."""

    def __init__(self, connections: int = DEFAULT_CONNECTIONS, verify: ssl.SSLContext | None = None) -> None:
        self._connections = connections
        self._settings = _Settings(verify)
        self._loops: WeakKeyDictionary[asyncio.AbstractEventLoop, _Loop] = WeakKeyDictionary()

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        room, stack = self._here()
        try:
            async with asyncio.timeout(_patience(request)):
                await room.acquire()
        except TimeoutError:
            raise httpx.PoolTimeout("all connections were in use", request=request) from None
        proxy = self._settings.proxy(request.url)
        connection = stack.take(proxy) or self._settings.asyncio(proxy)

        async def back() -> None:
            stale = stack.put(proxy, connection)
            room.release()
            for one in stale:
                await one.aclose()

        try:
            answer = await connection.handle_async_request(request)
        except BaseException:
            await back()
            raise
        assert isinstance(answer.stream, httpx.AsyncByteStream)
        answer.stream = _AsyncBody(answer.stream, back)
        return answer

    def _here(self) -> _Loop:
        loop = asyncio.get_running_loop()
        if loop not in self._loops:
            self._loops[loop] = (asyncio.Semaphore(self._connections), _Stack())
        return self._loops[loop]

    async def aclose(self) -> None:
        """Close this event loop's connections."""
        _, stack = self._loops.pop(asyncio.get_running_loop(), (None, None))
        if stack is not None:
            for one in stack.close():
                await one.aclose()


def _patience(request: httpx.Request) -> float | None:
    seconds: float | None = request.extensions.get("timeout", {}).get("pool")
    return seconds


class _Body(httpx.SyncByteStream):
    """An answer's bytes; its connection goes back when they are closed."""

    def __init__(self, stream: httpx.SyncByteStream, back: Callable[[], None]) -> None:
        self._stream, self._back = stream, back
        self._closed = False

    def __iter__(self) -> Iterator[bytes]:
        yield from self._stream

    def close(self) -> None:
        if self._closed:
            return
        self._closed = True
        try:
            self._stream.close()
        finally:
            self._back()


class _AsyncBody(httpx.AsyncByteStream):
    """`_Body` for asyncio."""

    def __init__(self, stream: httpx.AsyncByteStream, back: Callable[[], Awaitable[None]]) -> None:
        self._stream, self._back = stream, back
        self._closed = False

    async def __aiter__(self) -> AsyncIterator[bytes]:
        async for chunk in self._stream:
            yield chunk

    async def aclose(self) -> None:
        if self._closed:
            return
        self._closed = True
        try:
            await self._stream.aclose()
        finally:
            await self._back()
