"""The policy as an httpx transport: the one place where the key joins a request.

A transport runs for every hop of every redirect, so the decision is made anew each time. The headers go onto a copy;
the request that the caller, the response and exceptions hold never carries the key.
"""

from __future__ import annotations

import httpx

from .base_url import BaseUrl
from .client_transport import AsyncClientTransport, ClientTransport
from .errors import PolicyError
from .failures import scrubbed
from .keys import Key
from .policy import COMPANY_HEADER, KEY_HEADER, decide
from .scope import CompanyScope, Scope

DEFAULT_BASE_URL = "https://api.woodpecker.co/rest"
#: The request extension that names the account of one request.
SCOPE_EXTENSION = "woodpecker_scope"


class _Guard:
    """Key, base URL and scope, and what they make of a request."""

    def __init__(self, key: Key, base_url: str, scope: Scope | None) -> None:
        self._key = key
        self._base_url = BaseUrl(base_url)
        self._scope = scope

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self._key!r}, base_url={str(self._base_url)!r}, scope={self._scope!r})"

    def _stamped(self, request: httpx.Request) -> httpx.Request:
        headers = request.headers.copy()
        headers.pop(KEY_HEADER, None)
        named = headers.get_list(COMPANY_HEADER)
        headers.pop(COMPANY_HEADER, None)
        if self._base_url.covers(request.url):
            scope = self._scope_of(request, named)
            headers.update(decide(self._key, self._base_url.family(request.url), scope))
        elif _has_body(request):
            raise PolicyError(
                f"a request with a body was to leave for {request.url.host}, which is not the API",
                "body_to_other_origin",
            )
        return httpx.Request(
            request.method, request.url, headers=headers, stream=request.stream, extensions=request.extensions
        )

    def _scope_of(self, request: httpx.Request, named: list[str]) -> Scope | None:
        scope: Scope | None = request.extensions.get(SCOPE_EXTENSION, self._scope)
        if not named:
            return scope
        if len(named) > 1:
            raise PolicyError(f"{COMPANY_HEADER} is given {len(named)} times", "duplicate_header")
        text = named[0]
        if not (text.isascii() and text.isdigit() and len(text) < 20):
            raise PolicyError(f"{COMPANY_HEADER} is not a company's number", "invalid_company_id")
        company = CompanyScope(int(text))
        if scope is not None and scope != company:
            raise PolicyError(
                f"the request names company {company.company_id}, but acts for {scope!r}", "company_mismatch"
            )
        return company


def _has_body(request: httpx.Request) -> bool:
    return request.headers.get("content-length", "0") != "0" or "transfer-encoding" in request.headers


class PolicyTransport(_Guard, httpx.BaseTransport):
    """Adds `x-api-key` and, where it belongs, `x-company-id`; refuses what must not be sent.

    Args:
        key: an `HQKey` or a `ClientKey`.
        inner: what sends: an httpx transport, an `httpx.Client` of your own, or None for a plain `httpx.Client`
            (environment proxies and certificates included).
        base_url: where the API is; the headers go nowhere else.
        scope: the account to act for, unless a request names its own with the extension `SCOPE_EXTENSION` or the
            header `x-company-id`.

    Raises:
        PolicyError: the base URL cannot be used; and, for each request, what `decide` refuses.
    """

    def __init__(
        self,
        key: Key,
        inner: httpx.BaseTransport | httpx.Client | None = None,
        *,
        base_url: str = DEFAULT_BASE_URL,
        scope: Scope | None = None,
    ) -> None:
        super().__init__(key, base_url, scope)
        self._inner = inner if isinstance(inner, httpx.BaseTransport) else ClientTransport(inner)

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        stamped = self._stamped(request)
        try:
            return self._inner.handle_request(stamped)
        except httpx.HTTPError as failure:
            raise scrubbed(failure, request) from None
        finally:
            del stamped

    def close(self) -> None:
        self._inner.close()


class AsyncPolicyTransport(_Guard, httpx.AsyncBaseTransport):
    """`PolicyTransport` for `httpx.AsyncClient`."""

    def __init__(
        self,
        key: Key,
        inner: httpx.AsyncBaseTransport | httpx.AsyncClient | None = None,
        *,
        base_url: str = DEFAULT_BASE_URL,
        scope: Scope | None = None,
    ) -> None:
        super().__init__(key, base_url, scope)
        self._inner = inner if isinstance(inner, httpx.AsyncBaseTransport) else AsyncClientTransport(inner)

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        stamped = self._stamped(request)
        try:
            return await self._inner.handle_async_request(stamped)
        except httpx.HTTPError as failure:
            raise scrubbed(failure, request) from None
        finally:
            del stamped

    async def aclose(self) -> None:
        await self._inner.aclose()
