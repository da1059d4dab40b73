"""Time that passes only when a wait of the client pauses."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from woodpecker_auth import deadline
from woodpecker_runtime import waiting


class VirtualTime:
    """The time of deadlines and of waits; that of a mock, if it gets `clock`.

    Attributes:
        now: seconds that have passed.
        pauses: how long each pause was.
    """

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.now = 0.0
        self.pauses: list[float] = []
        monkeypatch.setattr(deadline, "monotonic", lambda: self.now)
        monkeypatch.setattr(waiting, "sleep", self._pass)
        monkeypatch.setattr(waiting, "sleep_async", self._pass_async)

    def _pass(self, seconds: float) -> None:
        self.now += seconds
        self.pauses.append(round(seconds, 3))

    async def _pass_async(self, seconds: float) -> None:
        self._pass(seconds)

    def clock(self) -> datetime:
        return datetime(2026, 11, 2, tzinfo=UTC) + timedelta(seconds=self.now)
