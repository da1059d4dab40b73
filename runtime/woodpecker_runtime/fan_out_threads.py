"""Work for every client company in threads.

Each thread takes the next company from the one listing, starts another thread as long as there may be more companies,
and works. So the listing goes on beside the work. Where the system or an ending interpreter gives no more threads,
those that there are do all of it; where it gives none, the caller's does.
"""

from __future__ import annotations

import atexit
import os
from collections.abc import Callable, Coroutine, Generator
from contextvars import copy_context
from inspect import isawaitable
from queue import SimpleQueue
from threading import Lock, Semaphore, Thread, current_thread
from typing import Any, Generic, TypeVar

from .errors import InvalidValue, WoodpeckerError
from .fan_out import CompanyLike, CompanyOutcome, Plan
from .paginators import Paginator

C = TypeVar("C", bound=CompanyLike)
T = TypeVar("T")
OutcomeT = TypeVar("OutcomeT", bound=CompanyOutcome[Any, Any])


class _Workers(Generic[C, T, OutcomeT]):
    """Threads that take companies from one listing, until it ends or they are stopped."""

    def __init__(
        self,
        companies: Paginator[C, Any],
        work: Callable[[C], T],
        plan: Plan,
        outcome_of: Callable[[C, T | None, BaseException | None], OutcomeT],
    ) -> None:
        self._companies, self._work, self._plan, self._outcome_of = companies, work, plan, outcome_of
        self._context, self._process = copy_context(), os.getpid()
        self._room = Semaphore(plan.concurrency)
        self._listing = Lock()
        self._listing_failure: BaseException | None = None
        self._starting = Lock()
        self._threads: list[Thread] = []
        self._running = 0
        self._stopped = False
        self._done: SimpleQueue[OutcomeT | BaseException | None] = SimpleQueue()

    def start_one(self) -> None:
        """Start another thread, unless there are enough or the system gives none."""
        with self._starting:
            if self._stopped or len(self._threads) == self._plan.concurrency:
                return
            thread = Thread(target=self._work_on, name="across-companies", daemon=True)
            try:
                thread.start()
            except RuntimeError:
                return
            self._threads.append(thread)
            self._running += 1

    def next_outcome(self) -> OutcomeT | None:
        """The next outcome; None after the last one.

        Raises:
            BaseException: what ended the listing of the companies, or a KeyboardInterrupt of the work.
        """
        if os.getpid() != self._process:
            raise WoodpeckerError("this across_companies() belongs to the parent process; start another one here")
        if not self._threads:
            self._work_once()
        outcome = self._done.get()
        if isinstance(outcome, BaseException):
            raise outcome
        return outcome

    def make_room(self) -> None:
        """Let work for another company begin: an outcome was taken."""
        self._room.release()

    def stop(self) -> None:
        """Begin nothing more, and wait for what runs."""
        self._stopped = True
        self._room.release()
        if current_thread() in self._threads:  # The garbage collector may come by in one of them.
            return
        for thread in self._threads:  # One that is waited for may still add the one that it started.
            thread.join()

    def _work_on(self) -> None:
        while (company := self._next_company()) is not None:
            self.start_one()
            self._done.put(self._outcome(company))
        if os.getpid() != self._process:
            return
        with self._starting:
            self._running -= 1
            is_last = not self._running
        if is_last:
            self._done.put(self._listing_failure)

    def _work_once(self) -> None:
        company = self._next_company()
        self._done.put(self._listing_failure if company is None else self._outcome(company))

    def _next_company(self) -> C | None:
        """The next company; None if there is none, or none is wanted."""
        if os.getpid() != self._process:  # The work forked, and only the parent has a caller for the outcomes.
            return None
        self._room.acquire()
        company = None
        with self._listing:
            if not self._stopped:
                try:
                    company = self._context.copy().run(next, self._companies, None)
                except BaseException as failure:
                    self._listing_failure = failure
        if company is None or self._stopped:
            self._stopped = True
            self._room.release()  # for the next thread, which learns the same
            return None
        return company

    def _outcome(self, company: C) -> OutcomeT | KeyboardInterrupt:
        try:
            if (error := self._plan.skips(company)) is not None:
                return self._outcome_of(company, None, error)
            return self._outcome_of(company, _as_result(self._context.copy().run(self._work, company)), None)
        except KeyboardInterrupt as interrupt:
            return interrupt
        except BaseException as failure:
            return self._outcome_of(company, None, failure)


def _as_result(returned: T) -> T:
    if isawaitable(returned):
        if isinstance(returned, Coroutine):
            returned.close()
        raise InvalidValue("work returned something to await, which nothing awaits here: use an ordinary function")
    return returned


def fan_out(
    companies: Paginator[C, Any],
    work: Callable[[C], T],
    plan: Plan,
    outcome_of: Callable[[C, T | None, BaseException | None], OutcomeT],
) -> Generator[OutcomeT, None, None]:
    """Outcomes as they complete. When the iteration ends, what runs is waited for, and nothing new begins."""
    workers = _Workers(companies, work, plan, outcome_of)
    atexit.register(workers.stop)
    try:
        workers.start_one()
        while (outcome := workers.next_outcome()) is not None:
            plan.count(outcome, companies.total)
            yield outcome
            workers.make_room()
    finally:
        # In this order, so that a second Ctrl-C leaves what runs alone.
        atexit.unregister(workers.stop)
        workers.stop()
