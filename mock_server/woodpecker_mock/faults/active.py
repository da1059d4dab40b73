"""The active faults, which of them applies to a request, and the requests that hang."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from itertools import count
from threading import Lock
from typing import Any

from .fault import Fault
from .fault_rules import When


@dataclass
class ActiveFault:
    """A fault, its number, how many requests matched it, and how many of those it was applied to."""

    fault: Fault
    number: int
    seen: int = 0
    applied: int = 0

    def take(self) -> bool:
        """Count a matching request; whether the fault applies to it."""
        self.seen += 1
        times = self.fault.times
        applies = self.seen > self.fault.after and (times is None or self.applied < times)
        self.applied += applies
        return applies

    def state(self) -> dict[str, Any]:
        """The fault with its number and its counts."""
        return {**self.fault.to_json(), "number": self.number, "seen": self.seen, "applied": self.applied}

    def skip(self) -> None:
        """Count a matching request that another fault was applied to."""
        self.seen += 1


class Faults:
    """All active faults. Every method but `hang` may be called from every thread."""

    def __init__(self) -> None:
        self._active: list[ActiveFault] = []
        self._numbers = count(1)
        self._hanging: list[asyncio.Future[None]] = []
        self._lock = Lock()

    def add(self, fault: Fault) -> ActiveFault:
        """Activate a fault, after those that were added before; its counts are in what is returned."""
        with self._lock:
            active = ActiveFault(fault, next(self._numbers))
            self._active.append(active)
        return active

    def remove(self, number: int) -> bool:
        """Remove the fault of this number; whether there was one. What hangs because of it goes on hanging."""
        with self._lock:
            kept = [one for one in self._active if one.number != number]
            removed = len(kept) < len(self._active)
            self._active[:] = kept
        return removed

    def clear(self) -> None:
        """Remove all faults, and release what hangs."""
        with self._lock:
            self._active.clear()
        self.release()

    def take(self, when: When, operation: str, key: str | None, company: int | None) -> Fault | None:
        """The fault that applies to this request, counted: the first that matches and is due."""
        if not self._active:
            return None
        taken: Fault | None = None
        with self._lock:
            for active in self._active:
                if active.fault.when != when or not active.fault.matches(operation, key, company):
                    continue
                if taken is not None:
                    active.skip()
                elif active.take():
                    taken = active.fault
        return taken

    async def hang(self) -> None:
        """Wait for `release`."""
        released: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        with self._lock:
            self._hanging.append(released)
        try:
            await released
        finally:
            with self._lock:
                self._hanging.remove(released)

    @property
    def hanging(self) -> int:
        """How many requests hang now."""
        return len(self._hanging)

    def release(self) -> None:
        """Release every request that hangs now; later ones hang again."""
        with self._lock:
            for released in self._hanging:
                released.get_loop().call_soon_threadsafe(_set_done, released)

    def state(self) -> dict[str, Any]:
        """The body of `GET /_mock/faults`: each fault with its counts, and how many requests hang."""
        with self._lock:
            listed = [one.state() for one in self._active]
        return {"hanging": self.hanging, "faults": listed}


def _set_done(released: asyncio.Future[None]) -> None:
    if not released.done():
        released.set_result(None)
