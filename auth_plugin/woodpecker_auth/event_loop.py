"""The event loop that code runs in, and objects that belong to one loop.

asyncio takes long to import, and a blocking program does without: what only a coroutine calls imports it when called.
"""

from __future__ import annotations

from threading import get_ident
from time import monotonic
from typing import TYPE_CHECKING

from .errors import WoodpeckerError

if TYPE_CHECKING:
    import asyncio

#: Seconds after which a loop that does not run is considered abandoned, and between two checks for that.
CHECK_INTERVAL = 1.0


def current_loop() -> asyncio.AbstractEventLoop:
    """The running event loop.

    Raises:
        WoodpeckerError: no asyncio loop runs here.
    """
    import asyncio

    try:
        return asyncio.get_running_loop()
    except RuntimeError:
        raise WoodpeckerError(
            "this call needs a running event loop of asyncio or uvloop; trio is not supported"
        ) from None


class LoopBound:
    """An object that belongs to an event loop and the thread that runs it or, with None, to no loop."""

    __slots__ = ("_stopped_since", "loop", "thread")

    def __init__(self, loop: asyncio.AbstractEventLoop | None) -> None:
        self.loop, self.thread = loop, get_ident()
        self._stopped_since: float | None = None

    def is_abandoned(self) -> bool:
        """Whether the loop will not continue.

        It will not if it is closed, if it is stopped in this very thread, or if it has been stopped for
        `CHECK_INTERVAL` seconds.
        """
        if self.loop is None or self.loop.is_running():
            self._stopped_since = None
            return False
        if self.loop.is_closed() or self.thread == get_ident():
            return True
        now = monotonic()
        if self._stopped_since is None:
            self._stopped_since = now
        return now - self._stopped_since >= CHECK_INTERVAL
