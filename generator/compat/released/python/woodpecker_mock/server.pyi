from .api import Mock as Mock
from .app import LIMITS as LIMITS, create_app as create_app
from .behaviour import Behaviour as Behaviour
from .certificate import Certificate as Certificate, usable as usable
from .faults import Faults as Faults
from .gate import Gate as Gate
from .limits import Limits as Limits
from .protocol import REQUEST_TIMEOUT as REQUEST_TIMEOUT, patient as patient
from .records import Entry as Entry, Records as Records
from .serving import Server as Server
from .settings import BATCH_SECONDS as BATCH_SECONDS
from .world import World as World
from _typeshed import Incomplete
from collections import Counter, deque
from collections.abc import Iterable
from typing import Self

class MockServer:
    app: Incomplete
    world: World
    faults: Faults
    behaviour: Behaviour
    limits: Gate
    log: deque[Entry]
    records: Records
    executed: Counter[str]
    executed_for: Counter[tuple[str, int | None]]
    def __init__(self, world: World | None = None, *, host: str = '127.0.0.1', port: int = 0, limits: Limits | None = ..., latency: float = 0.0, batch_seconds: float = ..., older_totals: bool = False, certificate: Certificate | None = None, deviations: Iterable[str] = (), request_timeout: float = ...) -> None: ...
    @property
    def latency(self) -> float: ...
    @latency.setter
    def latency(self, seconds: float) -> None: ...
    @property
    def batch_seconds(self) -> float: ...
    @batch_seconds.setter
    def batch_seconds(self, seconds: float) -> None: ...
    @property
    def older_totals(self) -> bool: ...
    @older_totals.setter
    def older_totals(self, older: bool) -> None: ...
    @property
    def hq_key(self) -> str: ...
    def client_key(self, company_id: int) -> str: ...
    def reset(self, world: bool = False) -> None: ...
    url: Incomplete
    base_url: Incomplete
    def __enter__(self) -> Self: ...
    def __exit__(self, *exc_info: object) -> None: ...
