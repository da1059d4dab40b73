from .body import parsed as parsed
from .document import Operation as Operation, Refusal as Refusal
from .policy import Problem as Problem
from dataclasses import dataclass
from typing import Any

@dataclass(frozen=True)
class Sent:
    operation: Operation
    path: dict[str, str]
    query: dict[str, str]
    content_type: str
    raw: bytes

@dataclass(frozen=True)
class Read:
    parameters: dict[str, Any]
    body: Any

def read(sent: Sent) -> Read: ...
