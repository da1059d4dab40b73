"""The end of a run that no longer moves."""

from __future__ import annotations

import faulthandler
import os
import signal
from collections.abc import Callable
from threading import Event, Thread
from time import monotonic

TIMEOUT = 25.0
"""Seconds without a step."""


class Watchdog:
    """Ends this process and its server if `step` is not called for too long, whatever they are doing.

    Args:
        run: what the run is called.
        server: the server's process id.
    """

    def __init__(self, run: str, server: int, timeout: float = TIMEOUT) -> None:
        self._run, self._server, self._timeout = run, server, timeout
        self._last = monotonic()
        self._over = Event()
        self._thread = Thread(target=self._watch, daemon=True)

    def step(self) -> None:
        self._last = monotonic()

    def __enter__(self) -> Callable[[], None]:
        self._thread.start()
        return self.step

    def __exit__(self, *exc_info: object) -> None:
        self._over.set()
        self._thread.join()

    def _watch(self) -> None:
        while not self._over.wait(0.5):
            if monotonic() - self._last > self._timeout:
                print(f"{self._run} failed: nothing has moved for {self._timeout:.0f} s", flush=True)
                faulthandler.dump_traceback()
                os.kill(self._server, signal.SIGKILL)
                os._exit(1)
