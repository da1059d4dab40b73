"""The policy as an httpx transport: the one place where the key joins a request."""

from __future__ import annotations

import httpx

from .base_url import BaseUrl
from .client_transport import AsyncClientTransport, ClientTransport
from .failures import AsyncKeylessBody, KeylessBody, keyless_failures
from .keys import Key
from .scope import Scope
from .stamp import Stamp

DEFAULT_BASE_URL = "https://api.woodpecker.co/rest"


class PolicyTransport(httpx.BaseTransport):
    """Adds `x-api-key` and, where it belongs, `x-company-id`; refuses what must not be sent. Thread-safe.

    Args:
        key: an `HQKey` or a `ClientKey`.
        inner: what sends: an httpx transport, which is closed with this one; an `httpx.Client` of your own, which
            stays open; or None for a plain `httpx.Client` with its environment proxies and certificates.
        base_url: where the API is; the headers go nowhere else.
        scope: the account to act for, unless a request names its own with the extension `SCOPE_EXTENSION` or the
            header `x-company-id`.

    Raises:
        PolicyError: the key or the base URL cannot be used; and, for each request, what `decide` refuses, a path
            with two readings, and a body on its way to another origin.
    """

    def __init__(
        self,
        key: Key,
        inner: httpx.BaseTransport | httpx.Client | None = None,
        *,
        base_url: str | httpx.URL = DEFAULT_BASE_URL,
        scope: Scope | None = None,
    ) -> None:
        self._stamp = Stamp(key, BaseUrl(base_url), scope)
        self._inner = inner if isinstance(inner, httpx.BaseTransport) else ClientTransport(inner)

    def __repr__(self) -> str:
        return f"PolicyTransport({self._stamp!r})"

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        with keyless_failures(request):
            # The stamped copy gets no name here: a local would stand in every traceback.
            answer = self._inner.handle_request(self._stamp.on(request))
        assert isinstance(answer.stream, httpx.SyncByteStream)
        answer.request, answer.stream = request, KeylessBody(answer.stream, request)
        return answer

    def close(self) -> None:
        self._inner.close()


class AsyncPolicyTransport(httpx.AsyncBaseTransport):
    """`PolicyTransport` for `httpx.AsyncClient`. Bound to no event loop itself; what sends may be."""

    def __init__(
        self,
        key: Key,
        inner: httpx.AsyncBaseTransport | httpx.AsyncClient | None = None,
        *,
        base_url: str | httpx.URL = DEFAULT_BASE_URL,
        scope: Scope | None = None,
    ) -> None:
        self._stamp = Stamp(key, BaseUrl(base_url), scope)
        self._inner = inner if isinstance(inner, httpx.AsyncBaseTransport) else AsyncClientTransport(inner)

    def __repr__(self) -> str:
        return f"AsyncPolicyTransport({self._stamp!r})"

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        with keyless_failures(request):
            answer = await self._inner.handle_async_request(self._stamp.on(request))
        assert isinstance(answer.stream, httpx.AsyncByteStream)
        answer.request, answer.stream = request, AsyncKeylessBody(answer.stream, request)
        return answer

    async def aclose(self) -> None:
        await self._inner.aclose()
