"""One call from its first request to its result: its attempts, their hooks and log records, and its errors."""

from __future__ import annotations

from collections.abc import Generator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Generic, NamedTuple, TypeVar

import httpx
import woodpecker_auth
from woodpecker_auth import DEADLINE_EXTENSION, SCOPE_EXTENSION, CompanyScope, Deadline, Scope, validate_company_id
from woodpecker_auth.exception_redaction import redact_exceptions

from .arguments import secrets_in
from .drift.observer import Observer, observe_response
from .errors import (
    CallError,
    ConnectionFailed,
    InvalidValue,
    LaneTimeout,
    PolicyError,
    TimedOut,
    TransportError,
    WoodpeckerError,
)
from .hooks import Attempt, Hooks, log_request, log_retry, run_request_hooks, run_response_hooks
from .operation import OperationRequest
from .responses import RequestContext, read_response
from .retries import RetryPolicy, may_have_run
from .types import Response, Unset

if TYPE_CHECKING:
    import asyncio

T = TypeVar("T")

# Seconds. httpx's own timeouts end with the deadline, too, and say more: they come first.
_GRACE = 0.25


class CallSettings(NamedTuple):
    """What the calls of one client have in common."""

    base_url: str
    deadline: float | None
    retries: int
    hooks: tuple[Hooks, ...]
    observer: Observer | None


class Call(Generic[T]):
    """A call that is being made."""

    def __init__(
        self,
        request: OperationRequest[T],
        scope: Scope | None,
        settings: CallSettings,
        options: dict[str, Any],
        deadline: float | None | Unset,
    ) -> None:
        """
        Args:
            request: what to send.
            scope: the account to act for; None for that of the key itself.
            settings: those of the client.
            options: further arguments of `httpx.Client.build_request`.
            deadline: seconds for this call, None for no end; UNSET for the client's.

        Raises:
            PolicyError: `request.acts_for` is not the id of a company.
        """
        self._request, self._operation, self._settings, self._options = request, request.operation, settings, options
        self._company, self._headers = request.company_id, None
        if not isinstance(request.acts_for, Unset):
            self._company = validate_company_id(request.acts_for)
            self._headers = {"x-company-id": str(self._company)}
        elif self._company is None and isinstance(scope, CompanyScope):
            self._company = scope.company_id
        self._deadline = Deadline(settings.deadline if isinstance(deadline, Unset) else deadline)
        self._extensions: dict[str, Any] = {DEADLINE_EXTENSION: self._deadline}
        if scope is not None:
            self._extensions[SCOPE_EXTENSION] = scope
        self._retry_policy: RetryPolicy | None = None
        self._attempts = 0
        self._status: int | None = None
        self._last: Attempt | None = None

    def pause_after(self, error: CallError) -> float | None:
        """Seconds until the call is sent again; None if its error stands."""
        if self._retry_policy is None:
            self._retry_policy = RetryPolicy(self._operation, self._deadline, self._settings.retries)
        pause = self._retry_policy.pause_after(error)
        if pause is not None and self._last is not None:
            log_retry(self._last, pause)
        return pause

    def hard_timeout(self) -> asyncio.Timeout:
        """A block that is cancelled after the deadline, even if the server keeps sending."""
        import asyncio

        left = self._deadline.remaining()
        self._deadline.is_enforced = True
        return asyncio.timeout(None if left is None else left + _GRACE)

    @contextmanager
    def attempt(self) -> Generator[None, None, None]:
        """One request; whatever goes wrong inside leaves as one of our errors."""
        self._attempts += 1
        self._status = None
        operation, deadline = self._operation, self._deadline
        waited, redirects = deadline.lane_wait, deadline.redirects
        attempt = Attempt(
            operation.id, operation.method, operation.path, self._company, self._settings.base_url, self._attempts
        )
        error: BaseException | None = None
        try:
            if self._settings.hooks:
                run_request_hooks(self._settings.hooks, attempt)
            try:
                with redact_exceptions(None, lambda: secrets_in(self._request.json)):
                    yield
            except Exception as failure:
                known = isinstance(failure, WoodpeckerError) and not isinstance(failure, httpx.RequestError)
                named = failure if known else self._transport_error(failure)
                self._complete_error(named, deadline.redirects > redirects)
                if known:
                    raise
                raise named from failure
        except BaseException as failure:
            error = failure
            raise
        finally:
            attempt.end(self._status, error, deadline.lane_wait - waited)
            self._last = attempt
            log_request(attempt)
            if self._settings.hooks:
                run_response_hooks(self._settings.hooks, attempt)

    def build(self, http: httpx.Client | httpx.AsyncClient) -> httpx.Request:
        """The request, made by the client that is to send it.

        Raises:
            InvalidValue: the arguments cannot be sent.
        """
        try:
            return http.build_request(
                self._operation.method,
                self._request.url,
                params=self._request.params,
                json=self._request.json,
                headers=self._headers,
                extensions=self._extensions,
                **self._options,
            )
        except Exception as failure:
            reason = type(failure).__name__
        raise InvalidValue(f"the arguments of {self._operation.id} cannot be sent ({reason})")

    def read(self, response: httpx.Response) -> Response[T]:
        """Read the response.

        Raises:
            ApiError: it is not a success.
        """
        self._status = response.status_code
        # Of a route that the spec does not describe, there is nothing to compare.
        if self._settings.observer is not None and self._operation.has_body is not None:
            observe_response(self._settings.observer, self._operation.id, response)
        return read_response(self._operation, response, RequestContext(self._company, self._request.json))

    def _complete_error(self, error: Exception, redirected: bool) -> None:
        if isinstance(error, CallError):
            error.attempts = self._attempts
        if isinstance(error, CallError | PolicyError) and may_have_run(self._operation, error, redirected):
            error.may_have_run = True
            text = (
                f"{str(error).removesuffix('.')}. It is unknown whether the call ran, and it was not sent again. "
                f"To find out: {self._operation.outcome_check}"
            )
            error.args = (text, *error.args[1:])

    def _transport_error(self, failure: Exception) -> TransportError:
        operation = self._operation
        kind = _error_class(failure)
        reason = str(failure) or ("the deadline passed" if kind is TimedOut else type(failure).__name__)
        error = kind(f"no response from {operation.id} ({operation.method} {operation.path}): {reason}")
        error.__cause__ = failure  # says whether the request can have left
        error.operation, error.company, error.method = operation.id, self._company, operation.method
        if isinstance(error, LaneTimeout) and isinstance(failure, woodpecker_auth.LaneWaitTimeout):
            error.account, error.waited = str(failure.lane_key), failure.waited
        try:
            error.url = str(failure.request.url) if isinstance(failure, httpx.RequestError) else operation.path
        except RuntimeError:  # httpx could not build the request, so there is no URL
            error.url = operation.path
        return error


def _error_class(failure: BaseException) -> type[TransportError]:
    match failure:
        case woodpecker_auth.LaneWaitTimeout():
            return LaneTimeout
        case httpx.ConnectError() | httpx.ConnectTimeout() | httpx.PoolTimeout() | httpx.ProxyError():
            return ConnectionFailed
        case httpx.TimeoutException() | TimeoutError():
            return TimedOut
        case _:
            return TransportError
