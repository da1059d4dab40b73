"""Faults in how many requests an account may have at once."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING, TypeAlias

from starlette.responses import Response

from ..deviation import ANSWER, GIVES_BACK, LINE, NEXT_UP, NUMBERS, Given, Kind
from ..limits import Limits
from ..policy import Problem, Verdict
from .wording import restated

if TYPE_CHECKING:
    from ..gate import Place

limits = Kind("limits")

Numbers: TypeAlias = Callable[["Limits | None"], "Limits | None"]


@limits.at(NUMBERS)
def two_run_at_once(numbers: Limits | None, right: Numbers) -> Limits | None:
    """One request more than allowed runs at once."""
    given = right(numbers)
    return given and replace(given, running=given.running + 1)


@limits.at(NUMBERS)
def queue_is_one_short(numbers: Limits | None, right: Numbers) -> Limits | None:
    """One request less than promised may wait."""
    given = right(numbers)
    return given and replace(given, queued=max(given.queued - 1, 0))


@limits.at(NUMBERS)
def queue_is_one_longer(numbers: Limits | None, right: Numbers) -> Limits | None:
    """One request more than allowed may wait."""
    given = right(numbers)
    return given and replace(given, queued=given.queued + 1)


@limits.at(NUMBERS)
def queue_has_no_end(numbers: Limits | None, right: Numbers) -> Limits | None:
    """As many requests as there are may wait."""
    given = right(numbers)
    return given and replace(given, queued=10**9)


@limits.at(NUMBERS)
def nobody_waits_long(numbers: Limits | None, right: Numbers) -> Limits | None:
    """A request may wait a hundredth of the time only."""
    given = right(numbers)
    return given and replace(given, wait=given.wait / 100)


@limits.at(NEXT_UP)
def last_comes_first(waiting: deque[Place], right: Callable[[deque[Place]], Place]) -> Place:
    """Of those who wait the last one is served first."""
    waiting.rotate(1)
    return right(waiting)


@limits.at(LINE)
def keys_are_counted_apart(verdict: Verdict, right: Callable[[Verdict], int]) -> int:
    """Each key has a limit of its own, though they are for the same account."""
    return hash((right(verdict), verdict.holder.key.value))


@limits.at(LINE)
def agency_is_counted_as_one(verdict: Verdict, right: Callable[[Verdict], int]) -> int:
    """All companies of an agency share the limit of its own account."""
    return verdict.holder.agency.account.id


@limits.at(LINE)
def context_is_not_counted(verdict: Verdict, right: Callable[[Verdict], int]) -> int:
    """A request of an HQ key for a company counts for the agency's own account."""
    return verdict.holder.agency.account.id if verdict.row == 9 else right(verdict)


@limits.at(GIVES_BACK)
def cut_off_keeps_its_place(cut_off: bool, right: Callable[[bool], bool]) -> bool:
    """A request whose client hung up keeps its place for ever."""
    return right(cut_off) and not cut_off


@limits.at(ANSWER)
def dropped_request_runs(given: Given, right: Callable[[Given], Response]) -> Response:
    """A request over the limit is answered 429, and runs all the same."""
    if given.run is not None:
        with suppress(Problem):
            given.run()
    return right(given)


@limits.at(ANSWER)
def limit_is_503(given: Given, right: Callable[[Given], Response]) -> Response:
    """Over the limit the answer is 503 instead of 429."""
    return restated(right(given), 429, 503)


@limits.at(ANSWER)
def limit_is_409(given: Given, right: Callable[[Given], Response]) -> Response:
    """Over the limit the answer is 409 instead of 429."""
    return restated(right(given), 429, 409)
