"""When a client looked at its connections before it used them again.

What a server sends between a client's last look at a connection and its next request cannot be distinguished from the
response to that request. With the moment of each look, such a response can be distinguished from one that a client
should have refused.
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

from woodpecker_auth import async_pool, idle_connections, pool

from .request import Reuse

# Seconds after which what was sent on loopback has arrived, on a machine that is as busy as can be.
_ON_THE_WAY = 0.05


def connections_in_the_making(loop: asyncio.AbstractEventLoop) -> int:
    """Connections that a loop is making. If it is closed meanwhile, anyio keeps their sockets for good."""
    everywhere = async_pool._all_connections
    with everywhere._mutex:
        here = [one for one in everywhere._of_loops if one.loop is loop]
    return sum(getattr(made, "_connection", None) is None for one in here for made in one.in_use)


def _has_unread(opened: Any) -> bool:
    try:
        return bool(getattr(opened, "_sock", opened).recv(1, MSG_PEEK | MSG_DONTWAIT))
    except OSError:
        return False


class Looks:
    """The looks of this process that found nothing.

    Attributes:
        by_port: when they were, and whether something lay there nonetheless; by the client's end of the connection.
    """

    def __init__(self) -> None:
        self.by_port: defaultdict[int, list[tuple[float, bool]]] = defaultdict(list)

    @contextmanager
    def noted(self) -> Iterator[None]:
        def look(connection: Any) -> bool:
            opened = connection._connection._network_stream.get_extra_info("socket")
            port, began, unread = opened.getsockname()[1], monotonic(), _has_unread(opened)
            if clean := idle_connections.is_still_reusable(connection):
                self.by_port[port].append((began, unread))
            return clean

        with patch.object(pool, "is_still_reusable", look), patch.object(async_pool, "is_still_reusable", look):
            yield

    def add(self, others: dict[str, list[list[Any]]]) -> None:
        """Those of another process."""
        for port, looks in others.items():
            self.by_port[int(port)] = sorted([*self.by_port[int(port)], *((began, unread) for began, unread in looks)])

    def fault(self, reuse: Reuse) -> str | None:
        """What is wrong with it; None if the client could not have seen that it must not use the connection again."""
        looks = self.by_port[reuse.port]
        last, unread = looks[before - 1] if (before := bisect_left(looks, (reuse.arrived, False))) else (0.0, False)
        if last < reuse.before:
            return f"call {reuse.call} went out on a connection that nobody had looked at"
        if not reuse.unsolicited:
            return f"call {reuse.call} went out on a connection on which more had come than the response before it"
        if unread or last > reuse.unsolicited + _ON_THE_WAY:
            return f"call {reuse.call} went out on a connection on which something had come since the last response"
        return None
