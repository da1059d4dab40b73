"""httpx clients that send straight through their transport.

`httpx.Client` handles cookies, redirects, authentication flows and event hooks, which takes more time than the request
itself. Where none of them is set, these clients build the same requests, use the same transport, and write the same
log records.
"""

from __future__ import annotations

import logging
from functools import cached_property, lru_cache
from typing import Any

import httpx

# Of httpx, which documents its records: https://www.python-httpx.org/logging/
_log = logging.getLogger("httpx")

# The arguments of `httpx.Client` that leave nothing to do for one.
_SETTINGS = {"base_url", "headers", "timeout", "transport"}


def can_be_direct(settings: dict[str, Any]) -> bool:
    """Whether these arguments of `httpx.Client` ask for nothing that a `DirectClient` leaves out."""
    wanted = {name for name, value in settings.items() if value is not False}  # follow_redirects=False wants nothing
    return settings.get("transport") is not None and wanted <= _SETTINGS


class _RequestFactory:
    """Builds the requests of a client as `httpx.Client.build_request` does.

    What is the same for all requests is read from the client once.
    """

    def __init__(self, client: httpx.Client | httpx.AsyncClient) -> None:
        self._base_url = str(client.base_url).rstrip("/")
        self._headers = httpx.Headers([(b"Host", client.base_url.netloc), *client.headers.raw])
        self._timeouts = client.timeout.as_dict()

    def request(
        self,
        method: str,
        path: str,
        *,
        params: dict[str, Any] | None,
        json: Any,
        headers: dict[str, str] | None,
        extensions: dict[str, Any],
        timeout: httpx.Timeout | None = None,
    ) -> httpx.Request:
        all_headers = self._headers
        if headers:
            all_headers = all_headers.copy()
            all_headers.update(headers)
        timeouts = self._timeouts if timeout is None else timeout.as_dict()
        # httpx would look for a body to encode, and for headers to add.
        body: dict[str, Any] = {"stream": httpx.ByteStream(b"")} if method == "GET" else {"json": json}
        extensions = {**extensions, "timeout": timeouts}
        request = httpx.Request(method, self._url(path, params), headers=all_headers, extensions=extensions, **body)
        request.read()
        return request

    def _url(self, path: str, params: dict[str, Any] | None) -> httpx.URL:
        if not params:
            return _parsed(self._base_url + path)
        text = f"{self._base_url}{path}?{httpx.QueryParams(params)}"
        # A text may be the address of a person: it is not kept. Numbers of pages come again.
        return _parsed(text) if all(isinstance(value, int) for value in params.values()) else httpx.URL(text)


@lru_cache(maxsize=1024)
def _parsed(text: str) -> httpx.URL:
    return httpx.URL(text)


class DirectClient(httpx.Client):
    """An `httpx.Client` that sends straight through its transport.

    Attributes:
        direct: whether it does; False makes it an ordinary client.
    """

    direct = True

    @cached_property
    def _requests(self) -> _RequestFactory:
        return _RequestFactory(self)

    def build_request(self, method: str, url: httpx.URL | str, **options: Any) -> httpx.Request:
        if self.direct:
            return self._requests.request(method, str(url), **options)
        return super().build_request(method, url, **options)

    def send(self, request: httpx.Request, **options: Any) -> httpx.Response:
        if not self.direct or self.is_closed:  # httpx has an error of its own for that
            return super().send(request, **options)
        response = self._transport_for_url(request.url).handle_request(request)
        response.request = request
        _log_response(response)
        try:
            response.read()
        except BaseException:
            response.close()
            raise
        return response


class AsyncDirectClient(httpx.AsyncClient):
    """`DirectClient` for asyncio."""

    direct = True

    @cached_property
    def _requests(self) -> _RequestFactory:
        return _RequestFactory(self)

    def build_request(self, method: str, url: httpx.URL | str, **options: Any) -> httpx.Request:
        if self.direct:
            return self._requests.request(method, str(url), **options)
        return super().build_request(method, url, **options)

    async def send(self, request: httpx.Request, **options: Any) -> httpx.Response:
        if not self.direct or self.is_closed:
            return await super().send(request, **options)
        response = await self._transport_for_url(request.url).handle_async_request(request)
        response.request = request
        _log_response(response)
        try:
            await response.aread()
        except BaseException:
            await response.aclose()
            raise
        return response


def _log_response(response: httpx.Response) -> None:
    if _log.isEnabledFor(logging.INFO):
        _log.info(
            'HTTP Request: %s %s "%s %d %s"',
            response.request.method,
            response.request.url,
            response.http_version,
            response.status_code,
            response.reason_phrase,
        )
