"""httpx clients that send straight through their transport.

`httpx.Client` handles cookies, redirects, authentication flows and event hooks, which takes more time than the request
itself. Where none of them is set, these clients build the same requests, use the same transport, and write the same
log records.
"""

from __future__ import annotations

import logging
from functools import lru_cache
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


class DirectClient(httpx.Client):
    """An `httpx.Client` that sends straight through its transport.

    Attributes:
        direct: whether it does; False makes it an ordinary client.
    """

    direct = True

    def build_request(self, method: str, url: httpx.URL | str, **options: Any) -> httpx.Request:
        if self.direct:
            return _request(self, method, str(url), **options)
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

    def build_request(self, method: str, url: httpx.URL | str, **options: Any) -> httpx.Request:
        if self.direct:
            return _request(self, method, str(url), **options)
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


def _request(
    client: httpx.Client | httpx.AsyncClient,
    method: str,
    url: str,
    *,
    params: dict[str, Any] | None,
    json: dict[str, Any] | None,
    headers: dict[str, str] | None,
    extensions: dict[str, Any],
    timeout: httpx.Timeout | None = None,
) -> httpx.Request:
    """The request that `httpx.Client.build_request` makes of these arguments."""
    base_url = str(client.base_url)
    # With a query it is used once, and may hold the address of a person: it is not kept.
    whole = httpx.URL(f"{base_url.rstrip('/')}{url}?{httpx.QueryParams(params)}") if params else _url(base_url, url)
    all_headers = client.headers.copy()
    if headers:
        all_headers.update(headers)
    timeouts = (client.timeout if timeout is None else timeout).as_dict()
    return httpx.Request(method, whole, headers=all_headers, json=json, extensions={**extensions, "timeout": timeouts})


@lru_cache(maxsize=1024)
def _url(base_url: str, path: str) -> httpx.URL:
    return httpx.URL(base_url.rstrip("/") + path)


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
