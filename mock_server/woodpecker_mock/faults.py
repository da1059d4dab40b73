"""The faults that stand, which of them a request meets, and the requests that hang."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from threading import Lock
from typing import Any

from .fault import Fault
from .fault_rules import When


@dataclass
class Standing:
    """A fault, how many requests matched it, and how many of those it met."""

    fault: Fault
    seen: int = 0
    applied: int = 0

    def take(self) -> bool:
        """Count a matching request, and whether it meets the fault."""
        self.seen += 1
        times = self.fault.times
        met = self.seen > self.fault.after and (times is None or self.applied < times)
        self.applied += met
        return met

    def skip(self) -> None:
        """Count a matching request that another fault came first to."""
        self.seen += 1


class Faults:
    """All faults. Every method but `hang` may be called from every thread."""

    def __init__(self) -> None:
        self._standing: list[Standing] = []
        self._hanging: list[asyncio.Future[None]] = []
        self._lock = Lock()

    def add(self, fault: Fault) -> Standing:
        """Let requests meet this fault, after those that were added before; its counts are in what is returned."""
        standing = Standing(fault)
        with self._lock:
            self._standing.append(standing)
        return standing

    def clear(self) -> None:
        """Remove all faults, and let go what hangs."""
        with self._lock:
            self._standing.clear()
        self.release()

    def take(self, when: When, operation: str, key: str | None, company: int | None) -> Fault | None:
        """The fault that this request meets, counted as met: the first that matches and is due."""
        if not self._standing:
            return None
        met: Fault | None = None
        with self._lock:
            for standing in self._standing:
                if standing.fault.when != when or not standing.fault.meets(operation, key, company):
                    continue
                if met is not None:
                    standing.skip()
                elif standing.take():
                    met = standing.fault
        return met

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
        """Let go every request that hangs now; later ones hang again."""
        with self._lock:
            for released in self._hanging:
                released.get_loop().call_soon_threadsafe(_let_go, released)

    def state(self) -> dict[str, Any]:
        """What `GET /_mock/faults` shows: each fault with its counts, and how many requests hang."""
        with self._lock:
            listed = [
                {**one.fault.to_json(), "seen": one.seen, "applied": one.applied} for one in self._standing
            ]  # fmt: skip
        return {"hanging": self.hanging, "faults": listed}


def _let_go(released: asyncio.Future[None]) -> None:
    if not released.done():
        released.set_result(None)
