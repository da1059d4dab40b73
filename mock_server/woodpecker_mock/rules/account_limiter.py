"""The queues of the accounts: which request runs, which waits, and which is rejected."""

from __future__ import annotations

import asyncio
from collections import defaultdict, deque
from collections.abc import Callable
from dataclasses import asdict, dataclass, replace
from typing import Self

from .limits import Counts, LimitExceeded, Limits


class AccountLimiter:
    """Admits requests in the order of their arrival. It belongs to one event loop; its counts may be read anywhere.

    `limiter[account]` are the counts of an account, by the id of a company or of an agency's own account.

    Attributes:
        limits: None admits every request and goes on counting. May be changed at any time.
    """

    def __init__(self, limits: Limits | None, hooks: LimiterHooks | None = None) -> None:
        self.limits = limits
        self.hooks = hooks or LimiterHooks()
        self._queues: defaultdict[int, _Queue] = defaultdict(_Queue)

    @property
    def effective_limits(self) -> Limits | None:
        """The limits that are applied; they differ from `limits` only while a mutant is enabled."""
        return self.hooks.effective_limits(self.limits)

    def admit(self, account: int) -> Admission:
        """The admission of a request of this account, granted at once or waiting.

        Raises:
            LimitExceeded: the queue is full.
        """
        queue = self._queues[account]
        # New limits may have made room since; a new request never overtakes those that wait.
        self.admit_waiting(queue)
        counts = queue.counts
        counts.highest = max(counts.highest, counts.running + len(queue.waiting) + 1)
        admission = Admission(self, queue)
        limits = self.effective_limits
        if limits is None or counts.running < limits.running:
            admission.grant()
        elif len(queue.waiting) < limits.queued:
            queue.waiting.append(admission)
        else:
            counts.rejected += 1
            raise LimitExceeded(late=False)
        return admission

    def admit_waiting(self, queue: _Queue) -> None:
        """Admit the first of those that wait, as many as there is room for."""
        while queue.waiting:
            limits = self.effective_limits
            if limits is not None and queue.counts.running >= limits.running:
                break
            self.hooks.next_waiting(queue.waiting).grant()

    def __getitem__(self, account: int) -> Counts:
        queue = self._queues.get(account)
        return Counts() if queue is None else replace(queue.counts, queued=len(queue.waiting))

    def reset(self) -> None:
        """Start the counts again; what runs or waits is not affected."""
        for queue in list(self._queues.values()):
            counts = queue.counts
            counts.highest = counts.ran = counts.rejected = counts.abandoned = 0

    def state(self) -> dict[str, object]:
        """The body of `GET /_mock/limits`: the limits, and the counts by account."""
        accounts = {str(account): asdict(self[account]) for account in list(self._queues)}
        return {"limits": None if self.limits is None else asdict(self.limits), "accounts": accounts}


class Admission:
    """A request in the queue of its account, for a `with`: leaving it admits the next one.

    Attributes:
        granted: whether the request may run.
    """

    def __init__(self, limiter: AccountLimiter, queue: _Queue) -> None:
        self.granted = False
        self._limiter = limiter
        self._queue = queue
        self._granting = asyncio.Event()

    def grant(self) -> None:
        self.granted = True
        self._queue.counts.running += 1
        self._queue.counts.ran += 1
        self._granting.set()

    async def wait(self) -> None:
        """Wait until it is granted.

        Raises:
            LimitExceeded: it took too long.
        """
        limits = self._limiter.effective_limits
        try:
            async with asyncio.timeout(None if limits is None else limits.wait):
                await self._granting.wait()
        except TimeoutError:
            # It may have been granted in the same moment.
            if not self.granted:
                self._queue.waiting.remove(self)
                self._queue.counts.rejected += 1
                raise LimitExceeded(late=True) from None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, aborted: type[BaseException] | None, *exc_info: object) -> None:
        if not self._limiter.hooks.releases(aborted is not None):
            return
        if self.granted:
            self._queue.counts.running -= 1
        elif self in self._queue.waiting:
            self._queue.waiting.remove(self)
            self._queue.counts.abandoned += 1
        self._limiter.admit_waiting(self._queue)


def _unchanged(limits: Limits | None) -> Limits | None:
    return limits


def _first(waiting: deque[Admission]) -> Admission:
    return waiting.popleft()


def _always(aborted: bool) -> bool:
    return True


@dataclass
class LimiterHooks:
    """The functions of the limiter that a mutant may replace.

    Attributes:
        effective_limits: the limits to apply, from those that are set.
        next_waiting: takes the request that runs next out of those that wait.
        releases: whether a request leaves its queue, from whether it ended with an exception.
    """

    effective_limits: Callable[[Limits | None], Limits | None] = _unchanged
    next_waiting: Callable[[deque[Admission]], Admission] = _first
    releases: Callable[[bool], bool] = _always


class _Queue:
    """One account's requests: the counts, and those that wait."""

    def __init__(self) -> None:
        self.counts = Counts()
        self.waiting: deque[Admission] = deque()
