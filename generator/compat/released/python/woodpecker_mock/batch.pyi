from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, TypeAlias

Json = dict[str, Any]
Outcome: TypeAlias

@dataclass
class Batch:
    started: datetime
    seconds: float
    pending: list[tuple[Json, Json]]
    done: list[str] = field(default_factory=list[str])
    def due(self, now: datetime) -> list[datetime]: ...
    def finish(self) -> tuple[Json, Json] | None: ...
    def summary(self) -> Json: ...

def outcome(email: str) -> Outcome: ...
