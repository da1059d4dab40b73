"""The public class: lanes that several processes share."""

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

# Seconds. A process that is killed blocks a lane for the length of its lease.
_MAX_LEASE = 86_400.0


class _RedisSlot:
    """A slot in the lane of this process together with a held or requested slot in Redis."""

    __slots__ = ("_local", "_ticket", "_worker")

    def __init__(self, worker: Worker, ticket: Ticket, local: LaneSlot) -> None:
        self._worker, self._ticket, self._local = worker, ticket, local

    def release(self) -> None:
        if self._worker.pid == os.getpid():
            # In this order, so that the next request in the local lane asks Redis after this slot is released there.
            self._worker.release(self._ticket)
            self._local.release()

    async def release_async(self) -> None:
        self.release()

    # A response that is never closed must not block its account.
    __del__ = release


class RedisLanes:
    """At most `depth` requests in flight per account, over all processes that use the same Redis and prefix.

    For threads and for any number of event loops. A forked child gets a connection of its own.

    A process that is stopped or disconnected from Redis for longer than its lease looks like one that has crashed: its
    slot is granted to the next request, which may run beside its own. When the process notices, the logger
    `woodpecker_auth` logs a WARNING that names the account.

    Args:
        url_or_options: `redis://`, `rediss://` or `unix://`; or the arguments of `redis.Redis` by name. Redis 5 or
            newer; one server, not a cluster. Over TLS the certificate has to match the host's name, unless
            `ssl_check_hostname` or `ssl_cert_reqs` is set otherwise.
        depth: as in `LocalLanes`. Use the same in all processes; otherwise each request starts when fewer requests than
            its own depth are in flight.
        lease: seconds, from 1 to a day, after which Redis frees a slot that is not renewed. A process that is killed
            keeps its slots for so long, and one may be stopped or disconnected for so long without losing them. Use a
            multiple of `timeout`, so that one slow response does not end a lease.
        prefix: of the names of the keys in Redis. Their names contain the API's origin and the company's id, or a
            digest of the API key.
        timeout: seconds to connect to Redis, and for each response of it.

    Raises:
        InvalidValue: an argument is invalid. The message contains no part of a URL.
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
            raise InvalidValue("the prefix of keys in Redis is a printable string")
        lease = validate_seconds_between(lease, "the lease of a lane", 1, _MAX_LEASE)
        self._local, self._settings = LocalLanes(depth), LeaseSettings(depth, lease, prefix)
        self._initialize()
        _instances.add(self)

    def _initialize(self) -> None:
        self._connection = RedisConnection(self._address)
        self._worker = Worker(self._connection, self._settings)

    def __repr__(self) -> str:
        return f"RedisLanes({self._address.display!r}, depth={self._settings.depth}, lease={self._settings.lease:g})"

    def acquire(self, lane_key: LaneKey, deadline: Deadline) -> LaneSlot:
        """Wait for a slot.

        Raises:
            LaneWaitTimeout: the deadline passed first.
            LaneUnavailable: Redis cannot be reached, or refused the command.
            RuntimeError: the lanes are closed.
        """
        arrived = monotonic()
        local = self._local.acquire(lane_key, deadline)
        ticket = Ticket(self._settings, lane_key, arrived)
        slot = _RedisSlot(self._worker, ticket, local)
        with lane_wait(slot, lane_key, arrived):
            self._worker.submit(ticket)
            ticket.granted.result(deadline.remaining())
        return slot

    async def acquire_async(self, lane_key: LaneKey, deadline: Deadline) -> LaneSlot:
        """`acquire` for asyncio. Cancelling it leaves the queue."""
        arrived = monotonic()
        local = await self._local.acquire_async(lane_key, deadline)
        ticket = Ticket(self._settings, lane_key, arrived)
        slot = _RedisSlot(self._worker, ticket, local)
        with lane_wait(slot, lane_key, arrived):
            self._worker.submit(ticket)
            async with asyncio.timeout(deadline.remaining()):
                await asyncio.wrap_future(ticket.granted)
        return slot

    def close(self) -> None:
        """Refuse waiting requests, send the outstanding releases and disconnect. Held slots end with their lease."""
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


_instances: WeakSet[RedisLanes] = WeakSet()


def _initialize_all() -> None:
    # A forked child has no worker thread, and must not use the parent's connection.
    for lanes in list(_instances):
        lanes._initialize()  # pyright: ignore[reportPrivateUsage]


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_initialize_all)
