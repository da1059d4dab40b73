"""How many requests an account may have at once: one runs, a few wait for it, the others are rejected.

https://developers.woodpecker.co/docs/getting-started/rate-limiting
"""

from __future__ import annotations

from dataclasses import dataclass
from math import isfinite


@dataclass(frozen=True)
class Limits:
    """The limits of each account.

    Attributes:
        running: requests that run at once, 1 or more.
        queued: requests that wait behind them, 0 or more.
        wait: seconds that a request may wait, counted from when it entered the queue.
        close_late: close the connection of a request that waited too long instead of sending 429. The vendor's
            "dropped" leaves open which it is.
        v1_conflict: send 409 with `E_TOO_MANY_REQUESTS` on v1 routes instead of 429, as the v1 API has been seen to.

    Raises:
        ValueError: a number is out of its range.
    """

    running: int = 1
    queued: int = 6
    wait: float = 15.0
    close_late: bool = False
    v1_conflict: bool = False

    def __post_init__(self) -> None:
        if self.running < 1:
            raise ValueError(f"running must be 1 or more, not {self.running}")
        if self.queued < 0:
            raise ValueError(f"queued must be 0 or more, not {self.queued}")
        if not (isfinite(self.wait) and self.wait >= 0):
            raise ValueError(f"wait must be 0 seconds or more, not {self.wait}")


class LimitExceeded(Exception):
    """A request that never ran: the queue was full, or it waited too long (`late`)."""

    def __init__(self, late: bool) -> None:
        super().__init__(late)
        self.late = late


@dataclass
class Counts:
    """One account's requests.

    Attributes:
        running: those that run now.
        queued: those that wait now.
        highest: the most that were in flight at once: running, waiting, and the one that was just rejected.
        ran: those that were admitted.
        rejected: those that were rejected, at once or after waiting.
        abandoned: those whose client disconnected while they waited.
    """

    running: int = 0
    queued: int = 0
    highest: int = 0
    ran: int = 0
    rejected: int = 0
    abandoned: int = 0
