"""The thread that speaks to Redis for all lanes of a process: it asks, asks again, renews and leaves.

It is one thread with one connection, so that what it sends arrives in order: a place that was given up is never asked
for afterwards. What is due at the same time travels together. Nobody's event loop is involved, so a busy one costs no
lease.
"""

from __future__ import annotations

import atexit
import os
from queue import Empty, SimpleQueue
from threading import Lock, Thread
from time import monotonic
from typing import Literal

from .server import Server
from .turn import Terms, Turn

#: Seconds that the thread and its connection outlive the last request.
LINGER = 5.0


class Keeper:
    """Keeps the places of this process in Redis.

    Args:
        server: nobody else may use it.
        terms: what its turns have in common.

    Attributes:
        pid: the process whose thread it is. A fork of it has no such thread, and none of its places.
    """

    def __init__(self, server: Server, terms: Terms) -> None:
        self.pid = os.getpid()
        self._server, self._terms = server, terms
        # A destructor, which runs in the middle of anything, may put into it; a lock could be held already.
        self._news: SimpleQueue[tuple[Turn, Literal["asks", "leaves"]] | None] = SimpleQueue()
        # The thread's own, in order of arrival.
        self._turns: dict[str, Turn] = {}
        self._mutex = Lock()
        self._thread: Thread | None = None
        self._closed = False

    def ask(self, turn: Turn) -> None:
        """Stand in line.

        Raises:
            RuntimeError: it is closed, or the interpreter is ending.
        """
        with self._mutex:
            if self._closed:
                raise RuntimeError("these lanes are closed")
            self._news.put((turn, "asks"))
            if self._thread is None or not self._thread.is_alive():
                _working.add(self)
                self._thread = Thread(target=self._work, name="woodpecker-redis-lanes", daemon=True)
                self._thread.start()

    def leave(self, turn: Turn) -> None:
        """Stop waiting, or make room. Returns at once; from any thread, at any moment, more than once."""
        if not turn.left:
            turn.given.cancel()
            # In this order, Ctrl-C in between does no harm.
            self._news.put((turn, "leaves"))
            turn.left = True

    def close(self) -> None:
        """Tell Redis what it has yet to hear, refuse who waits, and end the thread. Slots in use end with the lease."""
        with self._mutex:
            self._closed = True
            thread = self._thread
            self._news.put(None)
        if thread is not None and thread.is_alive():
            thread.join()

    def _work(self) -> None:
        while self._listen():
            self._speak()

    def _listen(self) -> bool:
        """Wait for news or until something is due. False if the thread is to end."""
        first = min((turn.due for turn in self._turns.values()), default=None)
        try:
            news = self._news.get(timeout=LINGER if first is None else max(0.0, first - monotonic()))
            while news is not None:
                self._hear(*news)
                news = self._news.get_nowait()
        except Empty:
            if self._turns:
                return True
            with self._mutex:
                if not self._news.empty():
                    return True
                self._server.disconnect()
                self._thread = None
                _working.discard(self)
            return False
        for turn in self._turns.values():
            turn.refuse("closed")
        self._speak()
        self._server.disconnect()
        _working.discard(self)
        return False

    def _hear(self, turn: Turn, what: Literal["asks", "leaves"]) -> None:
        if what == "leaves":
            # In vain for one that never reached Redis, or that it has forgotten.
            turn.end(due=0.0)
        elif not turn.left:
            self._turns[turn.token] = turn

    def _speak(self) -> None:
        """One round trip for all that is due."""
        now = monotonic()
        turns = self._turns.values()
        # Renewals that are due soon come along with one that is due now.
        renewing = any(turn.stage == "running" and turn.due <= now for turn in turns)
        soon = now + self._terms.interval / 2 if renewing else now
        due = [turn for turn in turns if turn.due <= (soon if turn.stage == "running" else now)]
        # Who leaves makes room for who asks.
        due.sort(key=lambda turn: turn.stage != "leaving")
        if not due:
            return
        answers: list[object]
        try:
            answers = self._server.run([turn.call(now) for turn in due])
        except Exception as failure:
            answers = [failure] * len(due)
        for turn, answer in zip(due, answers, strict=True):
            if isinstance(answer, Exception):
                turn.failed(self._server.reason(answer))
            else:
                turn.answered(answer)
            if turn.stage == "over":
                del self._turns[turn.token]


# Those with a thread. Their lanes may be gone already, while Redis has yet to hear of the last request.
_working: set[Keeper] = set()


def _finish() -> None:
    for keeper in list(_working):
        if keeper.pid == os.getpid():
            keeper.close()


# The interpreter does not wait for threads like this one.
atexit.register(_finish)
