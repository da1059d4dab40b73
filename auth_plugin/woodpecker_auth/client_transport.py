"""An httpx client as a transport: someone's own, or a plain one that is made on first use.

Going through a whole client keeps what httpx does for one: environment proxies, certificates, mounts, event hooks.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from threading import Lock

import httpx

from .failures import scrubbed


class _Body(httpx.SyncByteStream):
    """The bytes of an answer as they come from the network, still compressed."""

    def __init__(self, response: httpx.Response, request: httpx.Request) -> None:
        self._response, self._request = response, request

    def __iter__(self) -> Iterator[bytes]:
        try:
            yield from self._response.iter_raw()
        except httpx.HTTPError as failure:
            raise scrubbed(failure, self._request) from None

    def close(self) -> None:
        self._response.close()


class _AsyncBody(httpx.AsyncByteStream):
    def __init__(self, response: httpx.Response, request: httpx.Request) -> None:
        self._response, self._request = response, request

    async def __aiter__(self) -> AsyncIterator[bytes]:
        try:
            async for chunk in self._response.aiter_raw():
                yield chunk
        except httpx.HTTPError as failure:
            raise scrubbed(failure, self._request) from None

    async def aclose(self) -> None:
        await self._response.aclose()


class ClientTransport(httpx.BaseTransport):
    """Sends through an `httpx.Client`; one that was given is not closed."""

    def __init__(self, client: httpx.Client | None) -> None:
        self._given = client
        self._made: httpx.Client | None = None
        self._lock = Lock()

    def _client(self) -> httpx.Client:
        if self._given is not None:
            return self._given
        with self._lock:
            if self._made is None:
                self._made = httpx.Client()
            return self._made

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        answer = self._client().send(request, stream=True, follow_redirects=False, auth=_no_auth)
        if answer.is_stream_consumed:
            return _already_read(answer)
        return httpx.Response(
            answer.status_code,
            headers=answer.headers,
            stream=_Body(answer, _without_headers(request)),
            extensions=answer.extensions,
        )

    def close(self) -> None:
        with self._lock:
            made, self._made = self._made, None
        if made is not None:
            made.close()


class AsyncClientTransport(httpx.AsyncBaseTransport):
    """Sends through an `httpx.AsyncClient`; one that was given is not closed."""

    def __init__(self, client: httpx.AsyncClient | None) -> None:
        self._given = client
        self._made: httpx.AsyncClient | None = None
        self._lock = Lock()

    def _client(self) -> httpx.AsyncClient:
        if self._given is not None:
            return self._given
        with self._lock:
            if self._made is None:
                self._made = httpx.AsyncClient()
            return self._made

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        answer = await self._client().send(request, stream=True, follow_redirects=False, auth=_no_auth)
        if answer.is_stream_consumed:
            return _already_read(answer)
        return httpx.Response(
            answer.status_code,
            headers=answer.headers,
            stream=_AsyncBody(answer, _without_headers(request)),
            extensions=answer.extensions,
        )

    async def aclose(self) -> None:
        with self._lock:
            made, self._made = self._made, None
        if made is not None:
            await made.aclose()


def _already_read(answer: httpx.Response) -> httpx.Response:
    """An answer that a hook of the client has read: it is unpacked, so it must not be unpacked again."""
    headers = answer.headers.copy()
    for name in ("content-encoding", "content-length", "transfer-encoding"):
        headers.pop(name, None)
    return httpx.Response(answer.status_code, headers=headers, content=answer.content, extensions=answer.extensions)


def _no_auth(request: httpx.Request) -> httpx.Request:
    return request


def _without_headers(request: httpx.Request) -> httpx.Request:
    return httpx.Request(request.method, request.url)
