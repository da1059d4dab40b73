from ..account import LaneAccount as LaneAccount
from ..errors import LaneUnavailable as LaneUnavailable
from .scripts import ENTER as ENTER, GO as GO, LEAVE as LEAVE, RENEW as RENEW, keys_of as keys_of
from .server import Call as Call
from _typeshed import Incomplete
from concurrent.futures import Future
from dataclasses import dataclass, field
from typing import Literal

SHORTEST_PAUSE: Incomplete
LONGEST_PAUSE: Incomplete
SILENCE: float
LONGEST_INTERVAL: float
RETRY: float

@dataclass(frozen=True, slots=True)
class Terms:
    depth: int
    lease: float
    prefix: str
    @property
    def interval(self) -> float: ...

@dataclass(eq=False, slots=True)
class Turn:
    terms: Terms
    account: LaneAccount
    came: float
    given: Future[None] = field(default_factory=Incomplete)
    left: bool = ...
    token: str = field(default_factory=Incomplete)
    stage: Literal['waiting', 'running', 'leaving', 'over'] = ...
    due: float = ...
    def call(self, now: float) -> Call: ...
    def answered(self, answer: object) -> None: ...
    def failed(self, reason: str) -> None: ...
    def end(self, due: float) -> None: ...
    def refuse(self, reason: str) -> None: ...
