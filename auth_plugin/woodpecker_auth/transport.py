"""The header policy as an httpx transport: where a request gets its key and waits for its slot."""

from __future__ import annotations

from time import monotonic

import httpx

from .authorizer import Authorization, RequestAuthorizer
from .base_url import BaseUrl
from .client_transport import AnyClient, AsyncClientTransport, ClientTransport
from .deadline import DEADLINE_EXTENSION, DEFAULT_DEADLINE, Deadline, validate_seconds
from .event_loop import current_loop
from .exception_redaction import redact_exceptions
from .httpx_logs import hide_query
from .keys import Key
from .lanes import ONE_AT_A_TIME, Lanes, LaneSlot, validate_lanes
from .network import AsyncNetworkTransport, NetworkTransport
from .response_stream import AsyncResponseStream, ResponseStream, deadline_error, hard_timeout_at, result_until
from .scope import Scope

DEFAULT_BASE_URL = "https://api.woodpecker.co/rest"


class PolicyTransport(httpx.BaseTransport):
    """Sets `x-api-key` and, where the policy says so, `x-company-id`; refuses what must not be sent. Thread-safe.

    Requests for one account wait for each other in a lane, so that the API drops none of them. Cookies in responses
    are removed: an httpx client serves many accounts, and would send the session of one with the requests of another.

    Args:
        key: an `HQKey` or a `ClientKey`.
        inner: the transport that sends: an httpx transport, which is closed with this one; an `httpx.Client` or
            `httpx2.Client`, which stays open; or None for a `NetworkTransport`.
        base_url: of the API. The headers are sent nowhere else.
        scope: the account to act for, unless a request names another with the extension `SCOPE_EXTENSION` or the
            header `x-company-id`.
        lanes: limit the requests in flight per account; None for no limit.
        deadline: seconds for a request in total, waiting included, unless the request has a `Deadline` in the
            extension `DEADLINE_EXTENSION`; None for no limit.

    Raises:
        PolicyError: the key or the base URL is invalid; and, for each request, the combination of key, route and scope
            is refused by `decide`, the path is ambiguous, or a body would be sent to another origin.
        InvalidValue: another argument is invalid.
        LaneWaitTimeout: for each request, the deadline passed before it got a slot.
        LaneUnavailable: for each request, the server that coordinates lanes between processes cannot be used.
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
            self._authorizer = RequestAuthorizer(key, BaseUrl(base_url), scope)
        finally:
            del key  # It may be a plain string, and tracebacks can show locals.
        self._lanes, self._deadline = validate_lanes(lanes), validate_seconds(deadline, "deadline")
        self._inner = _as_transport(inner)

    def __repr__(self) -> str:
        return f"PolicyTransport({getattr(self, '_authorizer', None)!r})"

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        deadline = _deadline_of(request, self._deadline)
        hide_query(request.url)
        with redact_exceptions(request, self._authorizer.secrets):
            authorization = self._authorizer.authorize(request)
            slot = self._acquire_slot(authorization, deadline)
            try:
                # The copy with the key is not a local variable here: tracebacks can show locals.
                response = self._inner.handle_request(authorization.apply_to(request, deadline))
            except BaseException:
                if slot is not None:
                    slot.release()
                raise
        if response.is_closed and slot is not None:
            # The body is already read, so the stream will not be closed again.
            slot.release()
        assert isinstance(response.stream, httpx.SyncByteStream)
        response.request = request
        response.stream = ResponseStream(response.stream, request, deadline, slot, self._authorizer.secrets)
        deadline.redirects += response.has_redirect_location
        self._authorizer.redact_response(response)
        if "set-cookie" in response.headers:
            del response.headers["set-cookie"]
        return response

    def _acquire_slot(self, authorization: Authorization, deadline: Deadline) -> LaneSlot | None:
        if self._lanes is None or authorization.lane_key is None:
            return None
        started = monotonic()
        try:
            return self._lanes.acquire(authorization.lane_key, deadline)
        finally:
            deadline.lane_wait += monotonic() - started

    def close(self) -> None:
        self._inner.close()


class AsyncPolicyTransport(httpx.AsyncBaseTransport):
    """`PolicyTransport` for `httpx.AsyncClient`. It belongs to no event loop itself; the inner transport may."""

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
            self._authorizer = RequestAuthorizer(key, BaseUrl(base_url), scope)
        finally:
            del key  # It may be a plain string, and tracebacks can show locals.
        self._lanes, self._deadline = validate_lanes(lanes), validate_seconds(deadline, "deadline")
        self._inner = _as_async_transport(inner)

    def __repr__(self) -> str:
        return f"AsyncPolicyTransport({getattr(self, '_authorizer', None)!r})"

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        current_loop()
        deadline = _deadline_of(request, self._deadline)
        hide_query(request.url)
        with redact_exceptions(request, self._authorizer.secrets):
            authorization = self._authorizer.authorize(request)
            slot = await self._acquire_slot(authorization, deadline)
            try:
                # The copy with the key is not a local variable here, either.
                response = await result_until(
                    hard_timeout_at(deadline),
                    self._inner.handle_async_request(authorization.apply_to(request, deadline)),
                )
            except BaseException as failure:
                if slot is not None:
                    await slot.release_async()
                if isinstance(failure, TimeoutError):
                    raise deadline_error(request) from None
                raise
        if response.is_closed and slot is not None:
            # The body is already read, so the stream will not be closed again.
            await slot.release_async()
        assert isinstance(response.stream, httpx.AsyncByteStream)
        response.request = request
        response.stream = AsyncResponseStream(response.stream, request, deadline, slot, self._authorizer.secrets)
        deadline.redirects += response.has_redirect_location
        self._authorizer.redact_response(response)
        if "set-cookie" in response.headers:
            del response.headers["set-cookie"]
        return response

    async def _acquire_slot(self, authorization: Authorization, deadline: Deadline) -> LaneSlot | None:
        if self._lanes is None or authorization.lane_key is None:
            return None
        started = monotonic()
        try:
            return await self._lanes.acquire_async(authorization.lane_key, deadline)
        finally:
            deadline.lane_wait += monotonic() - started

    async def aclose(self) -> None:
        await self._inner.aclose()


def _deadline_of(request: httpx.Request, default: float | None) -> Deadline:
    deadline = request.extensions.get(DEADLINE_EXTENSION)
    return deadline if isinstance(deadline, Deadline) else Deadline(default)


def _as_transport(inner: httpx.BaseTransport | AnyClient | None) -> httpx.BaseTransport:
    if inner is None:
        return NetworkTransport()
    return inner if isinstance(inner, httpx.BaseTransport) else ClientTransport(inner)


def _as_async_transport(inner: httpx.AsyncBaseTransport | AnyClient | None) -> httpx.AsyncBaseTransport:
    if inner is None:
        return AsyncNetworkTransport()
    return inner if isinstance(inner, httpx.AsyncBaseTransport) else AsyncClientTransport(inner)
