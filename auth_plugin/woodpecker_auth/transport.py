"""The policy as an httpx transport: the one place where the key joins a request, and where requests take turns."""

from __future__ import annotations

import asyncio
from time import monotonic

import httpx

from .base_url import BaseUrl
from .client_transport import AnyClient, AsyncClientTransport, ClientTransport
from .deadline import DEADLINE_EXTENSION, DEFAULT_DEADLINE, Deadline, seconds
from .failures import AsyncKeylessBody, KeylessBody, end_of, keyless_failures, too_slow
from .httpx_logs import hide_query
from .keys import Key
from .lanes import ONE_AT_A_TIME, Lanes, Place, checked_lanes
from .network import AsyncNetworkTransport, NetworkTransport
from .scope import Scope
from .semaphore import current_loop
from .stamp import Passage, Stamp

DEFAULT_BASE_URL = "https://api.woodpecker.co/rest"


class PolicyTransport(httpx.BaseTransport):
    """Adds `x-api-key` and, where it belongs, `x-company-id`; refuses what must not be sent. Thread-safe.

    Requests for one account take turns, so that the API does not drop any. An answer's cookies are not handed on:
    the client in front serves many accounts, and would send one account's session along with another's request.

    Args:
        key: an `HQKey` or a `ClientKey`.
        inner: what sends: an httpx transport, which is closed with this one; an `httpx.Client` of your own, which
            stays open; or None for a `NetworkTransport`.
        base_url: where the API is; the headers go nowhere else.
        scope: the account to act for, unless a request names its own with the extension `SCOPE_EXTENSION` or the
            header `x-company-id`.
        lanes: where requests take turns; None for nowhere.
        deadline: seconds for a request in total, waiting included, unless it brings a `Deadline` of its own in the
            extension `DEADLINE_EXTENSION`; None for no end.

    Raises:
        PolicyError: the key or the base URL cannot be used; and, for each request, what `decide` refuses, a path
            with two readings, and a body on its way to another origin.
        LaneTimeout: for each request, the deadline passed before its turn came.
        LaneUnavailable: for each request, who keeps the lanes of several processes cannot be reached.
    """

    def __init__(
        self,
        key: Key,
        inner: httpx.BaseTransport | AnyClient | None = None,
        *,
        base_url: str | httpx.URL | BaseUrl = DEFAULT_BASE_URL,
        scope: Scope | None = None,
        lanes: Lanes | None = ONE_AT_A_TIME,
        deadline: float | None = DEFAULT_DEADLINE,
    ) -> None:
        try:
            self._stamp = Stamp(key, BaseUrl(base_url), scope)
        finally:
            del key  # It may be bare text, and tracebacks can show locals.
        self._lanes, self._deadline = checked_lanes(lanes), seconds(deadline, "deadline")
        self._inner = _inner(inner)

    def __repr__(self) -> str:
        return f"PolicyTransport({getattr(self, '_stamp', None)!r})"

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        deadline = _deadline_of(request, self._deadline)
        hide_query(request.url)
        with keyless_failures(request, self._stamp.secrets):
            passage = self._stamp.decide(request)
            place = self._enter(passage, deadline)
            try:
                # The stamped copy gets no name here: a local would stand in every traceback.
                answer = self._inner.handle_request(passage.stamped(request, deadline))
            except BaseException:
                if place is not None:
                    place.leave()
                raise
        if answer.is_closed and place is not None:
            # Its bytes are here already, so nobody will close the stream.
            place.leave()
        assert isinstance(answer.stream, httpx.SyncByteStream)
        answer.request = request
        answer.stream = KeylessBody(answer.stream, request, deadline, place, self._stamp.secrets)
        deadline.redirects += answer.has_redirect_location
        self._stamp.receive(answer)
        answer.headers.pop("set-cookie", None)
        return answer

    def _enter(self, passage: Passage, deadline: Deadline) -> Place | None:
        if self._lanes is None or passage.account is None:
            return None
        began = monotonic()
        try:
            return self._lanes.enter(passage.account, deadline)
        finally:
            deadline.lane_wait += monotonic() - began

    def close(self) -> None:
        self._inner.close()


class AsyncPolicyTransport(httpx.AsyncBaseTransport):
    """`PolicyTransport` for `httpx.AsyncClient`. Bound to no event loop itself; what sends may be."""

    def __init__(
        self,
        key: Key,
        inner: httpx.AsyncBaseTransport | AnyClient | None = None,
        *,
        base_url: str | httpx.URL | BaseUrl = DEFAULT_BASE_URL,
        scope: Scope | None = None,
        lanes: Lanes | None = ONE_AT_A_TIME,
        deadline: float | None = DEFAULT_DEADLINE,
    ) -> None:
        try:
            self._stamp = Stamp(key, BaseUrl(base_url), scope)
        finally:
            del key  # It may be bare text, and tracebacks can show locals.
        self._lanes, self._deadline = checked_lanes(lanes), seconds(deadline, "deadline")
        self._inner = _async_inner(inner)

    def __repr__(self) -> str:
        return f"AsyncPolicyTransport({getattr(self, '_stamp', None)!r})"

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        current_loop()
        deadline = _deadline_of(request, self._deadline)
        hide_query(request.url)
        with keyless_failures(request, self._stamp.secrets):
            passage = self._stamp.decide(request)
            place = await self._enter(passage, deadline)
            try:
                async with asyncio.timeout_at(end_of(deadline)):
                    answer = await self._inner.handle_async_request(passage.stamped(request, deadline))
            except BaseException as failure:
                if place is not None:
                    await place.aleave()
                if isinstance(failure, TimeoutError):
                    raise too_slow(request) from None
                raise
        if answer.is_closed and place is not None:
            # Its bytes are here already, so nobody will close the stream.
            await place.aleave()
        assert isinstance(answer.stream, httpx.AsyncByteStream)
        answer.request = request
        answer.stream = AsyncKeylessBody(answer.stream, request, deadline, place, self._stamp.secrets)
        deadline.redirects += answer.has_redirect_location
        self._stamp.receive(answer)
        answer.headers.pop("set-cookie", None)
        return answer

    async def _enter(self, passage: Passage, deadline: Deadline) -> Place | None:
        if self._lanes is None or passage.account is None:
            return None
        began = monotonic()
        try:
            return await self._lanes.aenter(passage.account, deadline)
        finally:
            deadline.lane_wait += monotonic() - began

    async def aclose(self) -> None:
        await self._inner.aclose()


def _deadline_of(request: httpx.Request, default: float | None) -> Deadline:
    deadline = request.extensions.get(DEADLINE_EXTENSION)
    return deadline if isinstance(deadline, Deadline) else Deadline(default)


def _inner(given: httpx.BaseTransport | AnyClient | None) -> httpx.BaseTransport:
    if given is None:
        return NetworkTransport()
    return given if isinstance(given, httpx.BaseTransport) else ClientTransport(given)


def _async_inner(given: httpx.AsyncBaseTransport | AnyClient | None) -> httpx.AsyncBaseTransport:
    if given is None:
        return AsyncNetworkTransport()
    return given if isinstance(given, httpx.AsyncBaseTransport) else AsyncClientTransport(given)
