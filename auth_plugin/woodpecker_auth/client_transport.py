"""A caller's HTTP client as a transport.

The client's proxies, certificates, mounts and event hooks apply. Its default headers, authentication and redirects do
not, because the client that uses this transport handles them. Clients of httpx2, the maintained fork of httpx, work as
well: their responses and errors are converted to those of httpx.
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
    """The members of httpx and httpx2 clients that are used here. `send` is a coroutine function in async clients."""

    @property
    def headers(self) -> Any: ...
    @property
    def cookies(self) -> Any: ...
    @property
    def timeout(self) -> Any: ...
    @property
    def send(self) -> Any: ...


def library_of(client: object, kind: str) -> ModuleType:
    """The module of a client: httpx or httpx2.

    Args:
        kind: `Client` or `AsyncClient`.

    Raises:
        InvalidValue: it is not a client of this kind.
    """
    for parent in type(client).__mro__:
        library = parent.__module__.partition(".")[0]
        if parent.__name__ == kind and library in ("httpx", "httpx2"):
            return sys.modules[library]
    raise InvalidValue(f"http_client is an httpx.{kind} or an httpx2.{kind}, not {type(client).__name__}")


class _BaseClientTransport:
    """The common part of both forms.

    Raises:
        InvalidValue: the client is of another kind.
    """

    kind: str

    def __init__(self, client: AnyClient) -> None:
        self._library = library_of(client, self.kind)
        self._client, self._pid, self._convert_errors = client, os.getpid(), _convert_errors(self._library)

    def _request(self, request: httpx.Request, body: bytes | None) -> Any:
        if self._pid != os.getpid():
            raise WoodpeckerError(
                "this http_client was created before the process forked, so its connections belong to the parent: "
                "create it, and the objects that use it, in the child"
            )
        if body is None:
            return request
        # Not `content=`, which would add headers: they are complete.
        stream, headers = self._library.ByteStream(body), request.headers.raw
        converted = self._library.Request(
            request.method, str(request.url), headers=headers, stream=stream, extensions=request.extensions
        )
        hide_query(converted.url)
        return converted


class ClientTransport(_BaseClientTransport, httpx.BaseTransport):
    """Sends with an `httpx.Client` or `httpx2.Client`, and does not close it."""

    kind = "Client"

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        assert isinstance(request.stream, httpx.SyncByteStream)
        sent = self._request(request, None if self._library is httpx else b"".join(request.stream))
        with self._convert_errors:
            response = self._client.send(sent, stream=True, follow_redirects=False, auth=None)
        return _as_httpx_response(response, _Stream(response.stream, self._convert_errors))


class AsyncClientTransport(_BaseClientTransport, httpx.AsyncBaseTransport):
    """Sends with an `httpx.AsyncClient` or `httpx2.AsyncClient`, and does not close it."""

    kind = "AsyncClient"

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        assert isinstance(request.stream, httpx.AsyncByteStream)
        body = None if self._library is httpx else b"".join([chunk async for chunk in request.stream])
        sent = self._request(request, body)
        with self._convert_errors:
            response = await self._client.send(sent, stream=True, follow_redirects=False, auth=None)
        return _as_httpx_response(response, _AsyncStream(response.stream, self._convert_errors))


class _convert_errors:
    """A `with` block that raises httpx's errors in place of those of httpx2.

    The original is not kept as the cause: it holds the request that was sent, and with it the key.
    """

    def __init__(self, library: ModuleType) -> None:
        self._library = library

    def __enter__(self) -> None: ...

    def __exit__(self, kind: object, failure: BaseException | None, trace: object) -> None:
        if self._library is httpx or failure is None:
            return
        for parent in type(failure).__mro__:
            error_type = getattr(httpx, parent.__name__, None)
            if isinstance(error_type, type) and issubclass(error_type, httpx.RequestError):
                error = error_type(str(failure))
                error.__suppress_context__ = True
                raise error


class _Stream(httpx.SyncByteStream):
    def __init__(self, stream: Any, translating: _convert_errors) -> None:
        self._stream, self._convert_errors = stream, translating

    def __iter__(self) -> Iterator[bytes]:
        with self._convert_errors:
            yield from self._stream

    def close(self) -> None:
        with self._convert_errors:
            self._stream.close()


class _AsyncStream(httpx.AsyncByteStream):
    def __init__(self, stream: Any, translating: _convert_errors) -> None:
        self._stream, self._convert_errors = stream, translating

    async def __aiter__(self) -> AsyncIterator[bytes]:
        with self._convert_errors:
            async for chunk in self._stream:
                yield chunk

    async def aclose(self) -> None:
        with self._convert_errors:
            await self._stream.aclose()


def _as_httpx_response(response: Any, stream: httpx.SyncByteStream | httpx.AsyncByteStream) -> httpx.Response:
    """The response as one of httpx, with the bytes as received, not decompressed."""
    headers = httpx.Headers(response.headers.raw)
    if response.is_stream_consumed:
        # An event hook has read it, so only the decompressed bytes are left.
        if headers.pop("content-encoding", None):
            headers.pop("content-length", None)
        stream = httpx.ByteStream(response.content)
    return httpx.Response(response.status_code, headers=headers, stream=stream, extensions=response.extensions)
