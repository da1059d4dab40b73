"""Log records and hooks for each request.

Neither sees a key, a body or a URL: a URL's query may hold the address of a person.
"""

from __future__ import annotations

import logging
from collections.abc import Sequence
from time import monotonic

from attrs import define, field

from .errors import ApiError, InvalidValue

_log = logging.getLogger("woodpecker_client")
# A program that has not set up logging gets no lines from here on its standard error.
_log.addHandler(logging.NullHandler())


@define(eq=False)
class Attempt:
    """One request of a call.

    Attributes:
        operation: the operationId, or `request` for a call of `request`.
        method: the HTTP method.
        path: the path template below the base URL, such as `/v2/mailboxes/{id}`; for a call of `request`, the path with
            `{}` for each segment that may be data.
        company: the id of the client company it is for; None for the account of the key itself.
        base_url: where the API is.
        number: 1 for the first request of a call, 2 for its first retry.
        status: the HTTP status; None until there is one.
        error: what the call would raise now; None for a success.
        lane_wait: seconds that it waited in its lane.
        duration: seconds from its start to its end, `lane_wait` included.
    """

    operation: str
    method: str
    path: str
    company: int | None
    base_url: str
    number: int
    status: int | None = None
    error: BaseException | None = None
    lane_wait: float = 0.0
    duration: float = 0.0
    _began: float = field(factory=monotonic, init=False, repr=False)

    def end(self, status: int | None, error: BaseException | None, lane_wait: float) -> None:
        """Record the result."""
        self.error = error
        self.status = error.status if isinstance(error, ApiError) else status
        self.lane_wait = lane_wait
        self.duration = monotonic() - self._began

    def fields(self) -> dict[str, object]:
        """As the `extra` of a log record."""
        return {
            "operation": self.operation,
            "method": self.method,
            "path": self.path,
            "company": self.company,
            "status": self.status,
            "attempt": self.number,
            "lane_wait_ms": round(self.lane_wait * 1000, 1),
            "duration_ms": round(self.duration * 1000, 1),
        }


class Hooks:
    """Called around each request, in the thread or task that sends it; they must not block an event loop.

    Subclass it and override what you need.
    """

    def on_request(self, attempt: Attempt) -> None:
        """Before the request waits in its lane. An exception from here stops the call; nothing is sent."""

    def on_response(self, attempt: Attempt) -> None:
        """After the response was read or the request failed. An exception from here is logged; the call goes on."""


def validate_hooks(hooks: Sequence[Hooks]) -> tuple[Hooks, ...]:
    """The hooks as they were given.

    Raises:
        InvalidValue: one of them is something else.
    """
    for hook in hooks if isinstance(hooks, list | tuple) else [hooks]:
        if not isinstance(hook, Hooks):
            raise InvalidValue(f"hooks is a list of Hooks, not {type(hook).__name__}")
    return tuple(hooks)


def run_request_hooks(hooks: Sequence[Hooks], attempt: Attempt) -> None:
    for hook in hooks:
        hook.on_request(attempt)


def run_response_hooks(hooks: Sequence[Hooks], attempt: Attempt) -> None:
    for hook in hooks:
        try:
            hook.on_response(attempt)
        except Exception as fault:
            # The call has happened; its result must not be lost for this.
            _log.error("a hook failed after %s: %s", attempt.operation, type(fault).__name__)


def log_request(attempt: Attempt) -> None:
    """One record for each request, at DEBUG."""
    if _log.isEnabledFor(logging.DEBUG):
        fields = attempt.fields()
        _log.debug(_line(fields), extra=fields)


def log_retry(attempt: Attempt, pause: float) -> None:
    """One record for each retry, at WARNING."""
    fields = attempt.fields()
    reason = type(attempt.error).__name__
    _log.warning("%s; %s, again in %.2f s", _line(fields), reason, pause, extra={**fields, "reason": reason})


def _line(fields: dict[str, object]) -> str:
    return " ".join(f"{name}={value}" for name, value in fields.items())
