"""One moment by which everything about a call is over."""

from __future__ import annotations

from time import monotonic

#: Seconds for a call in total, unless a client or a call says otherwise.
DEFAULT_DEADLINE = 60.0


class Deadline:
    """A moment in the future, and how long the way there has been.

    Args:
        seconds: from now; None for never.

    Raises:
        ValueError: the number is negative or none.

    Attributes:
        lane_wait: seconds that requests under this deadline have waited in lanes.
    """

    __slots__ = ("_ends", "_started", "lane_wait")

    def __init__(self, seconds: float | None = DEFAULT_DEADLINE) -> None:
        if seconds is not None and not seconds >= 0:
            raise ValueError(f"a deadline is a number of seconds from now or None, not {seconds!r}")
        self._started = monotonic()
        self._ends = None if seconds is None else self._started + seconds
        self.lane_wait = 0.0

    def elapsed(self) -> float:
        """Seconds since it was set."""
        return monotonic() - self._started

    def remaining(self) -> float | None:
        """Seconds that are left, not below 0; None if there is no end."""
        return None if self._ends is None else max(0.0, self._ends - monotonic())

    def over(self) -> bool:
        return self._ends is not None and monotonic() >= self._ends

    def cut(self, timeout: dict[str, float | None]) -> dict[str, float | None]:
        """httpx's timeouts of one attempt, none of them longer than what is left."""
        left = self.remaining()
        if left is None:
            return timeout
        # 0 would make a socket non-blocking instead of impatient.
        left = max(left, 0.001)
        return {phase: left if given is None else min(given, left) for phase, given in timeout.items()}
