"""What must be left at the end: nothing."""

from __future__ import annotations

import gc
import os
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from time import monotonic, sleep

import httpx
from woodpecker_auth.async_pool import _LoopConnections
from woodpecker_auth.semaphore import FairSemaphore
from woodpecker_client import Agency, WoodpeckerError

from .request import COMPANIES, Request, body_for
from .threads import KEY

# Seconds for what ends by itself, such as the closing of a socket.
_TIMEOUT = 10.0
# asyncio's and Python's own words on coroutines whose loop was closed under them.
_ABANDONED = ("Event loop is closed", "coroutine ignored GeneratorExit")
_RESPONSE = body_for(Request("GET", "mailbox", COMPANIES[0], 1, 0))


def sockets() -> int:
    """Open sockets of this process; 0 on a system that does not list them."""
    found = 0
    folder = Path("/proc/self/fd")
    for name in os.listdir(folder) if folder.exists() else ():
        try:
            found += os.readlink(folder / name).startswith("socket:")
        except OSError:  # the one of the listing itself
            continue
    return found


def collector_works() -> bool:
    """False for good in a child that was forked while another thread was collecting garbage: CPython takes the
    collector for busy there."""
    one: list[object] = []
    one.append(one)
    gc.collect()
    del one
    return gc.collect() > 0


class Rest:
    """What there was at the beginning, and what could not be raised from then on.

    In a forked child, the semaphores of the parent stay as they were for good: nobody uses them.

    Attributes:
        lanes: of how many accounts the lane was free at the end.
    """

    def __init__(self, url: str) -> None:
        self._url = url
        self._threads = set(threading.enumerate())
        self._sockets = sockets()
        self._of_parent = [one for one in gc.get_objects() if isinstance(one, FairSemaphore | _LoopConnections)]
        self._unraisable: list[str] = []
        sys.unraisablehook = self._note
        self.lanes = 0

    def _note(self, noise: sys.UnraisableHookArgs) -> None:
        if str(noise.exc_value) not in _ABANDONED:
            self._unraisable.append(f"{noise.exc_value!r} in {noise.object!r}"[:300])

    def left(self) -> list[str]:
        """What is left over, after it had time to go; empty if nothing is."""
        ends = monotonic() + _TIMEOUT
        while (found := list(self._left())) and monotonic() < ends:
            sleep(0.05)
        lanes = list(self._lanes())
        self.lanes = len(COMPANIES) - len(lanes)
        return [*found, *lanes, *(f"could not be raised: {what}" for what in self._unraisable)]

    def _lanes(self) -> Iterator[str]:
        """What became of those companies that cannot be called for at once."""
        transport = httpx.MockTransport(lambda request: httpx.Response(200, content=_RESPONSE))
        with Agency(KEY, base_url=self._url, transport=transport, deadline=0.2) as agency:
            for company in COMPANIES:
                try:
                    agency.account(company).mailboxes.get(1)
                except WoodpeckerError as failure:
                    yield f"the lane of {company}: {failure!r}"

    def _left(self) -> Iterator[str]:
        gc.collect()
        held = waiting = in_use = 0
        known = {id(one) for one in self._of_parent}
        for one in gc.get_objects():
            if id(one) in known:
                continue
            if isinstance(one, FairSemaphore):
                # What a closed loop held is free for whoever comes next, which shows in the lanes.
                held += sum(claim.loop is None or not claim.loop.is_closed() for claim in one._held)
                waiting += sum(claim.loop is None or not claim.loop.is_closed() for claim in one._waiting)
            elif isinstance(one, _LoopConnections):
                in_use += len(one.in_use)
        for count, name in (
            (held, "lanes or connections held"),
            (waiting, "waiting for one"),
            (in_use, "connections in use"),
        ):
            if count:
                yield f"{count} {name}"
        if threads := set(threading.enumerate()) - self._threads:
            yield f"threads: {threads}"
        if (more := sockets() - self._sockets) > 0:
            yield f"{more} sockets"
