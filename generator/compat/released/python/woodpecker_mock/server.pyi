from .api import Mock as Mock
from .app import LIMITS as LIMITS, create_app as create_app
from .certificate import Certificate as Certificate, usable as usable
from .faults import Faults as Faults
from .gate import Gate as Gate
from .limits import Limits as Limits
from .records import Entry as Entry, Records as Records
from .serving import Server as Server
from .world import World as World
from _typeshed import Incomplete
from collections import Counter, deque
from typing import Self

class MockServer:
    app: Incomplete
    world: World
    faults: Faults
    limits: Gate
    log: deque[Entry]
    records: Records
    executed: Counter[str]
    executed_for: Counter[tuple[str, int | None]]
    def __init__(self, world: World | None = None, *, host: str = '127.0.0.1', port: int = 0, limits: Limits | None = ..., latency: float = 0.0, certificate: Certificate | None = None) -> None: ...
    @property
    def latency(self) -> float: ...
    @latency.setter
    def latency(self, seconds: float) -> None: ...
    @property
    def hq_key(self) -> str: ...
    def client_key(self, company_id: int) -> str: ...
    def reset(self) -> None: ...
    url: Incomplete
    base_url: Incomplete
    def __enter__(self) -> Self: ...
    def __exit__(self, *exc_info: object) -> None: ...
