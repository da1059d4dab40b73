"""A semaphore for threads and event loops together: first come, first served.

The standard library's semaphores serve threads or one event loop. This one also takes back what nobody releases: from
a slot that is forgotten, and from an event loop that is closed or no longer runs.
"""

from __future__ import annotations

import asyncio
from collections import deque
from concurrent.futures import Future
from threading import Lock, get_ident
from time import monotonic

from .errors import WoodpeckerError

#: Seconds after which a waiter looks again whether a holder's event loop still runs. A loop that stands still for so
#: long is taken for abandoned.
LOOK_AGAIN = 1.0


def current_loop() -> asyncio.AbstractEventLoop:
    """The event loop that runs here.

    Raises:
        WoodpeckerError: none of asyncio's does.
    """
    try:
        return asyncio.get_running_loop()
    except RuntimeError:
        raise WoodpeckerError("this needs an event loop of asyncio, such as uvloop; trio is not supported") from None


class LoopUser:
    """The event loop that something belongs to, and the thread that runs it; or no loop, for threads."""

    __slots__ = ("_stands_since", "loop", "thread")

    def __init__(self, loop: asyncio.AbstractEventLoop | None) -> None:
        self.loop, self.thread = loop, get_ident()
        self._stands_since: float | None = None

    def is_gone(self) -> bool:
        """Whether the loop will not go on: it is closed, stands still in this very thread, or has stood for a while."""
        if self.loop is None or self.loop.is_running():
            self._stands_since = None
            return False
        if self.loop.is_closed() or self.thread == get_ident():
            return True
        now = monotonic()
        if self._stands_since is None:
            self._stands_since = now
        return now - self._stands_since >= LOOK_AGAIN


class _Claim(LoopUser):
    """A wish for a slot, and later the right to it.

    Attributes:
        limit: it is granted when fewer than so many are held.
        granted: done when the slot is held; None for a claim that did not have to wait.
        held: whether it counts; changed under the semaphore's mutex only.
    """

    __slots__ = ("granted", "held", "limit")

    def __init__(self, limit: int, loop: asyncio.AbstractEventLoop | None) -> None:
        super().__init__(loop)
        self.limit = limit
        self.granted: Future[None] | None = None
        self.held = False


class Slot:
    """A slot that is held, or waited for. Releasing twice is releasing once; a forgotten slot releases itself."""

    __slots__ = ("_claim", "_semaphore")

    def __init__(self, semaphore: FairSemaphore, claim: _Claim) -> None:
        self._semaphore, self._claim = semaphore, claim

    def leave(self) -> None:
        """Make room for the next. Returns at once; from any thread, at any moment."""
        self._semaphore.release(self._claim)

    async def aleave(self) -> None:
        """`leave` for a slot whose release takes time."""
        self.leave()

    __del__ = leave


class FairSemaphore:
    """Slots for as many holders as each claim says, in the order of the claims."""

    __slots__ = ("__weakref__", "_held", "_mutex", "_released", "_waiting")

    def __init__(self) -> None:
        self._mutex = Lock()
        self._held: set[_Claim] = set()
        self._waiting: deque[_Claim] = deque()
        self._released: deque[_Claim] = deque()

    def acquire(self, limit: int, timeout: float | None) -> Slot:
        """Wait until fewer than `limit` slots are held and all earlier claims are served.

        Raises:
            TimeoutError: not in so many seconds.
        """
        claim = _Claim(limit, None)
        slot = Slot(self, claim)
        ends = None if timeout is None else monotonic() + timeout
        try:
            if (granted := self._enqueue(claim)) is None:
                return slot
            while True:
                left = LOOK_AGAIN if ends is None else min(LOOK_AGAIN, ends - monotonic())
                try:
                    granted.result(max(left, 0.0))
                    return slot
                except TimeoutError:
                    if ends is not None and monotonic() >= ends:
                        raise
                self._release_gone()
        except BaseException:
            slot.leave()
            raise

    async def acquire_async(self, limit: int, timeout: float | None) -> Slot:
        """`acquire` for asyncio. Cancelling it gives the turn to the next."""
        claim = _Claim(limit, current_loop())
        slot = Slot(self, claim)
        try:
            if (granted := self._enqueue(claim)) is None:
                return slot
            async with asyncio.timeout(timeout):
                waiter = asyncio.wrap_future(granted)
                while not (await asyncio.wait([waiter], timeout=LOOK_AGAIN))[0]:
                    self._release_gone()
            return slot
        except BaseException:
            slot.leave()
            raise

    def _enqueue(self, claim: _Claim) -> Future[None] | None:
        """Get in line: None if the slot is held already, else what is done when it is."""
        with self._mutex:
            self._waiting.append(claim)
            granted = self._grant()
            waits = claim.granted = None if claim.held else Future()
        _notify(granted)
        self._settle()
        if waits is not None:
            self._release_gone()
        return waits

    def release(self, claim: _Claim) -> None:
        """Give a slot back, or stop waiting for it."""
        self._released.append(claim)
        self._settle()

    def _release_gone(self) -> None:
        # Again and again: the next in line may be a claim of the same loop.
        while True:
            with self._mutex:
                gone = [claim for claim in self._held if claim.is_gone()]
            if not gone:
                return
            self._released.extend(gone)
            self._settle()

    def _settle(self) -> None:
        # A destructor leads here, too, in the middle of anything, even of a thread that holds the mutex. So nobody
        # waits for it here: whoever holds it looks once more after it was released.
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
            claim.held = True
            self._held.add(claim)
            granted.append(claim)
        return granted


def _notify(granted: list[_Claim]) -> None:
    # Outside the mutex: this runs callbacks.
    for claim in granted:
        if claim.granted is not None and claim.granted.set_running_or_notify_cancel():
            claim.granted.set_result(None)
