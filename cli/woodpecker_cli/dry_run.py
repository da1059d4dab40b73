"""In place of the network: keeps the request that would have been sent."""

from __future__ import annotations

import httpx
from woodpecker_auth import KEY_HEADER

from .output import Output


class DryRun(httpx.BaseTransport):
    """Answers at once that there is nothing."""

    def __init__(self) -> None:
        self._request: httpx.Request | None = None

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        self._request = request
        return httpx.Response(204)

    def print(self, output: Output) -> None:
        """The request, with `***` for the key."""
        request = self._request
        assert request is not None
        headers = httpx.Headers(request.headers.raw)
        headers[KEY_HEADER] = "***"
        output.head(f"{request.method} {request.url}", headers)
        if content := request.read():
            output.body(content)
