"""A limit on the requests in flight per account, first come, first served.

The API runs one request per account at a time, queues six more for at most 15 s and drops the rest. It counts by
account, not by key or connection. So one count serves the whole process: every client object, thread and event loop
that acts for an account at the same origin waits in the same lane.
https://developers.woodpecker.co/docs/getting-started/rate-limiting
"""

from __future__ import annotations

from threading import Lock
from time import monotonic
from typing import Protocol
from weakref import WeakValueDictionary

from .deadline import Deadline
from .errors import InvalidValue
from .fork import reset_after_fork
from .lane_errors import LaneWaitTimeout
from .lane_key import LaneKey
from .semaphore import FairSemaphore


class LaneSlot(Protocol):
    """A slot in a lane, which a request holds until its response is read. A second release has no effect."""

    def release(self) -> None:
        """Release the slot without blocking. Safe in any thread."""

    async def release_async(self) -> None:
        """`release` for asyncio, for lanes whose release takes time."""


class Lanes(Protocol):
    """What grants slots to requests."""

    def acquire(self, lane_key: LaneKey, deadline: Deadline) -> LaneSlot:
        """Wait for a slot.

        Raises:
            LaneWaitTimeout: the deadline passed first. Nothing was sent.
            LaneUnavailable: the server that coordinates the lanes cannot be used. Nothing was sent.
        """
        ...

    async def acquire_async(self, lane_key: LaneKey, deadline: Deadline) -> LaneSlot:
        """`acquire` for asyncio. Cancelling it leaves the queue."""
        ...


def validate_lanes(lanes: Lanes | None) -> Lanes | None:
    """Return the lanes, or None for none.

    Raises:
        InvalidValue: the object has no `acquire` and `acquire_async`.
    """
    if lanes is None or (callable(getattr(lanes, "acquire", None)) and callable(getattr(lanes, "acquire_async", None))):
        return lanes
    raise InvalidValue(f"lanes is a LocalLanes, a RedisLanes or None, not {type(lanes).__name__}")


class lane_wait:
    """A `with` block around the wait for a slot. An exception in it releases the slot, if there is one already.

    Args:
        slot: the slot that is waited for, if it exists before it is granted.
        lane_key: for the error.
        started: the `monotonic` time at which the request began to wait.

    Raises:
        LaneWaitTimeout: in place of a `TimeoutError` from the block.
    """

    __slots__ = ("_lane_key", "_slot", "_started")

    def __init__(self, slot: LaneSlot | None, lane_key: LaneKey, started: float) -> None:
        self._slot, self._lane_key, self._started = slot, lane_key, started

    def __enter__(self) -> None: ...

    def __exit__(self, kind: object, failure: BaseException | None, trace: object) -> None:
        if failure is None:
            return
        if self._slot is not None:
            self._slot.release()
        if isinstance(failure, TimeoutError):
            raise LaneWaitTimeout(self._lane_key, monotonic() - self._started) from None


class _LaneTable:
    """The lanes of this process by lane key. A lane without requests is dropped."""

    def __init__(self) -> None:
        self.reset()
        reset_after_fork(self)

    def reset(self) -> None:
        # A forked child would wait for ever for slots that threads of the parent hold.
        self._mutex = Lock()
        self._lanes: WeakValueDictionary[LaneKey, FairSemaphore] = WeakValueDictionary()

    def lane(self, lane_key: LaneKey) -> FairSemaphore:
        with self._mutex:
            lane = self._lanes.get(lane_key)
            if lane is None:
                lane = self._lanes[lane_key] = FairSemaphore()
            return lane


_table = _LaneTable()


class LocalLanes:
    """The lanes of this process.

    Args:
        depth: requests in flight per account. 1 keeps the vendor's limit under every reading of it; 2 or 3 use the
            API's queue to hide network latency, if nothing else uses the account. Clients with different depths share
            the count: each request starts when fewer requests than its own client's depth are in flight.

    Raises:
        InvalidValue: the depth is not an integer, or is below 1.
    """

    def __init__(self, depth: int = 1) -> None:
        if type(depth) is not int or depth < 1:
            # A string may be a key in the wrong argument, and very large integers cannot be printed.
            shown = "a lower one" if type(depth) is int else type(depth).__name__
            raise InvalidValue(f"the depth of a lane is an integer of at least 1, not {shown}")
        self.depth = depth

    def __repr__(self) -> str:
        return f"LocalLanes(depth={self.depth})"

    def acquire(self, lane_key: LaneKey, deadline: Deadline) -> LaneSlot:
        """Wait for a slot.

        Raises:
            LaneWaitTimeout: the deadline passed first.
        """
        with lane_wait(None, lane_key, monotonic()):
            return _table.lane(lane_key).acquire(self.depth, deadline.remaining())

    async def acquire_async(self, lane_key: LaneKey, deadline: Deadline) -> LaneSlot:
        """`acquire` for asyncio. Cancelling it leaves the queue."""
        with lane_wait(None, lane_key, monotonic()):
            return await _table.lane(lane_key).acquire_async(self.depth, deadline.remaining())


#: One request at a time per account, the default of every client.
ONE_AT_A_TIME = LocalLanes(1)
