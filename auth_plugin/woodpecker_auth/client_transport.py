"""An httpx client as a transport: someone's own, or a plain one that is made on first use.

Going through a whole client keeps what httpx does for one: environment proxies, certificates, mounts, event hooks. Its
default headers, its authentication and its redirects stay out: those belong to the client in front.
"""

from __future__ import annotations

from collections.abc import Callable
from threading import Lock
from typing import Generic, TypeVar

import httpx

C = TypeVar("C", httpx.Client, httpx.AsyncClient)


class _OneClient(Generic[C]):
    """The client that was given, or one that is made once, whichever thread comes first."""

    def __init__(self, given: C | None, make: Callable[[], C]) -> None:
        self._given: C | None = given
        self._make: Callable[[], C] = make
        self._made: C | None = None
        self._lock = Lock()

    def get(self) -> C:
        if self._given is not None:
            return self._given
        with self._lock:
            if self._made is None:
                self._made = self._make()
            return self._made

    def take_made(self) -> C | None:
        """The client to close: one that was made here. A next use makes a new one."""
        with self._lock:
            made, self._made = self._made, None
        return made


# Plain http is only for loopback here, and an environment proxy in between would read the key.
def _plain_client() -> httpx.Client:
    return httpx.Client(mounts={"http://": None})


def _plain_async_client() -> httpx.AsyncClient:
    return httpx.AsyncClient(mounts={"http://": None})


class ClientTransport(httpx.BaseTransport):
    """Sends through an `httpx.Client`; one that was given is not closed."""

    def __init__(self, client: httpx.Client | None = None) -> None:
        self._client = _OneClient(client, _plain_client)

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        client = self._client.get()
        return _handed_on(client.send(request, stream=True, follow_redirects=False, auth=None))

    def close(self) -> None:
        made = self._client.take_made()
        if made is not None:
            made.close()


class AsyncClientTransport(httpx.AsyncBaseTransport):
    """Sends through an `httpx.AsyncClient`; one that was given is not closed."""

    def __init__(self, client: httpx.AsyncClient | None = None) -> None:
        self._client = _OneClient(client, _plain_async_client)

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        client = self._client.get()
        answer = await client.send(request, stream=True, follow_redirects=False, auth=None)
        return _handed_on(answer)

    async def aclose(self) -> None:
        made = self._client.take_made()
        if made is not None:
            await made.aclose()


def _handed_on(answer: httpx.Response) -> httpx.Response:
    """The answer for the client in front, its bytes as they came from the network, still compressed."""
    headers, stream = answer.headers.copy(), answer.stream
    if answer.is_stream_consumed:
        # An event hook has read it, so there are only decoded bytes left.
        if headers.pop("content-encoding", None):
            headers.pop("content-length", None)
        stream = httpx.ByteStream(answer.content)
    return httpx.Response(answer.status_code, headers=headers, stream=stream, extensions=answer.extensions)
