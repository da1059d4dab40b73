"""Forked children, which call with the clients that they inherit from a parent full of threads, loops and calls."""

from __future__ import annotations

import asyncio
import faulthandler
import json
import os
import select
import signal
import traceback
from dataclasses import dataclass, field
from threading import Thread
from time import monotonic
from typing import Any

from . import loops, threads
from .ledger import Ledger
from .looks import Looks
from .loops import AsyncClients
from .rest import Rest, collector_works
from .threads import Clients

# Seconds for all that a child does.
_TIMEOUT = 40.0


@dataclass
class Child:
    """A child that runs, and the report that it has written so far."""

    pid: int
    pipe: int
    ends: float = field(default_factory=lambda: monotonic() + _TIMEOUT)
    written: bytes = b""

    def read(self) -> bool:
        """Read what it has written; returns whether that was all.

        A child that takes too long is ended.
        """
        while select.select([self.pipe], [], [], 0)[0]:
            more = os.read(self.pipe, 65536)
            self.written += more
            if not more:
                os.close(self.pipe)
                os.waitpid(self.pid, 0)
                return True
        if monotonic() > self.ends:
            os.kill(self.pid, signal.SIGKILL)
        return False

    def report(self) -> dict[str, Any]:
        """What became of its calls."""
        if not self.written:
            return {"failures": [f"child {self.pid} ended without a report, or hung and was ended"]}
        report: dict[str, Any] = json.loads(self.written)
        return report


def fork(ledger: Ledger, url: str, looks: Looks, clients: Clients, async_clients: AsyncClients) -> Child:
    """A child that makes the calls of a ledger of its own, and then looks whether anything is left."""
    reads, writes = os.pipe()
    pid = os.fork()
    if pid:
        os.close(writes)
        return Child(pid, reads)
    try:
        signal.alarm(round(2 * _TIMEOUT))  # should the parent have ended by then
        faulthandler.dump_traceback_later(0.9 * _TIMEOUT)
        os.close(reads)
        looks.by_port.clear()
        report = _work(ledger, Rest(url), clients, async_clients)
        report["looks"] = looks.by_port
    except BaseException:
        report = {"failures": [traceback.format_exc()]}
    try:
        with open(writes, "wb") as pipe:
            pipe.write(json.dumps(report).encode())
    finally:
        os._exit(0)


def _work(ledger: Ledger, rest: Rest, clients: Clients, async_clients: AsyncClients) -> dict[str, Any]:
    working = [Thread(target=threads.work, args=(ledger, clients)) for _ in range(2)]
    for thread in working:
        thread.start()
    asyncio.run(_in_loop(ledger, async_clients))
    for thread in working:
        thread.join()
    clients.close()
    works = collector_works()
    left = rest.left() if works else []
    return {
        "collector": works,
        "outcomes": ledger.outcomes,
        "wrong": {str(number): text for number, text in ledger.wrong.items()},
        "foreign": ledger.foreign,
        "failures": [f"left in a child: {what}" for what in left],
    }


async def _in_loop(ledger: Ledger, clients: AsyncClients) -> None:
    await loops.in_one_loop(ledger, clients, 4)
    await clients.aclose()
