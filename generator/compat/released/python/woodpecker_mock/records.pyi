from _typeshed import Incomplete
from collections import Counter, deque
from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass

@dataclass
class Entry:
    time: str
    method: str
    path: str
    operation: str | None
    key: str
    company: str | None
    status: int = ...
    row: int | None = ...

class Records:
    log: deque[Entry]
    hits: Counter[tuple[str, int]]
    executed: Counter[str]
    executed_for: Counter[tuple[str, int | None]]
    in_flight: int
    def __init__(self) -> None: ...
    in_flight_highest: Incomplete
    @contextmanager
    def coming(self, entry: Entry) -> Generator[None]: ...
    def ran(self, operation: str, company: int | None) -> None: ...
    def reset(self) -> None: ...
    def state(self) -> dict[str, object]: ...
