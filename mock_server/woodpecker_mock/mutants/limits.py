"""Bugs in how many requests an account may have at once."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from typing import TypeAlias

from starlette.responses import Response

from ..http.problem import Problem
from ..rules.account_limiter import Admission
from ..rules.limits import Limits
from ..rules.policy import Decision
from .mutant import EFFECTIVE_LIMITS, LIMIT_KEY, NEXT_WAITING, RELEASES, RESPOND, MutantKind, OutgoingResponse
from .responses import with_status

limits = MutantKind("limits")

AdjustLimits: TypeAlias = Callable[[Limits | None], Limits | None]


@limits.at(EFFECTIVE_LIMITS)
def two_run_at_once(configured: Limits | None, original: AdjustLimits) -> Limits | None:
    """One request more than allowed runs at once."""
    limits = original(configured)
    return limits and replace(limits, running=limits.running + 1)


@limits.at(EFFECTIVE_LIMITS)
def queue_is_one_short(configured: Limits | None, original: AdjustLimits) -> Limits | None:
    """One request less than allowed may wait."""
    limits = original(configured)
    return limits and replace(limits, queued=max(limits.queued - 1, 0))


@limits.at(EFFECTIVE_LIMITS)
def queue_is_one_longer(configured: Limits | None, original: AdjustLimits) -> Limits | None:
    """One request more than allowed may wait."""
    limits = original(configured)
    return limits and replace(limits, queued=limits.queued + 1)


@limits.at(EFFECTIVE_LIMITS)
def queue_is_unlimited(configured: Limits | None, original: AdjustLimits) -> Limits | None:
    """Any number of requests may wait."""
    limits = original(configured)
    return limits and replace(limits, queued=10**9)


@limits.at(EFFECTIVE_LIMITS)
def wait_is_too_short(configured: Limits | None, original: AdjustLimits) -> Limits | None:
    """A request may wait a hundredth of the time only."""
    limits = original(configured)
    return limits and replace(limits, wait=limits.wait / 100)


@limits.at(NEXT_WAITING)
def last_comes_first(waiting: deque[Admission], original: Callable[[deque[Admission]], Admission]) -> Admission:
    """Of the requests that wait the last one runs first."""
    waiting.rotate(1)
    return original(waiting)


@limits.at(LIMIT_KEY)
def keys_are_counted_apart(decision: Decision, original: Callable[[Decision], int]) -> int:
    """Each key has a limit of its own, though they are for the same account."""
    return hash((original(decision), decision.owner.key.value))


@limits.at(LIMIT_KEY)
def agency_is_counted_as_one(decision: Decision, original: Callable[[Decision], int]) -> int:
    """All companies of an agency share the limit of its own account."""
    return decision.owner.agency.account.id


@limits.at(LIMIT_KEY)
def context_is_not_counted(decision: Decision, original: Callable[[Decision], int]) -> int:
    """A request of an HQ key for a company counts for the agency's own account."""
    return decision.owner.agency.account.id if decision.row == 9 else original(decision)


@limits.at(RELEASES)
def aborted_request_is_never_released(cut_off: bool, original: Callable[[bool], bool]) -> bool:
    """A request whose client disconnected counts as running for ever."""
    return original(cut_off) and not cut_off


@limits.at(RESPOND)
def dropped_request_runs(outgoing: OutgoingResponse, original: Callable[[OutgoingResponse], Response]) -> Response:
    """A request over the limit gets 429, and runs all the same."""
    if outgoing.run is not None:
        with suppress(Problem):
            outgoing.run()
    return original(outgoing)


@limits.at(RESPOND)
def limit_is_503(outgoing: OutgoingResponse, original: Callable[[OutgoingResponse], Response]) -> Response:
    """Over the limit the status is 503 instead of 429."""
    return with_status(original(outgoing), 429, 503)


@limits.at(RESPOND)
def limit_is_409(outgoing: OutgoingResponse, original: Callable[[OutgoingResponse], Response]) -> Response:
    """Over the limit the status is 409 instead of 429."""
    return with_status(original(outgoing), 429, 409)
