"""A semaphore for threads and event loops together: first come, first served.

The standard library's semaphores serve either threads or one event loop. This one also reclaims slots that are never
released: those that were garbage-collected, and those of an event loop that is closed or no longer runs.
"""

from __future__ import annotations

from collections import deque
from concurrent.futures import Future
from threading import Lock
from time import monotonic
from typing import TYPE_CHECKING

from . import event_loop
from .event_loop import LoopBound, current_loop

if TYPE_CHECKING:
    import asyncio


class _Claim(LoopBound):
    """A request for a slot: waiting, then held, then released.

    Attributes:
        limit: the claim is granted when fewer slots than this are held.
        granted: done when the slot is held; None for a claim that did not have to wait.
        held: whether the slot is held; changed under the semaphore's mutex only.
    """

    __slots__ = ("granted", "held", "limit")

    def __init__(self, limit: int, loop: asyncio.AbstractEventLoop | None) -> None:
        super().__init__(loop)
        self.limit = limit
        self.granted: Future[None] | None = None
        self.held = False


class SemaphoreSlot:
    """A slot that is held or waited for.

    A second release has no effect. A slot that is garbage-collected is released.
    """

    __slots__ = ("_claim", "_semaphore")

    def __init__(self, semaphore: FairSemaphore, claim: _Claim) -> None:
        self._semaphore = semaphore
        self._claim: _Claim | None = claim

    def release(self) -> None:
        """Release the slot, or stop waiting for it, without blocking. Safe in any thread and in destructors."""
        claim, self._claim = self._claim, None
        if claim is not None:
            self._semaphore.release(claim)

    async def release_async(self) -> None:
        """`release` as a coroutine, for the protocol `LaneSlot`."""
        self.release()

    __del__ = release


class FairSemaphore:
    """Grants slots in the order in which they are requested. Each request brings its own limit of held slots."""

    __slots__ = ("__weakref__", "_held", "_mutex", "_released", "_waiting")

    def __init__(self) -> None:
        self._mutex = Lock()
        self._held: set[_Claim] = set()
        self._waiting: deque[_Claim] = deque()
        self._released: deque[_Claim] = deque()

    def acquire(self, limit: int, timeout: float | None) -> SemaphoreSlot:
        """Wait until fewer than `limit` slots are held and all earlier claims are granted.

        Args:
            limit: of slots held at once, this one included.
            timeout: seconds; None for no limit.

        Raises:
            TimeoutError: the slot was not granted within `timeout`.
        """
        claim = _Claim(limit, None)
        slot = SemaphoreSlot(self, claim)
        end = None if timeout is None else monotonic() + timeout
        try:
            if (granted := self._enqueue(claim)) is None:
                return slot
            while True:
                interval = event_loop.CHECK_INTERVAL
                remaining = interval if end is None else min(interval, end - monotonic())
                try:
                    granted.result(max(remaining, 0.0))
                    return slot
                except TimeoutError:
                    if end is not None and monotonic() >= end:
                        raise
                self._release_abandoned()
        except BaseException:
            slot.release()
            raise

    async def acquire_async(self, limit: int, timeout: float | None) -> SemaphoreSlot:
        """`acquire` for asyncio. Cancelling it withdraws the claim.

        Raises:
            TimeoutError: the slot was not granted within `timeout`.
            WoodpeckerError: no asyncio loop runs here.
        """
        claim = _Claim(limit, current_loop())
        slot = SemaphoreSlot(self, claim)
        try:
            if (granted := self._enqueue(claim)) is None:
                return slot
            import asyncio

            async with asyncio.timeout(timeout):
                waiter = asyncio.wrap_future(granted)
                while not (await asyncio.wait([waiter], timeout=event_loop.CHECK_INTERVAL))[0]:
                    self._release_abandoned()
            return slot
        except BaseException:
            slot.release()
            raise

    def _enqueue(self, claim: _Claim) -> Future[None] | None:
        """Add a claim to the queue: None if it is granted at once, else a future that is done when it is granted."""
        pending, granted = None, list[_Claim]()
        with self._mutex:
            if not self._waiting and len(self._held) < claim.limit:
                self._hold(claim)
            else:
                self._waiting.append(claim)
                granted = self._grant()
                pending = claim.granted = None if claim.held else Future()
        _notify(granted)
        self._process_releases()
        if pending is not None:
            self._release_abandoned()
        return pending

    def release(self, claim: _Claim) -> None:
        """Release a slot, or remove a claim from the queue. Never blocks."""
        self._released.append(claim)
        self._process_releases()

    def _release_abandoned(self) -> None:
        # Repeated, because the next claim in the queue may belong to the same loop.
        while True:
            with self._mutex:
                abandoned = [claim for claim in self._held if claim.is_abandoned()]
            self._released.extend(abandoned)
            # In any case: another thread may have released a slot while this one held the mutex.
            self._process_releases()
            if not abandoned:
                return

    def _process_releases(self) -> None:
        # A destructor may call this at any moment, even in a thread that holds the mutex. So the mutex is only tried:
        # the thread that holds it checks `_released` again after releasing it.
        while self._released and self._mutex.acquire(blocking=False):
            try:
                while self._released:
                    claim = self._released.popleft()
                    if claim.held:
                        claim.held = False
                        self._held.discard(claim)
                    elif claim in self._waiting:
                        self._waiting.remove(claim)
                granted = self._grant()
            finally:
                self._mutex.release()
            _notify(granted)

    def _grant(self) -> list[_Claim]:
        granted: list[_Claim] = []
        while self._waiting and len(self._held) < self._waiting[0].limit:
            claim = self._waiting.popleft()
            if claim.loop is not None and claim.loop.is_closed():
                continue
            self._hold(claim)
            granted.append(claim)
        return granted

    def _hold(self, claim: _Claim) -> None:
        claim.held = True
        self._held.add(claim)


def _notify(granted: list[_Claim]) -> None:
    # Outside the mutex, because this runs callbacks.
    for claim in granted:
        if claim.granted is not None and claim.granted.set_running_or_notify_cancel():
            claim.granted.set_result(None)
