"""The thread that calls Redis for all lanes of one `RedisLanes`: it acquires, polls, renews and releases.

It is one thread with one connection, so that calls arrive in the order in which they are sent. Calls on a connection
that was closed may arrive later than those on the next one, so the tickets concerned are notified. Calls that are due
at the same time share a round trip. No event loop is involved, so a blocked loop does not end a lease.
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

#: Seconds after the last request at which the thread ends and the connection is closed.
IDLE_TIMEOUT = 5.0


class Worker:
    """Acquires, renews and releases the slots of this process in Redis.

    Args:
        connection: used by nothing else.
        settings: of its tickets.

    Attributes:
        pid: the process that the thread belongs to. A forked child has neither the thread nor the slots.
    """

    def __init__(self, connection: RedisConnection, settings: LeaseSettings) -> None:
        self.pid = os.getpid()
        self._connection, self._settings = connection, settings
        # Without a lock: a destructor may put into it at any moment.
        self._inbox: SimpleQueue[tuple[Ticket, Literal["submit", "release"]] | None] = SimpleQueue()
        # Used by the thread only, in order of arrival.
        self._tickets: dict[str, Ticket] = {}
        self._mutex = Lock()
        self._thread: Thread | None = None
        self._closed = False

    def submit(self, ticket: Ticket) -> None:
        """Request a slot. `ticket.granted` is done when it is held.

        Raises:
            RuntimeError: the lanes are closed, or the interpreter is shutting down.
        """
        with self._mutex:
            if self._closed:
                raise RuntimeError("these lanes are closed")
            self._inbox.put((ticket, "submit"))
            if self._thread is None or not self._thread.is_alive():
                _running.add(self)
                self._thread = Thread(target=self._run, name="woodpecker-redis-lanes", daemon=True)
                self._thread.start()

    def release(self, ticket: Ticket) -> None:
        """Release the slot or stop waiting for it, without blocking. Safe in any thread; a repetition has no effect."""
        if not ticket.released:
            ticket.granted.cancel()
            # In this order, an interrupt (Ctrl-C) in between does not lose the release.
            self._inbox.put((ticket, "release"))
            ticket.released = True

    def close(self) -> None:
        """Refuse waiting requests, send the outstanding releases, end the thread. Held slots end with their lease."""
        with self._mutex:
            self._closed = True
            thread = self._thread
            self._inbox.put(None)
        if thread is not None and thread.is_alive():
            thread.join()

    def _run(self) -> None:
        while self._wait():
            self._call_due()

    def _wait(self) -> bool:
        """Wait for messages or until a call is due. False if the thread has to end."""
        first = min((ticket.due for ticket in self._tickets.values()), default=None)
        try:
            message = self._inbox.get(timeout=IDLE_TIMEOUT if first is None else max(0.0, first - monotonic()))
            while message is not None:
                self._process(*message)
                message = self._inbox.get_nowait()
        except Empty:
            if self._tickets:
                return True
            with self._mutex:
                if not self._inbox.empty():
                    return True
                self._connection.disconnect()
                self._thread = None
                _running.discard(self)
            return False
        for ticket in self._tickets.values():
            ticket.close()
        self._call_due()
        self._connection.disconnect()
        _running.discard(self)
        return False

    def _process(self, ticket: Ticket, action: Literal["submit", "release"]) -> None:
        if action == "release":
            # Without effect on a ticket that was never sent to Redis, or is already done.
            ticket.release(due=0.0)
        elif not ticket.released:
            self._tickets[ticket.token] = ticket

    def _call_due(self) -> None:
        """Make all calls that are due, in one round trip."""
        now = monotonic()
        tickets = self._tickets.values()
        # A round trip with a renewal includes the renewals that are due soon.
        renewing = any(ticket.state == "held" and ticket.due <= now for ticket in tickets)
        soon = now + self._settings.renewal_interval / 2 if renewing else now
        due = [ticket for ticket in tickets if ticket.due <= (soon if ticket.state == "held" else now)]
        # Releases first: they free slots for the other calls.
        due.sort(key=lambda ticket: ticket.state != "releasing")
        if not due:
            return
        results: list[object]
        aborted = self._connection.aborted
        try:
            results = self._connection.run([ticket.call(now) for ticket in due])
        except Exception as failure:
            results = [failure] * len(due)
        for ticket, result in zip(due, results, strict=True):
            if self._connection.aborted != aborted:
                ticket.connection_lost()
            if isinstance(result, Exception):
                ticket.failed(self._connection.address.describe(result))
            else:
                ticket.succeeded(result)
            if ticket.state == "done":
                del self._tickets[ticket.token]


# Workers with a running thread. Their lanes may be garbage-collected while a release is still outstanding.
_running: set[Worker] = set()


def _close_all() -> None:
    for worker in list(_running):
        if worker.pid == os.getpid():
            worker.close()


# The interpreter does not wait for daemon threads.
atexit.register(_close_all)
