"""One way in which the mock can be made to differ from the API, and the points at which it can step in.

At each point the mock asks a function of one argument. A deviation is a function that is put around that one: it gets
the same argument and the function that does what is right, and answers in its place.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Generic, TypeAlias, TypeVar

from starlette.responses import Response

from .call import Body, Call
from .document import Operation
from .keys import Holder
from .limits import Limits
from .policy import Problem, Verdict
from .sent import Read, Sent
from .world import World

if TYPE_CHECKING:
    from .gate import Place

A = TypeVar("A")
R = TypeVar("R")

#: What is put around a function: its argument, and the function.
Step: TypeAlias = Callable[[A, Callable[[A], R]], R]


@dataclass(frozen=True)
class Asked:
    """The headers that decide who may do what, and whose the first key is."""

    world: World
    operation: Operation
    keys: list[str]
    contexts: list[str]
    holder: Holder | None


@dataclass(frozen=True)
class Given:
    """An answer that is about to be given.

    Attributes:
        operation: None where the path or the method has none.
        problem: why the request is refused, if it is.
        run: runs the operation of a request that is dropped over the account's limit.
    """

    operation: Operation | None
    response: Response
    problem: Problem | None = None
    run: Callable[[], Response] | None = None


@dataclass(frozen=True)
class Point(Generic[A, R]):
    """A place where the mock asks a function; the name is that of the attribute of `Behaviour`."""

    name: str


JUDGE: Point[Asked, Verdict] = Point("judge")
"""Who may do what; a `Problem` where it is refused."""
READ: Point[Sent, Read] = Point("read")
"""Whether the request fits the spec; a `Problem` where it does not."""
HANDLE: Point[Call, Body] = Point("handle")
"""The operation itself."""
ANSWER: Point[Given, Response] = Point("answer")
"""The answer as it goes out, refusals and those over the limit included."""
LINE: Point[Verdict, int] = Point("line")
"""In which line a request waits; each has its own limit."""
NUMBERS: Point[Limits | None, Limits | None] = Point("numbers")
"""How many a line lets in."""
NEXT_UP: Point[deque[Place], Place] = Point("next_up")
"""Who of those who wait is next; it is taken out."""
GIVES_BACK: Point[bool, bool] = Point("gives_back")
"""Whether a request leaves its line, from whether it was cut off by its client."""


@dataclass(frozen=True)
class Deviation:
    """A way to differ.

    Attributes:
        name: what it is switched on by.
        kind: what it is about, such as `policy`. Of the kind `drift` are those that a healthy server may show, too;
            of any other kind the server is broken.
        line: what is different, in one sentence.
        point: where it steps in.
    """

    name: str
    kind: str
    line: str
    point: str
    step: Callable[[Any, Callable[[Any], Any]], Any]


class Kind:
    """Deviations of one kind. Each is a function: its name is the deviation's, its docstring the line about it."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.deviations: list[Deviation] = []

    def at(self, point: Point[A, R]) -> Callable[[Step[A, R]], Step[A, R]]:
        """Make a function a deviation that steps in at this point."""

        def take(step: Step[A, R]) -> Step[A, R]:
            self._add(point, step, step)
            return step

        return take

    def handling(self, *operations: str) -> Callable[[Step[Call, Body]], Step[Call, Body]]:
        """The same for these operations only."""

        def take(step: Step[Call, Body]) -> Step[Call, Body]:
            def for_these(call: Call, right: Callable[[Call], Body]) -> Body:
                return step(call, right) if call.operation.id in operations else right(call)

            self._add(HANDLE, step, for_these)
            return step

        return take

    def _add(self, point: Point[A, R], told: Step[A, R], step: Step[A, R]) -> None:
        name = told.__name__.replace("_", "-")
        self.deviations.append(Deviation(name, self.name, (told.__doc__ or "").strip(), point.name, step))
