"""One function for every client company: its outcomes, its settings, and its progress.

`fan_out_threads` and `fan_out_tasks` call it, and behave alike: what it raises is the outcome of its company; what ends
the listing of the companies ends the iteration, after the outcomes of the calls that had begun.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from inspect import iscoroutinefunction
from typing import Any, Generic, Protocol, TypeAlias, TypeVar, cast

from attrs import frozen

from .errors import CompanyInactive, InvalidValue

T = TypeVar("T")

#: Companies in progress at once by default: as many as there are connections, or as threads are useful.
DEFAULT_CONCURRENCY = 100
DEFAULT_THREADS = 64

#: Called with the numbers of outcomes so far, of companies in all (None until it is known), and of errors so far.
OnProgress: TypeAlias = Callable[[int, int | None, int], object]


class CompanyLike(Protocol):
    """What the fan-out has to know of a client company."""

    @property
    def id(self) -> int: ...

    @property
    def active(self) -> bool: ...


C = TypeVar("C", bound=CompanyLike)


@frozen
class CompanyOutcome(Generic[C, T]):
    """The result or the error of the work for one company.

    Attributes:
        company: the company.
        result: what the work returned; None if it failed.
        error: what the work raised; None if it did not. `CompanyInactive` for an inactive company that was skipped.
    """

    company: C
    result: T | None = None
    error: BaseException | None = None

    def unwrap(self) -> T:
        """The result.

        Raises:
            BaseException: `error`, if there is one.
        """
        if self.error is not None:
            raise self.error
        return cast("T", self.result)


class Plan:
    """Which companies to work for, how many at once, and how many are done."""

    def __init__(self, active: bool | None, concurrency: int, on_progress: OnProgress | None) -> None:
        """
        Args:
            active: True to work for the active companies and report the others, False for the inactive ones only,
                None for all.
            concurrency: companies in progress at once.
            on_progress: see `OnProgress`.

        Raises:
            InvalidValue: one of them is something else.
        """
        if active is not None and type(active) is not bool:
            raise InvalidValue(f"active should be True, False or None, not {type(active).__name__}")
        if type(concurrency) is not int or concurrency < 1:
            shown = concurrency if type(concurrency) is int else type(concurrency).__name__
            raise InvalidValue(f"concurrency should be an integer of at least 1, not {shown}")
        if on_progress is not None:
            check_function("on_progress", on_progress)
        self.concurrency = concurrency
        self._skips_inactive = active is True
        self._on_progress = on_progress
        self._done = self._failed = 0

    def skips(self, company: CompanyLike) -> CompanyInactive | None:
        """The error of a company that nothing is sent for; None for the others."""
        if company.active or not self._skips_inactive:
            return None
        error = CompanyInactive(f"company {company.id} is inactive, so nothing was sent for it")
        error.company, error.detail = company.id, "Company is inactive"
        return error

    def count(self, outcome: CompanyOutcome[Any, Any], total: int | None) -> None:
        self._done += 1
        self._failed += outcome.error is not None
        if self._on_progress is not None:
            self._on_progress(self._done, total, self._failed)


def check_function(name: str, value: object, *, is_awaited: bool = False) -> None:
    """
    Raises:
        InvalidValue: it cannot be called, or it is an `async def` where nothing awaits it.
    """
    if not callable(value):
        raise InvalidValue(f"{name} should be a function, not {type(value).__name__}")
    function: Any = value
    while isinstance(function, partial):
        function = cast("Any", function.func)
    # Of an object, its class says what a call does.
    if not is_awaited and (iscoroutinefunction(function) or iscoroutinefunction(type(function).__call__)):
        raise InvalidValue(f"{name} is an `async def`, which nothing awaits here: use an ordinary function")
