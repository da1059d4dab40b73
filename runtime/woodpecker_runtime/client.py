"""One connection to the API, shared by everything that speaks through it.

A client is a pool of connections and a scope: the account it acts for. `scoped()` gives a client for another account
over the same pool; nothing about the first one changes.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from threading import Lock
from time import sleep
from typing import Any, Generic, Self, TypeVar

import httpx
from woodpecker_auth import DEFAULT_BASE_URL, DEFAULT_DEADLINE, Deadline, Scope
from woodpecker_auth.event_loop import current_loop
from woodpecker_auth.fork import reset_after_fork

from .call import Call, CallSettings
from .direct import AsyncDirectClient, DirectClient, can_be_direct
from .drift.observer import Observer
from .errors import CallError, ClientClosed, InvalidValue
from .hooks import Hooks, validate_hooks
from .operation import OperationRequest
from .retries import DEFAULT_RETRIES
from .types import DEFAULT_TIMEOUT, UNSET, Response, Timeout, Unset, validate_timeout

T = TypeVar("T")
H = TypeVar("H", bound="httpx.Client | httpx.AsyncClient")


class _Pool(Generic[H]):
    """The httpx client, made on first use and exactly once, whichever thread comes first."""

    def __init__(self, make: Callable[..., H], settings: dict[str, Any]) -> None:
        self._make, self._settings = make, settings
        self.closed = False
        self._http: H | None = None
        self.reset()
        reset_after_fork(self)

    def reset(self) -> None:
        self._lock = Lock()

    def get(self) -> H:
        with self._lock:
            if self.closed:
                raise ClientClosed("this client is closed; use it inside its `with` block, or open a new one")
            if self._http is None:
                try:
                    self._http = self._make(**self._settings)
                except Exception as failure:
                    reason = f"{type(failure).__name__}: {failure}"
                    raise InvalidValue(f"httpx cannot be set up with these settings ({reason})") from None
            return self._http

    def close(self) -> H | None:
        """What is to be closed, if there is something."""
        with self._lock:
            self.closed = True
            http, self._http = self._http, None
            return http


class _Connection(Generic[H]):
    """What the sync and the async client have in common."""

    _httpx_class: Callable[..., H]
    _direct_class: Callable[..., H]

    def __init__(
        self,
        base_url: str = DEFAULT_BASE_URL,
        *,
        timeout: Timeout = DEFAULT_TIMEOUT,
        deadline: float | None = DEFAULT_DEADLINE,
        max_retries: int = DEFAULT_RETRIES,
        hooks: Sequence[Hooks] = (),
        observe: Observer | None = None,
        scope: Scope | None = None,
        **httpx_args: Any,
    ) -> None:
        """
        Args:
            base_url: where the API is.
            timeout: seconds without progress in one attempt, an `httpx.Timeout`, or None for no limit.
            deadline: seconds for a call in total, with the wait in the lane, retries and pauses, or None for no end.
            max_retries: retries after failures; a 429 is retried until the deadline. 0 switches both off.
            hooks: called around each request.
            observe: compares each response with the spec.
            scope: the account to act for; it reaches a `woodpecker_auth` transport with each request.
            httpx_args: anything else `httpx.Client` takes, above all `transport`.

        Raises:
            InvalidValue: one of these cannot be used.
        """
        if type(max_retries) is not int or max_retries < 0:
            raise InvalidValue(f"max_retries is an integer of at least 0, not {type(max_retries).__name__}")
        if not isinstance(observe, Observer | None):  # pyright: ignore[reportUnnecessaryIsInstance]
            raise InvalidValue(f"observe is an Observer or None, not {type(observe).__name__}")
        Deadline(deadline)
        settings = {"base_url": base_url, "timeout": validate_timeout(timeout), **httpx_args}
        self._pool = _Pool(self._direct_class if can_be_direct(settings) else self._httpx_class, settings)
        self._settings = CallSettings(str(base_url), deadline, max_retries, validate_hooks(hooks), observe)
        self._scope = scope

    @property
    def scope(self) -> Scope | None:
        """The account this client acts for."""
        return self._scope

    def scoped(self, scope: Scope) -> Self:
        """A client for another account over the same connections."""
        other = object.__new__(type(self))
        other._pool = self._pool
        other._settings = self._settings
        other._scope = scope
        return other

    def __repr__(self) -> str:
        if not hasattr(self, "_scope"):  # a debugger may look before it is complete
            return f"{type(self).__name__}(…)"
        return f"{type(self).__name__}({self._settings.base_url!r}, scope={self._scope!r})"

    def __reduce__(self) -> str:
        raise TypeError(f"{type(self).__name__} holds a connection and a key and is not pickled")

    def _call(self, request: OperationRequest[T], timeout: Timeout | Unset, deadline: float | None | Unset) -> Call[T]:
        options: dict[str, Any] = {} if timeout is UNSET else {"timeout": validate_timeout(timeout)}
        return Call(request, self._scope, self._settings, options, deadline)


class Client(_Connection[httpx.Client]):
    """The connection behind the low-level functions' `sync` and `sync_detailed`. Thread-safe."""

    _httpx_class, _direct_class = httpx.Client, DirectClient

    def get_httpx_client(self) -> httpx.Client:
        """The httpx client underneath. What is set on it holds for all requests.

        Raises:
            ClientClosed: after `close()`.
        """
        http = self._pool.get()
        if isinstance(http, DirectClient):
            http.direct = False
        return http

    def call(
        self,
        request: OperationRequest[T],
        timeout: Timeout | Unset = UNSET,
        deadline: float | None | Unset = UNSET,
    ) -> Response[T]:
        """Send a request, again where that is safe and may help, and read its response.

        Args:
            request: what to send.
            timeout: seconds without progress in one attempt, an `httpx.Timeout`, or None for no limit.
            deadline: seconds for the call in total, or None for no end.

        Raises:
            PolicyError: the request was refused before anything was sent.
            TransportError: no response arrived.
            ApiError: the response is not a success.
        """
        call = self._call(request, timeout, deadline)
        while True:
            try:
                with call.attempt():
                    http = self._pool.get()
                    # Without a name: a local would keep the response, and the request with its body, in a traceback.
                    return call.read(http.send(call.build(http)))
            except CallError as failure:
                pause = call.pause_after(failure)
                if pause is None:
                    raise
            sleep(pause)

    def close(self) -> None:
        """Close the connections. Every client that shares them is closed with it."""
        if (http := self._pool.close()) is not None:
            http.close()

    def __enter__(self) -> Self:
        self._pool.closed = False
        return self

    def __exit__(self, *exc_info: object) -> None:
        self.close()


