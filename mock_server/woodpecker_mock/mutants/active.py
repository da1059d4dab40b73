"""The mutants that are enabled, and the functions that the mock calls at each hook point."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from operator import attrgetter
from threading import Lock
from typing import TypeVar

from starlette.responses import Response

from ..handlers.operation_call import Body, OperationCall
from ..handlers.registry import handle
from ..http.requests import ParsedRequest, RawRequest, parse
from ..rules.account_limiter import LimiterHooks
from ..rules.policy import AccessRequest, Decision, decide
from .catalog import MUTANTS, named
from .mutant import (
    DECIDE,
    EFFECTIVE_LIMITS,
    HANDLE,
    LIMIT_KEY,
    NEXT_WAITING,
    PARSE,
    RELEASES,
    RESPOND,
    HookPoint,
    Mutant,
    OutgoingResponse,
    Wrapper,
)

A = TypeVar("A")
R = TypeVar("R")

# What the mock does at the points that have no function of their own.
_LIMITER = LimiterHooks()
_RESPONSE: Callable[[OutgoingResponse], Response] = attrgetter("response")
_ACCOUNT_ID: Callable[[Decision], int] = attrgetter("account.id")


class ActiveMutants(LimiterHooks):
    """A function for each hook point. With no mutant enabled, each is the original.

    Args:
        mutants: names of those that are enabled from the start.

    Raises:
        ValueError: there is no mutant of this name; the text lists similar names.
    """

    decide: Callable[[AccessRequest], Decision]
    parse: Callable[[RawRequest], ParsedRequest]
    handle: Callable[[OperationCall], Body]
    respond: Callable[[OutgoingResponse], Response]
    limit_key: Callable[[Decision], int]

    def __init__(self, mutants: Iterable[str] = ()) -> None:
        super().__init__()
        self._enabled: dict[str, Mutant] = {}
        self._lock = Lock()
        self.enable(*mutants)

    @property
    def enabled(self) -> list[str]:
        """The enabled mutants, in the order in which they were enabled."""
        return list(self._enabled)

    def enable(self, *names: str) -> None:
        """Enable mutants. One that is enabled later sees the results of the earlier ones.

        Raises:
            ValueError: there is no such mutant; none is enabled then.
        """
        found = {name: named(name) for name in names}
        with self._lock:
            self._enabled |= found
            self._wrap_all()

    def disable(self, *names: str) -> None:
        """Disable mutants, without names all of them.

        Raises:
            ValueError: there is no such mutant; none is disabled then.
        """
        for name in names:
            named(name)
        with self._lock:
            self._enabled = {name: one for name, one in self._enabled.items() if names and name not in names}
            self._wrap_all()

    def state(self) -> list[dict[str, object]]:
        """The body of `GET /_mock/mutants`: all there are, and whether they are enabled."""
        return [
            {
                "name": one.name,
                "kind": one.kind,
                "description": one.description,
                "enabled": one.name in self._enabled,
            }
            for one in MUTANTS.values()
        ]

    def _wrap_all(self) -> None:
        self.decide = self._wrapped(DECIDE, decide)
        self.parse = self._wrapped(PARSE, parse)
        self.handle = self._wrapped(HANDLE, handle)
        self.respond = self._wrapped(RESPOND, _RESPONSE)
        self.limit_key = self._wrapped(LIMIT_KEY, _ACCOUNT_ID)
        self.effective_limits = self._wrapped(EFFECTIVE_LIMITS, _LIMITER.effective_limits)
        self.next_waiting = self._wrapped(NEXT_WAITING, _LIMITER.next_waiting)
        self.releases = self._wrapped(RELEASES, _LIMITER.releases)

    def _wrapped(self, point: HookPoint[A, R], original: Callable[[A], R]) -> Callable[[A], R]:
        for one in self._enabled.values():
            if one.point == point.name:
                original = _wrap(one.wrapper, original)
        return original


def _wrap(wrapper: Wrapper[A, R], original: Callable[[A], R]) -> Callable[[A], R]:
    return lambda argument: wrapper(argument, original)
