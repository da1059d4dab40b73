"""The time limit of a call as a whole."""

from __future__ import annotations

from collections.abc import Mapping
from threading import TIMEOUT_MAX
from time import monotonic

from .errors import InvalidValue

#: Seconds for a call in total, unless a client or a call sets another value.
DEFAULT_DEADLINE = 60.0
#: The request extension that holds the `Deadline` of one request.
DEADLINE_EXTENSION = "woodpecker_deadline"


def validate_seconds(value: object, name: str) -> float | None:
    """Return a number of seconds, or None for no limit.

    Infinity, and more seconds than the platform can wait for, are returned as None.

    Args:
        name: of the setting, for the error.

    Raises:
        InvalidValue: the value is negative, NaN or not a number.
    """
    if value is None or (type(value) is float and 0 <= value < TIMEOUT_MAX):
        return value
    if isinstance(value, bool) or not isinstance(value, int | float) or not value >= 0:
        shown = repr(value) if isinstance(value, float) else "a negative number" if type(value) is int else ""
        raise InvalidValue(
            f"{name} is a number of seconds of at least 0, or None for no limit, not {shown or type(value).__name__}"
        )
    return None if value >= TIMEOUT_MAX else float(value)


class Deadline:
    """The moment by which a call has to be finished, and what its requests have done so far.

    Args:
        seconds_from_now: None or infinity for no limit.

    Raises:
        InvalidValue: the value is negative, NaN or not a number.

    Attributes:
        lane_wait: seconds that requests with this deadline have waited in lanes.
        is_enforced: whether the one who set it cancels a request that is late. A transport then need not.
        redirects: the number of redirect responses with this deadline, that is of requests that have reached a server
            before the final response.
    """

    __slots__ = ("_end", "_started", "is_enforced", "lane_wait", "redirects")

    def __init__(self, seconds_from_now: float | None = DEFAULT_DEADLINE) -> None:
        left = validate_seconds(seconds_from_now, "deadline")
        self._started = monotonic()
        self._end = None if left is None else self._started + left
        self.lane_wait = 0.0
        self.is_enforced = False
        self.redirects = 0

    def elapsed(self) -> float:
        """Seconds since the deadline was set."""
        return monotonic() - self._started

    def remaining(self) -> float | None:
        """Seconds until the deadline, at least 0; None for no limit."""
        return None if self._end is None else max(0.0, self._end - monotonic())

    def has_passed(self) -> bool:
        return self._end is not None and monotonic() >= self._end

    def limit(self, timeout: float | None) -> float | None:
        """The timeout in seconds, shortened to the time left; never 0, which would make a socket non-blocking."""
        return _limit(timeout, self.remaining())

    def limit_phases(self, timeouts: Mapping[str, object]) -> dict[str, float | None]:
        """httpx's timeouts of the phases of a request, each as `limit` returns it.

        Raises:
            InvalidValue: one of them is negative, NaN or not a number.
        """
        left = self.remaining()
        return {
            phase: _limit(validate_seconds(timeout, f"the {phase} timeout"), left)
            for phase, timeout in timeouts.items()
        }


def _limit(timeout: float | None, left: float | None) -> float | None:
    limited = timeout if left is None else left if timeout is None else min(timeout, left)
    return None if limited is None else max(limited, 0.001)
