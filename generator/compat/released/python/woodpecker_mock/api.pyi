from .answers import refusal as refusal
from .behaviour import Behaviour as Behaviour
from .caller import Gone as Gone
from .deviation import Given as Given
from .exchange import Exchange as Exchange
from .faults import Faults as Faults
from .gate import Gate as Gate
from .limits import Limits as Limits
from .policy import Problem as Problem
from .records import Entry as Entry, Records as Records
from .routes import find as find
from .settings import Settings as Settings
from .world import World as World
from _typeshed import Incomplete
from collections.abc import Iterable
from starlette.responses import Response as Response
from starlette.types import Receive as Receive, Scope as Scope, Send as Send

class Mock:
    world: Incomplete
    settings: Incomplete
    behaviour: Incomplete
    limits: Incomplete
    records: Incomplete
    executed: Incomplete
    executed_for: Incomplete
    hits: Incomplete
    def __init__(self, world: World, limits: Limits | None, settings: Settings, deviations: Iterable[str] = ()) -> None: ...
    @property
    def faults(self) -> Faults: ...
    def reset(self, world: bool = False) -> None: ...
    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None: ...
