from .answers import refusal as refusal
from .caller import Gone as Gone
from .exchange import Exchange as Exchange
from .faults import Faults as Faults
from .gate import Gate as Gate
from .limits import Limits as Limits
from .policy import Problem as Problem
from .records import Entry as Entry, Records as Records
from .routes import find as find
from .world import World as World
from _typeshed import Incomplete
from starlette.responses import Response as Response
from starlette.types import Receive as Receive, Scope as Scope, Send as Send

class Mock:
    world: Incomplete
    limits: Incomplete
    records: Incomplete
    executed: Incomplete
    executed_for: Incomplete
    hits: Incomplete
    def __init__(self, world: World, limits: Limits | None, latency: float) -> None: ...
    @property
    def latency(self) -> float: ...
    @latency.setter
    def latency(self, seconds: float) -> None: ...
    @property
    def faults(self) -> Faults: ...
    def reset(self) -> None: ...
    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None: ...
