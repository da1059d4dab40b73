from ..account import LaneAccount as LaneAccount
from ..errors import LaneUnavailable as LaneUnavailable
from .connection import Call as Call
from .scripts import ENTER as ENTER, GO as GO, LEAVE as LEAVE, RENEW as RENEW, keys_of as keys_of
from _typeshed import Incomplete
from concurrent.futures import Future
from dataclasses import dataclass, field
from typing import Literal

SHORTEST_PAUSE: Incomplete
LONGEST_PAUSE: Incomplete
SILENCE: float
LONGEST_INTERVAL: float
RETRY: float
REMEMBERED: float

@dataclass(frozen=True, slots=True)
class LeaseSettings:
    depth: int
    lease: float
    prefix: str
    @property
    def interval(self) -> float: ...

@dataclass(eq=False, slots=True)
class Ticket:
    settings: LeaseSettings
    account: LaneAccount
    came: float
    given: Future[None] = field(default_factory=Incomplete)
    left: bool = ...
    token: str = field(default_factory=Incomplete)
    stage: Literal['waiting', 'running', 'leaving', 'over'] = ...
    due: float = ...
    def call(self, now: float) -> Call: ...
    def sent_in_vain(self) -> None: ...
    def answered(self, answer: object) -> None: ...
    def failed(self, reason: str) -> None: ...
    def end(self, due: float) -> None: ...
    def close(self) -> None: ...
