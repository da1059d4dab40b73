"""Someone's own HTTP client as a transport.

Going through a whole client keeps what its owner set up: proxies, certificates, mounts, event hooks. Its default
headers, its authentication and its redirects stay out: those belong to the client in front. A client of httpx2, the
maintained fork of httpx, serves as well: its requests, responses and errors are translated.
"""

from __future__ import annotations

import os
import sys
from collections.abc import AsyncIterator, Iterator
from types import ModuleType
from typing import Any, Protocol

import httpx

from .errors import InvalidValue, WoodpeckerError
from .httpx_logs import hide_query


class AnyClient(Protocol):
    """What the clients of httpx and httpx2 have in common, as far as it is used. The async ones await `send`."""

    @property
    def headers(self) -> Any: ...
    @property
    def cookies(self) -> Any: ...
    @property
    def timeout(self) -> Any: ...
    @property
    def send(self) -> Any: ...


def library_of(client: object, kind: str) -> ModuleType:
    """httpx or httpx2, whichever the client belongs to.

    Args:
        kind: `Client` or `AsyncClient`.

    Raises:
        InvalidValue: it is no such client of either.
    """
    for parent in type(client).__mro__:
        library = parent.__module__.partition(".")[0]
        if parent.__name__ == kind and library in ("httpx", "httpx2"):
            return sys.modules[library]
    raise InvalidValue(f"http_client is an httpx.{kind} or an httpx2.{kind}, not {type(client).__name__}")


class _ClientOfThisProcess:
    """What the two forms have in common.

    Raises:
        InvalidValue: the client is of another kind.
    """

    kind: str

    def __init__(self, client: AnyClient) -> None:
        self._library = library_of(client, self.kind)
        self._client, self._pid, self._translating = client, os.getpid(), _translating(self._library)

    def _request(self, request: httpx.Request, body: bytes | None) -> Any:
        if self._pid != os.getpid():
            raise WoodpeckerError(
                "this http_client was made before the process forked, and its connections are the parent's: "
                "make it, and what uses it, in the child"
            )
        if body is None:
            return request
        # Not `content=`: the headers are complete.
        stream, headers = self._library.ByteStream(body), request.headers.raw
        own = self._library.Request(
            request.method, str(request.url), headers=headers, stream=stream, extensions=request.extensions
        )
        hide_query(own.url)
        return own


class ClientTransport(_ClientOfThisProcess, httpx.BaseTransport):
    """Sends through an `httpx.Client` or `httpx2.Client`, and leaves it open."""

    kind = "Client"

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        assert isinstance(request.stream, httpx.SyncByteStream)
        own = self._request(request, None if self._library is httpx else b"".join(request.stream))
        with self._translating:
            response = self._client.send(own, stream=True, follow_redirects=False, auth=None)
        return _in_front(response, _Stream(response.stream, self._translating))


class AsyncClientTransport(_ClientOfThisProcess, httpx.AsyncBaseTransport):
    """Sends through an `httpx.AsyncClient` or `httpx2.AsyncClient`, and leaves it open."""

    kind = "AsyncClient"

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        assert isinstance(request.stream, httpx.AsyncByteStream)
        body = None if self._library is httpx else b"".join([chunk async for chunk in request.stream])
        own = self._request(request, body)
        with self._translating:
            response = await self._client.send(own, stream=True, follow_redirects=False, auth=None)
        return _in_front(response, _AsyncStream(response.stream, self._translating))


class _translating:
    """A `with` block whose failures leave as httpx names them.

    The original is not kept as a cause: it holds the request that was sent, and with it the key.
    """

    def __init__(self, library: ModuleType) -> None:
        self._library = library

    def __enter__(self) -> None: ...

    def __exit__(self, kind: object, failure: BaseException | None, trace: object) -> None:
        if self._library is httpx or failure is None:
            return
        for parent in type(failure).__mro__:
            own = getattr(httpx, parent.__name__, None)
            if isinstance(own, type) and issubclass(own, httpx.RequestError):
                translated = own(str(failure))
                translated.__suppress_context__ = True
                raise translated


class _Stream(httpx.SyncByteStream):
    def __init__(self, stream: Any, translating: _translating) -> None:
        self._stream, self._translating = stream, translating

    def __iter__(self) -> Iterator[bytes]:
        with self._translating:
            yield from self._stream

    def close(self) -> None:
        with self._translating:
            self._stream.close()


class _AsyncStream(httpx.AsyncByteStream):
    def __init__(self, stream: Any, translating: _translating) -> None:
        self._stream, self._translating = stream, translating

    async def __aiter__(self) -> AsyncIterator[bytes]:
        with self._translating:
            async for chunk in self._stream:
                yield chunk

    async def aclose(self) -> None:
        with self._translating:
            await self._stream.aclose()


def _in_front(response: Any, stream: httpx.SyncByteStream | httpx.AsyncByteStream) -> httpx.Response:
    """The response for the client in front, its bytes as they came from the network, still compressed."""
    headers = httpx.Headers(response.headers.raw)
    if response.is_stream_consumed:
        # An event hook has read it, so there are only decoded bytes left.
        if headers.pop("content-encoding", None):
            headers.pop("content-length", None)
        stream = httpx.ByteStream(response.content)
    return httpx.Response(response.status_code, headers=headers, stream=stream, extensions=response.extensions)
