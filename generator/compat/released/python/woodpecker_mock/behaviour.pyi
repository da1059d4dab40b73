from .call import Body as Body, Call as Call
from .deviation import ANSWER as ANSWER, Asked as Asked, Deviation as Deviation, GIVES_BACK as GIVES_BACK, Given as Given, HANDLE as HANDLE, JUDGE as JUDGE, LINE as LINE, NEXT_UP as NEXT_UP, NUMBERS as NUMBERS, Point as Point, READ as READ, Step as Step
from .deviations import DEVIATIONS as DEVIATIONS, named as named
from .gate import Place as Place
from .limits import Limits as Limits
from .operations import HANDLERS as HANDLERS
from .policy import Verdict as Verdict, judge as judge
from .sent import Read as Read, Sent as Sent, read as read
from collections import deque
from collections.abc import Callable as Callable, Iterable
from starlette.responses import Response as Response
from typing import TypeVar

A = TypeVar('A')
R = TypeVar('R')

class Behaviour:
    judge: Callable[[Asked], Verdict]
    read: Callable[[Sent], Read]
    handle: Callable[[Call], Body]
    answer: Callable[[Given], Response]
    line: Callable[[Verdict], int]
    numbers: Callable[[Limits | None], Limits | None]
    next_up: Callable[[deque[Place]], Place]
    gives_back: Callable[[bool], bool]
    def __init__(self, deviations: Iterable[str] = ()) -> None: ...
    @property
    def deviating(self) -> list[str]: ...
    def deviate(self, *names: str) -> None: ...
    def restore(self, *names: str) -> None: ...
    def state(self) -> list[dict[str, object]]: ...
