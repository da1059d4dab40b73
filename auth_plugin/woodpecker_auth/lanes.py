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
        """
        ...

    async def aenter(self, account: LaneAccount, deadline: Deadline) -> Place:
        """`enter` for asyncio. Cancelling it gives the turn to the next in line."""
        ...


class _Lane:
    """One account's lane: how many requests run, and who waits.

    A turn is a `concurrent.futures.Future`: a thread can wait for it, asyncio can wait for it, and giving and
    cancelling it exclude each other.
    """

    __slots__ = ("__weakref__", "_mutex", "_running", "_waiting")

    def __init__(self) -> None:
        self._mutex = Lock()
        self._running = 0
        self._waiting: deque[tuple[int, Future[None]]] = deque()

    def ask(self, depth: int) -> Future[None] | None:
        """None if the caller may go at once, else the turn to wait for."""
        with self._mutex:
            if self._running < depth and not self._waiting:
                self._running += 1
                return None
            turn: Future[None] = Future()
            self._waiting.append((depth, turn))
            return turn

    def withdraw(self, depth: int, turn: Future[None]) -> None:
        """Stop waiting; a turn that was given in the same moment goes to the next."""
        if not turn.cancel():
            self.leave()
            return
        with self._mutex:
            if (depth, turn) in self._waiting:
                self._waiting.remove((depth, turn))
            given = self._give()
        _tell(given)

    def leave(self) -> None:
        with self._mutex:
            self._running -= 1
            given = self._give()
        _tell(given)

    def _give(self) -> list[Future[None]]:
        given: list[Future[None]] = []
        while self._waiting and self._running < self._waiting[0][0]:
            _, turn = self._waiting.popleft()
            if turn.set_running_or_notify_cancel():
                self._running += 1
                given.append(turn)
        return given


def _tell(given: list[Future[None]]) -> None:
    # Outside the mutex: this runs callbacks.
    for turn in given:
        turn.set_result(None)


class _LocalPlace:
    __slots__ = ("_lane",)

    def __init__(self, lane: _Lane) -> None:
        self._lane: _Lane | None = lane

    def leave(self) -> None:
        lane, self._lane = self._lane, None
        if lane is not None:
            lane.leave()

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
        lane = _lane_of(account)
        turn = lane.ask(self.depth)
        if turn is not None:
            try:
                turn.result(deadline.remaining())
            except BaseException as failure:
                lane.withdraw(self.depth, turn)
                if isinstance(failure, TimeoutError):
                    raise LaneTimeout(account, deadline.elapsed()) from None
                raise
        return _LocalPlace(lane)

    async def aenter(self, account: LaneAccount, deadline: Deadline) -> Place:
        lane = _lane_of(account)
        turn = lane.ask(self.depth)
        if turn is not None:
            try:
                async with asyncio.timeout(deadline.remaining()):
                    await asyncio.wrap_future(turn)
            except BaseException as failure:
                lane.withdraw(self.depth, turn)
                if isinstance(failure, TimeoutError):
                    raise LaneTimeout(account, deadline.elapsed()) from None
                raise
        return _LocalPlace(lane)


#: One request at a time per account: what a client does unless it is told otherwise.
ONE_AT_A_TIME = LocalLanes(1)
