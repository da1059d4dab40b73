"""One connection to the API, shared by everything that speaks through it.

A client is a pool of connections and a scope: the account it acts for. `scoped()` gives a client for another account
over the same pool; nothing about the first one changes.
"""

from __future__ import annotations

from threading import Lock
from typing import Any, Self, TypeVar

import httpx
from woodpecker_auth import OWN_ACCOUNT, SCOPE_EXTENSION, CompanyScope, Scope

from .answer import read_answer
from .errors import ClientClosed, ConnectionFailed, TimedOut, TransportError
from .operation import Operation
from .types import DEFAULT_TIMEOUT, UNSET, Response, Timeout, Unset

DEFAULT_BASE_URL = "https://api.woodpecker.co/rest"

T = TypeVar("T")


class _Pool:
    """The httpx client, made on first use and exactly once, whichever thread comes first."""

    def __init__(self, options: dict[str, Any]) -> None:
        self.options = options
        self.closed = False
        self.sync_http: httpx.Client | None = None
        self.async_http: httpx.AsyncClient | None = None
        self.lock = Lock()

    def check_open(self) -> None:
        if self.closed:
            raise ClientClosed("this client is closed; use it inside its `with` block, or open a new one")


class _Connection:
    """What the sync and the async client have in common."""

    def __init__(
        self,
        base_url: str = DEFAULT_BASE_URL,
        *,
        timeout: Timeout = DEFAULT_TIMEOUT,
        scope: Scope | None = None,
        **httpx_args: Any,
    ) -> None:
        """
        Args:
            base_url: where the API is.
            timeout: seconds for a call, an `httpx.Timeout`, or None for no limit.
            scope: the account to act for; it reaches a `woodpecker_auth` transport with each request.
            httpx_args: anything else `httpx.Client` takes, above all `transport`.
        """
        self._pool = _Pool({"base_url": base_url, "timeout": timeout, **httpx_args})
        self._scope = scope

    @property
    def scope(self) -> Scope | None:
        """The account this client acts for."""
        return self._scope

    def scoped(self, scope: Scope) -> Self:
        """A client for another account over the same connections."""
        other = object.__new__(type(self))
        other._pool = self._pool
        other._scope = scope
        return other

    def __repr__(self) -> str:
        return f"{type(self).__name__}({str(self._pool.options['base_url'])!r}, scope={self._scope!r})"

    def __reduce__(self) -> str:
        raise TypeError(f"{type(self).__name__} holds a connection and a key and is not pickled")

    def _request_args(self, kwargs: dict[str, Any], timeout: Timeout | Unset) -> dict[str, Any]:
        if timeout is not UNSET:
            kwargs["timeout"] = timeout
        if self._scope is not None:
            kwargs["extensions"] = {SCOPE_EXTENSION: self._scope}
        return kwargs

    def _company(self, kwargs: dict[str, Any], company_id: int | None) -> int | None:
        if company_id is not None:
            return company_id
        if self._scope is not None and self._scope != OWN_ACCOUNT:
            assert isinstance(self._scope, CompanyScope)
            return self._scope.company_id
        header = kwargs.get("headers", {}).get("x-company-id")
        return int(header) if header else None


class Client(_Connection):
    """The connection behind the low-level functions' `sync` and `sync_detailed`. Thread-safe."""

    def get_httpx_client(self) -> httpx.Client:
        """The httpx client underneath.

        Raises:
            ClientClosed: after `close()`.
        """
        pool = self._pool
        with pool.lock:
            pool.check_open()
            if pool.sync_http is None:
                pool.sync_http = httpx.Client(**pool.options)
            return pool.sync_http

    def call(
        self,
        operation: Operation[T],
        kwargs: dict[str, Any],
        timeout: Timeout | Unset = UNSET,
        company_id: int | None = None,
    ) -> Response[T]:
        """Send one request and read its answer.

        Raises:
            PolicyError: the request was refused before anything was sent.
            TransportError: no answer arrived.
            ApiError: the answer is not a success.
        """
        company = self._company(kwargs, company_id)
        try:
            answer = self.get_httpx_client().request(**self._request_args(kwargs, timeout))
        except httpx.RequestError as failure:
            raise _transport_error(failure, operation, company) from failure
        return read_answer(operation, answer, company)

    def close(self) -> None:
        """Close the connections. Every client that shares them is closed with it."""
        with self._pool.lock:
            self._pool.closed = True
            http, self._pool.sync_http = self._pool.sync_http, None
        if http is not None:
            http.close()

    def __enter__(self) -> Self:
        self._pool.closed = False
        return self

    def __exit__(self, *exc_info: object) -> None:
        self.close()


class AsyncClient(_Connection):
    """The connection behind the low-level functions' `asyncio` and `asyncio_detailed`."""

    def get_async_httpx_client(self) -> httpx.AsyncClient:
        """The httpx client underneath.

        Raises:
            ClientClosed: after `aclose()`.
        """
        pool = self._pool
        with pool.lock:
            pool.check_open()
            if pool.async_http is None:
                pool.async_http = httpx.AsyncClient(**pool.options)
            return pool.async_http

    async def call(
        self,
        operation: Operation[T],
        kwargs: dict[str, Any],
        timeout: Timeout | Unset = UNSET,
        company_id: int | None = None,
    ) -> Response[T]:
        """Send one request and read its answer.

        Raises:
            PolicyError: the request was refused before anything was sent.
            TransportError: no answer arrived.
            ApiError: the answer is not a success.
        """
        company = self._company(kwargs, company_id)
        try:
            answer = await self.get_async_httpx_client().request(**self._request_args(kwargs, timeout))
        except httpx.RequestError as failure:
            raise _transport_error(failure, operation, company) from failure
        return read_answer(operation, answer, company)

    async def aclose(self) -> None:
        """Close the connections. Every client that shares them is closed with it."""
        with self._pool.lock:
            self._pool.closed = True
            http, self._pool.async_http = self._pool.async_http, None
        if http is not None:
            await http.aclose()

    async def __aenter__(self) -> Self:
        self._pool.closed = False
        return self

    async def __aexit__(self, *exc_info: object) -> None:
        await self.aclose()


def _transport_error(failure: httpx.RequestError, operation: Operation[Any], company: int | None) -> TransportError:
    kind = TransportError
    if isinstance(failure, httpx.ConnectError | httpx.ConnectTimeout | httpx.PoolTimeout):
        kind = ConnectionFailed
    elif isinstance(failure, httpx.TimeoutException):
        kind = TimedOut
    reason = str(failure) or type(failure).__name__
    error = kind(f"no answer from {operation.id} ({operation.method} {operation.path}): {reason}")
    error.operation, error.company, error.method = operation.id, company, operation.method
    try:
        error.url = str(failure.request.url)
    except RuntimeError:  # httpx could not build the request, so there is no URL
        error.url = operation.path
    return error
