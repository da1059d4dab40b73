"""Wait for a job that runs on at the API, such as a batch of mailboxes: poll its progress until it is finished."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from time import sleep
from typing import Generic, NamedTuple, TypeVar

from woodpecker_auth import DEFAULT_DEADLINE, CompanyScope, Deadline, Scope

from .errors import CallError, NotFinished, RateLimited, ServerError, TransportError

T = TypeVar("T")

#: Seconds that a job is waited for by default. The API does not say how long one takes.
DEFAULT_WAIT = 600.0

# Seconds. Each pause is half as long again as the one before; the longest leaves the account's lane for other calls.
_FIRST_PAUSE = 1.0
_GROWTH = 1.5
_LONGEST_PAUSE = 15.0
# Seconds before the deadline that are kept for the last poll.
_LAST_POLL = 2.0

_PASSING = (TransportError, ServerError, RateLimited)
"""Errors that say nothing about the job: the next poll may succeed."""


class Wait(NamedTuple):
    """What the spec says about an operation that reports progress (`x-wait`).

    Attributes:
        operation: the operationId, for errors.
        until: the attribute that is true when the job is finished.
        pending: the attribute with the number of parts that are not finished; None if there is none.
        of: the attribute with the number of all parts.
    """

    operation: str
    until: str
    pending: str | None
    of: str | None


class _Polls(Generic[T]):
    """How far a wait has come; the same for both forms."""

    def __init__(self, wait: Wait, job: str, scope: Scope | None, deadline: float | None) -> None:
        self._wait, self._job, self._scope = wait, job, scope
        self._deadline = Deadline(deadline)
        self._pause = _FIRST_PAUSE
        self._last: T | None = None
        self.failure: CallError | None = None

    def seconds(self) -> float:
        """The deadline of the next poll."""
        left = self._deadline.remaining()
        return DEFAULT_DEADLINE if left is None else min(left, DEFAULT_DEADLINE)

    def finished(self, answer: T, on_progress: Callable[[T], object] | None) -> bool:
        """Note a response; whether the job is finished."""
        self._last, self.failure = answer, None
        if on_progress is not None:
            on_progress(answer)
        return bool(getattr(answer, self._wait.until))

    def pause(self) -> float:
        """Seconds until the next poll.

        Raises:
            NotFinished: there is no time for another one.
        """
        left = self._deadline.remaining()
        if left is not None and left <= _LAST_POLL:
            raise self._error() from self.failure
        pause, self._pause = self._pause, min(self._pause * _GROWTH, _LONGEST_PAUSE)
        return pause if left is None else min(pause, left - _LAST_POLL)

    def _error(self) -> NotFinished:
        company = self._scope.company_id if isinstance(self._scope, CompanyScope) else None
        whose = "" if company is None else f" of company {company}"
        progress = ""
        if self._last is not None and self._wait.pending and self._wait.of:
            progress = f", {getattr(self._last, self._wait.pending)} of {getattr(self._last, self._wait.of)} pending"
        failed = "; the last poll failed" if self.failure else ""
        error = NotFinished(
            f"{self._wait.operation}: {self._job}{whose} is not finished after "
            f"{self._deadline.elapsed():.0f} s{progress}"
            f"{failed}. It goes on at the API, and can be waited for again"
        )
        error.operation, error.company, error.job, error.last = self._wait.operation, company, self._job, self._last
        return error


def wait_until(
    wait: Wait,
    poll: Callable[[float], T],
    job: str,
    scope: Scope | None,
    deadline: float | None,
    on_progress: Callable[[T], object] | None,
) -> T:
    """Poll until the job is finished; the last response.

    Args:
        wait: what the spec says about the operation.
        poll: sends one request, within so many seconds.
        job: which job it is, for errors, such as `batch_id 3207`.
        scope: the account that the job is for.
        deadline: seconds for the whole wait, or None for no end.
        on_progress: called with each response.

    Raises:
        NotFinished: the deadline ended before the job.
        WoodpeckerError: a poll failed in a way that another cannot change.
    """
    polls = _Polls[T](wait, job, scope, deadline)
    while True:
        try:
            answer = poll(polls.seconds())
        except _PASSING as failure:
            polls.failure = failure
        else:
            if polls.finished(answer, on_progress):
                return answer
        sleep(polls.pause())


async def sleep_async(seconds: float) -> None:
    """`asyncio.sleep`; the blocking form does without asyncio's import."""
    import asyncio

    await asyncio.sleep(seconds)


async def wait_until_async(
    wait: Wait,
    poll: Callable[[float], Awaitable[T]],
    job: str,
    scope: Scope | None,
    deadline: float | None,
    on_progress: Callable[[T], object] | None,
) -> T:
    """`wait_until` for asyncio."""
    polls = _Polls[T](wait, job, scope, deadline)
    while True:
        try:
            answer = await poll(polls.seconds())
        except _PASSING as failure:
            polls.failure = failure
        else:
            if polls.finished(answer, on_progress):
                return answer
        await sleep_async(polls.pause())
