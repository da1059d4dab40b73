"""When a client looked at its connections before it used them again.

What a server says between a client's last look at a connection and its next request cannot be told from the response
to that request. With the moment of each look, such a response can be told from one that a client should have refused.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from time import monotonic
from typing import Any
from unittest.mock import patch

from woodpecker_auth import async_pool, idle, pool

from .request import Reuse

# Seconds after which what was sent on loopback has arrived.
_ON_THE_WAY = 0.005


class Looks:
    """The looks of this process that found nothing, by the client's end of the connection."""

    def __init__(self) -> None:
        self.by_port: defaultdict[int, list[float]] = defaultdict(list)

    @contextmanager
    def noted(self) -> Iterator[None]:
        def look(connection: Any) -> bool:
            began = monotonic()
            clean = idle.is_still_clean(connection)
            if clean:
                stream = connection._connection._network_stream
                self.by_port[stream.get_extra_info("socket").getsockname()[1]].append(began)
            return clean

        with patch.object(pool, "is_still_clean", look), patch.object(async_pool, "is_still_clean", look):
            yield

    def add(self, others: dict[str, list[float]]) -> None:
        for port, times in others.items():
            self.by_port[int(port)] = sorted([*self.by_port[int(port)], *times])

    def could_tell(self, reuse: Reuse) -> bool:
        """Whether the client could have seen that it must not use the connection again."""
        times = self.by_port[reuse.port]
        last = times[before - 1] if (before := bisect_left(times, reuse.arrived)) else 0.0
        return not reuse.before < last < reuse.unasked + _ON_THE_WAY
