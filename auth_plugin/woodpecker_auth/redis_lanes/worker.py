"""The thread that speaks to Redis for all lanes of a process: it asks, asks again, renews and leaves.

It is one thread with one connection, so that what it sends arrives in order. A connection that is given up may carry
something to Redis later than the next one does, so the tickets concerned are told. What is due at the same time travels
together. Nobody's event loop is involved, so a busy one costs no lease.
"""

from __future__ import annotations

import atexit
import os
from queue import Empty, SimpleQueue
from threading import Lock, Thread
from time import monotonic
from typing import Literal

from .connection import RedisConnection
from .ticket import LeaseSettings, Ticket

#: Seconds that the thread and its connection outlive the last request.
IDLE_TIMEOUT = 5.0


class Worker:
    """Keeps the places of this process in Redis.

    Args:
        connection: nobody else may use it.
        settings: what its tickets have in common.

    Attributes:
        pid: the process whose thread it is. A fork of it has no such thread, and none of its places.
    """

    def __init__(self, connection: RedisConnection, settings: LeaseSettings) -> None:
        self.pid = os.getpid()
        self._connection, self._settings = connection, settings
        # A destructor, which runs in the middle of anything, may put into it; a lock could be held already.
        self._news: SimpleQueue[tuple[Ticket, Literal["asks", "leaves"]] | None] = SimpleQueue()
        # The thread's own, in order of arrival.
        self._tickets: dict[str, Ticket] = {}
        self._mutex = Lock()
        self._thread: Thread | None = None
        self._closed = False

    def ask(self, ticket: Ticket) -> None:
        """Stand in line.

        Raises:
            RuntimeError: it is closed, or the interpreter is ending.
        """
        with self._mutex:
            if self._closed:
                raise RuntimeError("these lanes are closed")
            self._news.put((ticket, "asks"))
            if self._thread is None or not self._thread.is_alive():
                _working.add(self)
                self._thread = Thread(target=self._work, name="woodpecker-redis-lanes", daemon=True)
                self._thread.start()

    def release(self, ticket: Ticket) -> None:
        """Stop waiting, or make room. Returns at once; from any thread, at any moment, more than once."""
        if not ticket.left:
            ticket.given.cancel()
            # In this order, Ctrl-C in between does no harm.
            self._news.put((ticket, "leaves"))
            ticket.left = True

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
        first = min((ticket.due for ticket in self._tickets.values()), default=None)
        try:
            news = self._news.get(timeout=IDLE_TIMEOUT if first is None else max(0.0, first - monotonic()))
            while news is not None:
                self._hear(*news)
                news = self._news.get_nowait()
        except Empty:
            if self._tickets:
                return True
            with self._mutex:
                if not self._news.empty():
                    return True
                self._connection.disconnect()
                self._thread = None
                _working.discard(self)
            return False
        for ticket in self._tickets.values():
            ticket.close()
        self._speak()
        self._connection.disconnect()
        _working.discard(self)
        return False

    def _hear(self, ticket: Ticket, what: Literal["asks", "leaves"]) -> None:
        if what == "leaves":
            # In vain for one that never reached Redis, or that it has forgotten.
            ticket.end(due=0.0)
        elif not ticket.left:
            self._tickets[ticket.token] = ticket

    def _speak(self) -> None:
        """One round trip for all that is due."""
        now = monotonic()
        tickets = self._tickets.values()
        # Renewals that are due soon come along with one that is due now.
        renewing = any(ticket.stage == "running" and ticket.due <= now for ticket in tickets)
        soon = now + self._settings.interval / 2 if renewing else now
        due = [ticket for ticket in tickets if ticket.due <= (soon if ticket.stage == "running" else now)]
        # Who leaves makes room for who asks.
        due.sort(key=lambda ticket: ticket.stage != "leaving")
        if not due:
            return
        answers: list[object]
        given_up = self._connection.given_up
        try:
            answers = self._connection.run([ticket.call(now) for ticket in due])
        except Exception as failure:
            answers = [failure] * len(due)
        for ticket, answer in zip(due, answers, strict=True):
            if self._connection.given_up != given_up:
                ticket.sent_in_vain()
            if isinstance(answer, Exception):
                ticket.failed(self._connection.address.reason(answer))
            else:
                ticket.answered(answer)
            if ticket.stage == "over":
                del self._tickets[ticket.token]


# Those with a thread. Their lanes may be gone already, while Redis has yet to hear of the last request.
_working: set[Worker] = set()


def _finish() -> None:
    for worker in list(_working):
        if worker.pid == os.getpid():
            worker.close()


# The interpreter does not wait for threads like this one.
atexit.register(_finish)
