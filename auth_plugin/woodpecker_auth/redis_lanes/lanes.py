"""Lanes over several processes, as users hold them."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Mapping
from time import monotonic
from typing import Any, cast
from weakref import WeakSet

from ..deadline import Deadline
from ..errors import InvalidValue
from ..lane_key import LaneKey
from ..lanes import LaneSlot, LocalLanes, lane_wait
from .address import RedisAddress, validate_seconds_between
from .connection import RedisConnection
from .ticket import LeaseSettings, Ticket
from .worker import Worker

# Seconds. So long a lane would be shut by a process that was killed.
_LONGEST_LEASE = 86_400.0


class _RedisSlot:
    """A slot in both lanes, from the moment when its request stands in line for the second."""

    __slots__ = ("_worker", "_local", "_ticket")

    def __init__(self, worker: Worker, ticket: Ticket, local: LaneSlot) -> None:
        self._worker, self._ticket, self._local = worker, ticket, local

    def release(self) -> None:
        if self._worker.pid == os.getpid():
            # In this order, the next in the local lane asks Redis when the slot is free.
            self._worker.release(self._ticket)
            self._local.release()

    async def release_async(self) -> None:
        self.release()

    # An answer that nobody closed must not keep its account shut.
    __del__ = release


class RedisLanes:
    """At most `depth` requests in flight per account, over all processes that use the same Redis and prefix.

    For threads and for any number of event loops. After a fork, the child begins anew.

    A process that is cut off from Redis or stopped for longer than its lease is taken for dead: its slot goes to the
    next, and its own request, which is not ended, may then run beside it. A WARNING of the logger `woodpecker_auth`
    names the account when the process notices.

    Args:
        url_or_options: `redis://`, `rediss://` or `unix://`; or the arguments of `redis.Redis` by name. Redis 5 or
            newer; one server, not a cluster. Over TLS the certificate has to be made for the host's name, unless
            `ssl_check_hostname` or `ssl_cert_reqs` says otherwise.
        depth: as in `LocalLanes`; the same in all processes, or each request goes when fewer than its own are in
            flight.
        lease: seconds, from 1 to a day, after which a slot of which Redis has heard nothing is free: so long a process
            that was killed keeps its slots, and so long one may be cut off or stopped without losing them. Several
            times the `timeout`, or a single slow answer is enough to lose them.
        prefix: of the names of keys. They hold the API's origin and the company's id, or a digest of the key.
        timeout: seconds to connect to Redis, and for each of its answers.

    Raises:
        InvalidValue: one of these cannot be used. The message repeats no part of a URL.
    """

    def __init__(
        self,
        url_or_options: str | Mapping[str, Any],
        *,
        depth: int = 1,
        lease: float = 15.0,
        prefix: str = "woodpecker:lane:",
        timeout: float = 2.0,
    ) -> None:
        try:
            self._address = RedisAddress(url_or_options, timeout)
        finally:
            del url_or_options  # It may hold a password, and tracebacks can show locals.
        if not isinstance(cast(object, prefix), str) or not prefix.isprintable():
            raise InvalidValue("the prefix of keys in Redis is text that can be printed")
        lease = validate_seconds_between(lease, "the lease of a lane", 1, _LONGEST_LEASE)
        self._local, self._settings = LocalLanes(depth), LeaseSettings(depth, lease, prefix)
        self._begin()
        _in_use.add(self)

    def _begin(self) -> None:
        self._connection = RedisConnection(self._address)
        self._worker = Worker(self._connection, self._settings)

    def __repr__(self) -> str:
        return f"RedisLanes({self._address.shown!r}, depth={self._settings.depth}, lease={self._settings.lease:g})"

    def acquire(self, lane_key: LaneKey, deadline: Deadline) -> LaneSlot:
        """Wait for a slot.

        Raises:
            LaneWaitTimeout: the deadline passed first.
            LaneUnavailable: Redis cannot be reached, or refuses.
            RuntimeError: the lanes are closed.
        """
        came = monotonic()
        local = self._local.acquire(lane_key, deadline)
        ticket = Ticket(self._settings, lane_key, came)
        slot = _RedisSlot(self._worker, ticket, local)
        with lane_wait(slot, lane_key):
            self._worker.ask(ticket)
            ticket.given.result(deadline.remaining())
        return slot

    async def acquire_async(self, lane_key: LaneKey, deadline: Deadline) -> LaneSlot:
        """`acquire` for asyncio. Cancelling it gives the turn to the next in line."""
        came = monotonic()
        local = await self._local.acquire_async(lane_key, deadline)
        ticket = Ticket(self._settings, lane_key, came)
        slot = _RedisSlot(self._worker, ticket, local)
        with lane_wait(slot, lane_key):
            self._worker.ask(ticket)
            async with asyncio.timeout(deadline.remaining()):
                await asyncio.wrap_future(ticket.given)
        return slot

    def close(self) -> None:
        """Refuse who waits, tell Redis what it has yet to hear, and disconnect. Slots in use end with the lease."""
        self._worker.close()

    async def aclose(self) -> None:
        """`close` for asyncio."""
        await asyncio.to_thread(self.close)

    def __enter__(self) -> RedisLanes:
        return self

    def __exit__(self, *failure: object) -> None:
        self.close()

    async def __aenter__(self) -> RedisLanes:
        return self

    async def __aexit__(self, *failure: object) -> None:
        await self.aclose()


_in_use: WeakSet[RedisLanes] = WeakSet()


def _start_anew() -> None:
    # A forked child has neither the thread nor a right to the connection.
    for lanes in list(_in_use):
        lanes._begin()  # pyright: ignore[reportPrivateUsage]


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_start_anew)
