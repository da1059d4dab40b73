"""In place of the network: keeps the request that would have been sent."""

from __future__ import annotations

import httpx
from woodpecker_auth import COMPANY_HEADER, KEY_HEADER

from .output import Output


class RehearsedError(BaseException):
    """The request is known, and no response will come: ends the call, whatever it does with errors."""


class DryRun(httpx.BaseTransport):
    """Ends the call where it would be sent."""

    def __init__(self) -> None:
        self._request: httpx.Request | None = None

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        self._request = request
        raise RehearsedError

    def print(self, output: Output, *, every_company: bool = False) -> None:
        """The request, with `***` for the key.

        Args:
            every_company: whether it stands for one request for each company.
        """
        request = self._request
        assert request is not None
        headers = httpx.Headers(request.headers.raw)
        headers[KEY_HEADER] = "***"
        if every_company:
            headers[COMPANY_HEADER] = "(each active company)"
        output.head(f"{request.method} {request.url}", headers)
        if content := request.read():
            output.body(content)
