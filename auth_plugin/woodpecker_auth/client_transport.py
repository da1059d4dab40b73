"""Someone's own httpx client as a transport.

Going through a whole client keeps what its owner set up: proxies, certificates, mounts, event hooks. Its default
headers, its authentication and its redirects stay out: those belong to the client in front.
"""

from __future__ import annotations

import httpx


class ClientTransport(httpx.BaseTransport):
    """Sends through an `httpx.Client`, and leaves it open."""

    def __init__(self, client: httpx.Client) -> None:
        self._client = client

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        return _handed_on(self._client.send(request, stream=True, follow_redirects=False, auth=None))


class AsyncClientTransport(httpx.AsyncBaseTransport):
    """Sends through an `httpx.AsyncClient`, and leaves it open."""

    def __init__(self, client: httpx.AsyncClient) -> None:
        self._client = client

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        return _handed_on(await self._client.send(request, stream=True, follow_redirects=False, auth=None))


def _handed_on(answer: httpx.Response) -> httpx.Response:
    """The answer for the client in front, its bytes as they came from the network, still compressed."""
    headers, stream = answer.headers.copy(), answer.stream
    if answer.is_stream_consumed:
        # An event hook has read it, so there are only decoded bytes left.
        if headers.pop("content-encoding", None):
            headers.pop("content-length", None)
        stream = httpx.ByteStream(answer.content)
    return httpx.Response(answer.status_code, headers=headers, stream=stream, extensions=answer.extensions)
