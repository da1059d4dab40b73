"""One moment by which everything about a call is over."""

from __future__ import annotations

from threading import TIMEOUT_MAX
from time import monotonic

from .errors import InvalidValue

#: Seconds for a call in total, unless a client or a call says otherwise.
DEFAULT_DEADLINE = 60.0
#: The request extension that holds the `Deadline` of one request.
DEADLINE_EXTENSION = "woodpecker_deadline"


def seconds(value: object, name: str) -> float | None:
    """A number of seconds, or None for no end, which is what infinity and what no clock can wait for mean, too.

    Args:
        name: of the setting, for the error.

    Raises:
        InvalidValue: it is negative, not a number, or something else.
    """
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, int | float) or not value >= 0:
        shown = repr(value) if isinstance(value, float) else "a negative number" if isinstance(value, int) else ""
        raise InvalidValue(
            f"{name} is a number of seconds from 0 on, or None for no end, not {shown or type(value).__name__}"
        )
    return None if value >= TIMEOUT_MAX else float(value)


class Deadline:
    """A moment in the future, and how long the way there has been.

    Args:
        seconds: from now; None or infinity for never.

    Raises:
        InvalidValue: it is negative, not a number, or something else.

    Attributes:
        lane_wait: seconds that requests under this deadline have waited in lanes.
        redirects: responses under this deadline that were redirects: so many requests have reached a server although
            no response that counts has arrived yet.
    """

    __slots__ = ("_ends", "_started", "lane_wait", "redirects")

    def __init__(self, seconds_from_now: float | None = DEFAULT_DEADLINE) -> None:
        left = seconds(seconds_from_now, "deadline")
        self._started = monotonic()
        self._ends = None if left is None else self._started + left
        self.lane_wait = 0.0
        self.redirects = 0

    def elapsed(self) -> float:
        """Seconds since it was set."""
        return monotonic() - self._started

    def remaining(self) -> float | None:
        """Seconds that are left, not below 0; None if there is no end."""
        return None if self._ends is None else max(0.0, self._ends - monotonic())

    def over(self) -> bool:
        return self._ends is not None and monotonic() >= self._ends

    def limit(self, timeout: float | None) -> float | None:
        """A timeout that is no longer than what is left, and never 0, which would make a socket non-blocking."""
        left = self.remaining()
        cut = timeout if left is None else left if timeout is None else min(timeout, left)
        return None if cut is None else max(cut, 0.001)
