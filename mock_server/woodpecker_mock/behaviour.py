"""What the mock does: the right thing, unless a deviation is on."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable
from threading import Lock
from typing import TYPE_CHECKING, TypeVar

from starlette.responses import Response

from .call import Body, Call
from .deviation import (
    ANSWER,
    GIVES_BACK,
    HANDLE,
    JUDGE,
    LINE,
    NEXT_UP,
    NUMBERS,
    READ,
    Asked,
    Deviation,
    Given,
    Point,
    Step,
)
from .deviations import DEVIATIONS, named
from .limits import Limits
from .operations import HANDLERS
from .policy import Verdict, judge
from .sent import Read, Sent, read

if TYPE_CHECKING:
    from .gate import Place

A = TypeVar("A")
R = TypeVar("R")


class Behaviour:
    """A function for each point at which deviations can step in. With none on, each is the right one itself.

    Args:
        deviations: names of those to begin with.

    Raises:
        ValueError: there is no deviation of this name; the text says which are close.
    """

    judge: Callable[[Asked], Verdict]
    read: Callable[[Sent], Read]
    handle: Callable[[Call], Body]
    answer: Callable[[Given], Response]
    line: Callable[[Verdict], int]
    numbers: Callable[[Limits | None], Limits | None]
    next_up: Callable[[deque[Place]], Place]
    gives_back: Callable[[bool], bool]

    def __init__(self, deviations: Iterable[str] = ()) -> None:
        self._on: dict[str, Deviation] = {}
        self._lock = Lock()
        self.deviate(*deviations)

    @property
    def deviating(self) -> list[str]:
        """The deviations that are on, in the order in which they were switched on."""
        return list(self._on)

    def deviate(self, *names: str) -> None:
        """Switch deviations on. One that came later sees what the earlier ones made of it.

        Raises:
            ValueError: there is no such deviation; none is switched on then.
        """
        found = {name: named(name) for name in names}
        with self._lock:
            self._on |= found
            self._arrange()

    def restore(self, *names: str) -> None:
        """Switch deviations off, without names all of them.

        Raises:
            ValueError: there is no such deviation; none is switched off then.
        """
        for name in names:
            named(name)
        with self._lock:
            self._on = {name: one for name, one in self._on.items() if names and name not in names}
            self._arrange()

    def state(self) -> list[dict[str, object]]:
        """What `GET /_mock/deviations` shows: all there are, and whether they are on."""
        return [
            {"name": one.name, "kind": one.kind, "line": one.line, "on": one.name in self._on}
            for one in DEVIATIONS.values()
        ]

    def _arrange(self) -> None:
        self.judge = self._built(JUDGE, _judge)
        self.read = self._built(READ, read)
        self.handle = self._built(HANDLE, _handle)
        self.answer = self._built(ANSWER, _answer)
        self.line = self._built(LINE, _line)
        self.numbers = self._built(NUMBERS, _numbers)
        self.next_up = self._built(NEXT_UP, _next_up)
        self.gives_back = self._built(GIVES_BACK, _gives_back)

    def _built(self, point: Point[A, R], right: Callable[[A], R]) -> Callable[[A], R]:
        for one in self._on.values():
            if one.point == point.name:
                right = _around(one.step, right)
        return right


def _around(step: Step[A, R], right: Callable[[A], R]) -> Callable[[A], R]:
    return lambda given: step(given, right)


def _judge(asked: Asked) -> Verdict:
    return judge(asked.holder, asked.operation.family, asked.keys, asked.contexts)


def _handle(call: Call) -> Body:
    return HANDLERS[call.operation.id](call)


def _answer(given: Given) -> Response:
    return given.response


def _line(verdict: Verdict) -> int:
    return verdict.account.id


def _numbers(limits: Limits | None) -> Limits | None:
    return limits


def _next_up(waiting: deque[Place]) -> Place:
    return waiting.popleft()


def _gives_back(cut_off: bool) -> bool:
    return True
