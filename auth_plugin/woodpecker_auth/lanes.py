"""At most so many requests in flight per account, first come, first served.

The API runs one request per account at a time, queues six more for at most 15 s and drops the rest. It counts by
account, not by key or connection, so the count here is one for the whole process: every client object, thread and
event loop that speaks for an account at the same origin waits in the same lane.
https://developers.woodpecker.co/docs/getting-started/rate-limiting
"""

from __future__ import annotations

from threading import Lock
from time import monotonic
from typing import Protocol
from weakref import WeakValueDictionary

from .account import LaneAccount
from .deadline import Deadline
from .errors import InvalidValue, LaneTimeout
from .fork import renew_in_children
from .semaphore import FairSemaphore


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


def checked_lanes(lanes: Lanes | None) -> Lanes | None:
    """Lanes as they were given, or None for none.

    Raises:
        InvalidValue: they cannot be entered.
    """
    if lanes is None or (callable(getattr(lanes, "enter", None)) and callable(getattr(lanes, "aenter", None))):
        return lanes
    raise InvalidValue(f"lanes is a LocalLanes, a RedisLanes or None, not {type(lanes).__name__}")


class waiting_for:
    """A `with` block around the wait for a turn: what ends it early frees the place, if there is one by then.

    Raises:
        LaneTimeout: instead of the `TimeoutError` inside.
    """

    __slots__ = ("_account", "_came", "_place")

    def __init__(self, place: Place | None, account: LaneAccount) -> None:
        self._place, self._account, self._came = place, account, monotonic()

    def __enter__(self) -> None: ...

    def __exit__(self, kind: object, failure: BaseException | None, trace: object) -> None:
        if failure is None:
            return
        if self._place is not None:
            self._place.leave()
        if isinstance(failure, TimeoutError):
            raise LaneTimeout(self._account, monotonic() - self._came) from None


class _LaneTable:
    """The lanes of this process, by account. Lanes that nobody is in are let go."""

    def __init__(self) -> None:
        self.renew()
        renew_in_children(self)

    def renew(self) -> None:
        # What the parent's threads hold, a forked child would wait for in vain.
        self._mutex = Lock()
        self._lanes: WeakValueDictionary[LaneAccount, FairSemaphore] = WeakValueDictionary()

    def of(self, account: LaneAccount) -> FairSemaphore:
        with self._mutex:
            lane = self._lanes.get(account)
            if lane is None:
                lane = self._lanes[account] = FairSemaphore()
            return lane


_table = _LaneTable()


class LocalLanes:
    """The lanes of this process.

    Args:
        depth: requests in flight per account. 1 obeys the vendor's limit under every reading; 2 or 3 use its queue to
            hide the way there and back, if nothing else speaks for the account. Clients of different depths share
            the count: each request goes when fewer than its own client's depth are in flight.

    Raises:
        InvalidValue: the depth is no integer, or below 1.
    """

    def __init__(self, depth: int = 1) -> None:
        if type(depth) is not int or depth < 1:
            # A text in this place may be a key in the wrong argument, and not every integer can be written.
            shown = "a lower one" if type(depth) is int else type(depth).__name__
            raise InvalidValue(f"the depth of a lane is an integer of at least 1, not {shown}")
        self.depth = depth

    def __repr__(self) -> str:
        return f"LocalLanes(depth={self.depth})"

    def enter(self, account: LaneAccount, deadline: Deadline) -> Place:
        """Wait for a place.

        Raises:
            LaneTimeout: the deadline passed first.
        """
        with waiting_for(None, account):
            return _table.of(account).acquire(self.depth, deadline.remaining())

    async def aenter(self, account: LaneAccount, deadline: Deadline) -> Place:
        """`enter` for asyncio. Cancelling it gives the turn to the next in line."""
        with waiting_for(None, account):
            return await _table.of(account).acquire_async(self.depth, deadline.remaining())


#: One request at a time per account: what a client does unless it is told otherwise.
ONE_AT_A_TIME = LocalLanes(1)
