"""What must be left at the end: nothing."""

from __future__ import annotations

import gc
import os
import threading
from collections.abc import Iterator
from pathlib import Path
from time import monotonic, sleep

from woodpecker_auth.async_pool import _LoopPool
from woodpecker_auth.semaphore import FairSemaphore

# Seconds for what ends by itself, such as the closing of a socket.
_PATIENCE = 10.0


def sockets() -> int:
    """Open sockets of this process; 0 on a system that does not tell."""
    found = 0
    folder = Path("/proc/self/fd")
    for name in os.listdir(folder) if folder.exists() else ():
        try:
            found += os.readlink(folder / name).startswith("socket:")
        except OSError:  # the one of the listing itself
            continue
    return found


class Rest:
    """What there was at the beginning.

    In a forked child, the semaphores of the parent stay as they were for good: nobody uses them.
    """

    def __init__(self) -> None:
        self._threads = set(threading.enumerate())
        self._sockets = sockets()
        self._of_parent = [one for one in gc.get_objects() if isinstance(one, FairSemaphore | _LoopPool)]

    def left(self) -> list[str]:
        """What is left over, after it had time to go; empty if nothing is."""
        ends = monotonic() + _PATIENCE
        while (found := list(self._left())) and monotonic() < ends:
            sleep(0.05)
        return found

    def _left(self) -> Iterator[str]:
        gc.collect()
        held = waiting = in_use = 0
        known = {id(one) for one in self._of_parent}
        for one in gc.get_objects():
            if id(one) in known:
                continue
            if isinstance(one, FairSemaphore):
                held += len(one._held)
                waiting += len(one._waiting)
            elif isinstance(one, _LoopPool):
                in_use += len(one.in_use)
        for count, name in ((held, "lanes or places held"), (waiting, "waiting for one"), (in_use, "connections in use")):
            if count:
                yield f"{count} {name}"
        if threads := set(threading.enumerate()) - self._threads:
            yield f"threads: {threads}"
        if (more := sockets() - self._sockets) > 0:
            yield f"{more} sockets"
