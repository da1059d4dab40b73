"""One connection of asyncio's: httpcore's pool with room for one, as httpx has it, but on `wire`."""

from __future__ import annotations

import ssl
from collections.abc import AsyncIterable, AsyncIterator
from types import TracebackType
from typing import Any, cast

import httpcore
import httpx

from .wire import AsyncioBackend


class AsyncConnection(httpx.AsyncBaseTransport):
    """Sends one request at a time.

    Args:
        verify: the certificates to trust.
        idle: seconds after which an unused connection is not used again.
        proxy: the URL of an http or SOCKS5 proxy on the way.
    """

    def __init__(self, verify: ssl.SSLContext, idle: float, proxy: str | None = None) -> None:
        self._pool = httpcore.AsyncConnectionPool(
            ssl_context=verify,
            proxy=None if proxy is None else _proxy(httpx.Proxy(proxy)),
            max_connections=1,
            max_keepalive_connections=1,
            keepalive_expiry=idle,
            network_backend=AsyncioBackend(),
        )

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        assert isinstance(request.stream, httpx.AsyncByteStream)
        url = request.url
        with _as_httpx(request):
            answer = await self._pool.handle_async_request(
                httpcore.Request(
                    method=request.method,
                    url=httpcore.URL(scheme=url.raw_scheme, host=url.raw_host, port=url.port, target=url.raw_path),
                    headers=request.headers.raw,
                    content=request.stream,
                    extensions=request.extensions,
                )
            )
        return httpx.Response(
            answer.status,
            headers=answer.headers,
            stream=_Bytes(cast("_Closing", answer.stream), request),
            extensions=cast("dict[str, Any]", answer.extensions),  # pyright: ignore[reportUnknownMemberType]
        )

    async def aclose(self) -> None:
        await self._pool.aclose()


class _Closing(AsyncIterable[bytes]):
    async def aclose(self) -> None: ...


class _Bytes(httpx.AsyncByteStream):
    def __init__(self, stream: _Closing, request: httpx.Request) -> None:
        self._stream, self._request = stream, request

    async def __aiter__(self) -> AsyncIterator[bytes]:
        with _as_httpx(self._request):
            async for chunk in self._stream:
                yield chunk

    async def aclose(self) -> None:
        await self._stream.aclose()


def _proxy(proxy: httpx.Proxy) -> httpcore.Proxy:
    url = proxy.url
    return httpcore.Proxy(
        url=httpcore.URL(scheme=url.raw_scheme, host=url.raw_host, port=url.port, target=url.raw_path),
        auth=proxy.raw_auth,
        headers=proxy.headers.raw,
        ssl_context=proxy.ssl_context,
    )


class _as_httpx:
    """Errors of httpcore leave as those of httpx, which have the same names."""

    def __init__(self, request: httpx.Request) -> None:
        self._request = request

    def __enter__(self) -> None: ...

    def __exit__(
        self, kind: type[BaseException] | None, failure: BaseException | None, trace: TracebackType | None
    ) -> None:
        if kind is not None and kind.__module__.startswith("httpcore"):
            raise getattr(httpx, kind.__name__)(str(failure), request=self._request) from failure