class AsyncClient(_Connection[httpx.AsyncClient]):
    """The connection behind the low-level functions' `asyncio` and `asyncio_detailed`."""

    _httpx_class, _direct_class = httpx.AsyncClient, AsyncDirectClient

    def get_async_httpx_client(self) -> httpx.AsyncClient:
        """The httpx client underneath. What is set on it holds for all requests.

        Raises:
            ClientClosed: after `aclose()`.
        """
        http = self._pool.get()
        if isinstance(http, AsyncDirectClient):
            http.direct = False
        return http

    async def call(
        self,
        request: OperationRequest[T],
        timeout: Timeout | Unset = UNSET,
        deadline: float | None | Unset = UNSET,
    ) -> Response[T]:
        """Send a request, again where that is safe and may help, and read its response.

        Args:
            request: what to send.
            timeout: seconds without progress in one attempt, an `httpx.Timeout`, or None for no limit.
            deadline: seconds for the call in total, or None for no end.

        Raises:
            PolicyError: the request was refused before anything was sent.
            TransportError: no response arrived.
            ApiError: the response is not a success.
        """
        import asyncio

        current_loop()
        call = self._call(request, timeout, deadline)
        while True:
            try:
                with call.attempt():
                    async with call.hard_timeout():
                        http = self._pool.get()
                        # Without a name: see `Client.call`.
                        return call.read(await http.send(call.build(http)))
            except CallError as failure:
                pause = call.pause_after(failure)
                if pause is None:
                    raise
            await asyncio.sleep(pause)

    async def aclose(self) -> None:
        """Close the connections. Every client that shares them is closed with it."""
        if (http := self._pool.close()) is not None:
            await http.aclose()

    async def __aenter__(self) -> Self:
        self._pool.closed = False
        return self

    async def __aexit__(self, *exc_info: object) -> None:
        await self.aclose()
