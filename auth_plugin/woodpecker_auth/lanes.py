"""At most so many requests in flight per account, first come, first served.

The API runs one request per account at a time, queues six more for at most 15 s and drops the rest. It counts by
account, not by key or connection, so the count here is one for the whole process: every client object, thread and
event loop that speaks for an account at the same origin waits in the same lane.
https://developers.woodpecker.co/docs/getting-started/rate-limiting
"""

from __future__ import annotations

import asyncio
import os
from collections import deque
from concurrent.futures import Future
from threading import Lock
from time import monotonic
from typing import Protocol
from weakref import WeakValueDictionary

from .account import LaneAccount
from .deadline import Deadline
from .errors import LaneTimeout


class Place(Protocol):
    """A place in a lane that a request holds until its answer is read. Leaving twice is leaving once."""

    def leave(self) -> None:
        """Make room for the next. Returns at once; from any thread."""

    async def aleave(self) -> None:
        """`leave` for a lane whose leaving takes time."""


class Lanes(Protocol):
    """Where requests get their places."""

    def enter(self, account: LaneAccount, deadline: Deadline) -> Place:
        """Wait for a place.

        Raises:
            LaneTimeout: the deadline passed first. Nothing was sent.
            LaneUnavailable: who keeps the lanes cannot be reached. Nothing was sent.
        """
        ...

    async def aenter(self, account: LaneAccount, deadline: Deadline) -> Place:
        """`enter` for asyncio. Cancelling it gives the turn to the next in line."""
        ...


class waiting_for:
    """A `with` block around the wait for a turn: what ends it early frees the place.

    Raises:
        LaneTimeout: instead of the `TimeoutError` inside.
    """

    __slots__ = ("_account", "_came", "_place")

    def __init__(self, place: Place, account: LaneAccount) -> None:
        self._place, self._account, self._came = place, account, monotonic()

    def __enter__(self) -> None: ...

    def __exit__(self, kind: object, failure: BaseException | None, trace: object) -> None:
        if failure is None:
            return
        self._place.leave()
        if isinstance(failure, TimeoutError):
            raise LaneTimeout(self._account, monotonic() - self._came) from None


class _Lane:
    """One account's lane: how many requests run, and who waits."""

    __slots__ = ("__weakref__", "_leaving", "_mutex", "_running", "_waiting")

    def __init__(self) -> None:
        self._mutex = Lock()
        self._running = 0
        self._waiting: deque[_LocalPlace] = deque()
        self._leaving: deque[_LocalPlace] = deque()

    def ask(self, place: _LocalPlace) -> None:
        """Give the place its turn at once, or when those before it have left."""
        with self._mutex:
            self._waiting.append(place)
            called = self._call()
        _tell(called)
        self._settle()

    def leave(self, place: _LocalPlace) -> None:
        """Let go of a place, or stop waiting for it."""
        self._leaving.append(place)
        self._settle()

    def _settle(self) -> None:
        # A destructor leads here, too, in the middle of anything, even of a thread that holds the mutex. So nobody
        # waits for it here: whoever holds it looks once more after it was released.
        while self._leaving and self._mutex.acquire(blocking=False):
            try:
                while self._leaving:
                    place = self._leaving.popleft()
                    if place.inside:
                        place.inside = False
                        self._running -= 1
                    elif place in self._waiting:
                        self._waiting.remove(place)
                called = self._call()
            finally:
                self._mutex.release()
            _tell(called)

    def _call(self) -> list[_LocalPlace]:
        called: list[_LocalPlace] = []
        while self._waiting and self._running < self._waiting[0].depth:
            place = self._waiting.popleft()
            place.inside = True
            self._running += 1
            called.append(place)
        return called


def _tell(called: list[_LocalPlace]) -> None:
    # Outside the mutex: this runs callbacks.
    for place in called:
        if place.turn.set_running_or_notify_cancel():
            place.turn.set_result(None)


class _LocalPlace:
    """A place, or the wish for one.

    Attributes:
        depth: it gets its turn when fewer than so many are inside.
        turn: a thread can wait for it, and so can asyncio.
        inside: whether it counts; changed by its lane only.
    """

    __slots__ = ("_lane", "depth", "inside", "turn")

    def __init__(self, lane: _Lane, depth: int) -> None:
        self._lane = lane
        self.depth = depth
        self.turn: Future[None] = Future()
        self.inside = False

    def leave(self) -> None:
        self._lane.leave(self)

    async def aleave(self) -> None:
        self.leave()

    # An answer that nobody closed must not keep its account shut.
    __del__ = leave


# Lanes that nobody is in are let go.
_table: WeakValueDictionary[LaneAccount, _Lane] = WeakValueDictionary()
_table_mutex = Lock()


def _lane_of(account: LaneAccount) -> _Lane:
    with _table_mutex:
        lane = _table.get(account)
        if lane is None:
            lane = _table[account] = _Lane()
        return lane


def _start_anew() -> None:
    # What the parent's threads hold, a forked child would wait for in vain.
    global _table_mutex
    _table_mutex = Lock()
    _table.clear()


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_start_anew)


class LocalLanes:
    """The lanes of this process.

    Args:
        depth: requests in flight per account. 1 obeys the vendor's limit under every reading; 2 or 3 use its queue to
            hide the way there and back, if nothing else speaks for the account. Clients of different depths share
            the count: each request goes when fewer than its own client's depth are in flight.

    Raises:
        ValueError: the depth is below 1.
    """

    def __init__(self, depth: int = 1) -> None:
        if type(depth) is not int or depth < 1:
            raise ValueError(f"the depth of a lane is an integer of at least 1, not {depth!r}")
        self.depth = depth

    def __repr__(self) -> str:
        return f"LocalLanes(depth={self.depth})"

    def enter(self, account: LaneAccount, deadline: Deadline) -> Place:
        """Wait for a place.

        Raises:
            LaneTimeout: the deadline passed first.
        """
        lane = _lane_of(account)
        place = _LocalPlace(lane, self.depth)
        with waiting_for(place, account):
            lane.ask(place)
            if not place.inside:
                place.turn.result(deadline.remaining())
        return place

    async def aenter(self, account: LaneAccount, deadline: Deadline) -> Place:
        """`enter` for asyncio. Cancelling it gives the turn to the next in line."""
        lane = _lane_of(account)
        place = _LocalPlace(lane, self.depth)
        with waiting_for(place, account):
            lane.ask(place)
            if not place.inside:
                async with asyncio.timeout(deadline.remaining()):
                    await asyncio.wrap_future(place.turn)
        return place


#: One request at a time per account: what a client does unless it is told otherwise.
ONE_AT_A_TIME = LocalLanes(1)
