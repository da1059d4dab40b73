"""When a client looked at its connections before it used them again.

What a server says between a client's last look at a connection and its next request cannot be told from the response
to that request. With the moment of each look, such a response can be told from one that a client should have refused.
"""

from __future__ import annotations

import asyncio
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from socket import MSG_DONTWAIT, MSG_PEEK
from time import monotonic
from typing import Any
from unittest.mock import patch

from woodpecker_auth import async_pool, idle, pool

from .request import Reuse

# Seconds after which what was sent on loopback has arrived, on a machine that is as busy as can be.
_ON_THE_WAY = 0.05


def connections_in_the_making(loop: asyncio.AbstractEventLoop) -> int:
    """Connections that a loop is making. If it is closed meanwhile, anyio keeps their sockets for good."""
    all_loops = async_pool._all_loops
    with all_loops._mutex:
        pools = [pool for pool in all_loops._pools if pool.loop is loop]
    return sum(getattr(made, "_connection", None) is None for pool in pools for made in pool.in_use)


def _unread(opened: Any) -> bytes:
    try:
        taken: bytes = getattr(opened, "_sock", opened).recv(1000, MSG_PEEK | MSG_DONTWAIT)
    except OSError:
        return b""
    return taken


class Looks:
    """The looks of this process that found nothing.

    Attributes:
        by_port: when they were, by the client's end of the connection.
        missed: what lay there nonetheless.
    """

    def __init__(self) -> None:
        self.by_port: defaultdict[int, list[float]] = defaultdict(list)
        self.missed: list[str] = []

    @contextmanager
    def noted(self) -> Iterator[None]:
        def look(connection: Any) -> bool:
            opened = connection._connection._network_stream.get_extra_info("socket")
            port, began, found = opened.getsockname()[1], monotonic(), _unread(opened)
            if clean := idle.is_still_clean(connection):
                self.by_port[port].append(began)
                if found:
                    self.missed.append(f"a look at a connection missed {found!r}")
            return clean

        with patch.object(pool, "is_still_clean", look), patch.object(async_pool, "is_still_clean", look):
            yield

    def clear(self) -> None:
        self.by_port.clear()
        self.missed.clear()

    def add(self, others: dict[str, list[float]]) -> None:
        """Those of another process."""
        for port, times in others.items():
            self.by_port[int(port)] = sorted([*self.by_port[int(port)], *times])

    def fault(self, reuse: Reuse) -> str | None:
        """What is wrong with it; None if the client could not have seen that it must not use the connection again."""
        times = self.by_port[reuse.port]
        last = times[before - 1] if (before := bisect_left(times, reuse.arrived)) else 0.0
        late = f"{1000 * (reuse.arrived - reuse.unasked):.1f} ms after something that nobody had asked for"
        if last < reuse.before:
            return f"call {reuse.call} was sent {late}, and nobody had looked at the connection"
        if last > reuse.unasked + _ON_THE_WAY:
            looked = 1000 * (reuse.arrived - last)
            return f"call {reuse.call} was sent {late}, and {looked:.1f} ms after a look at the connection"
        return None
