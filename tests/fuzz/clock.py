"""A clock that does not move until it is moved, so that nothing happens in the mock by itself."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta


class Clock:
    """Starts at the second in which it is made, since the seeded figures end today."""

    def __init__(self) -> None:
        self.now = datetime.now(UTC).replace(microsecond=0)

    def __call__(self) -> datetime:
        return self.now

    def pass_(self, seconds: float) -> None:
        """Let this much time pass at once."""
        self.now += timedelta(seconds=seconds)
