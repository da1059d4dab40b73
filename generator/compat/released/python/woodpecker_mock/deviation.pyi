from .call import Body as Body, Call as Call
from .document import Operation as Operation
from .gate import Place as Place
from .keys import Holder as Holder
from .limits import Limits as Limits
from .policy import Problem as Problem, Verdict as Verdict
from .sent import Read as Read, Sent as Sent
from .world import World as World
from _typeshed import Incomplete
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from starlette.responses import Response as Response
from typing import Any, Generic, TypeAlias, TypeVar

A = TypeVar('A')
R = TypeVar('R')
Step: TypeAlias = Callable[[A, Callable[[A], R]], R]

@dataclass(frozen=True)
class Asked:
    world: World
    operation: Operation
    keys: list[str]
    contexts: list[str]
    holder: Holder | None

@dataclass(frozen=True)
class Given:
    operation: Operation | None
    response: Response
    problem: Problem | None = ...
    run: Callable[[], Response] | None = ...

@dataclass(frozen=True)
class Point(Generic[A, R]):
    name: str

JUDGE: Point[Asked, Verdict]
READ: Point[Sent, Read]
HANDLE: Point[Call, Body]
ANSWER: Point[Given, Response]
LINE: Point[Verdict, int]
NUMBERS: Point[Limits | None, Limits | None]
NEXT_UP: Point[deque[Place], Place]
GIVES_BACK: Point[bool, bool]

@dataclass(frozen=True)
class Deviation:
    name: str
    kind: str
    line: str
    point: str
    step: Callable[[Any, Callable[[Any], Any]], Any]

class Kind:
    name: Incomplete
    deviations: list[Deviation]
    def __init__(self, name: str) -> None: ...
    def at(self, point: Point[A, R]) -> Callable[[Step[A, R]], Step[A, R]]: ...
    def handling(self, *operations: str) -> Callable[[Step[Call, Body]], Step[Call, Body]]: ...
