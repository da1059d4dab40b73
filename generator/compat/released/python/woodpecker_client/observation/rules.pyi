from attrs import frozen
from collections.abc import Callable as Callable, Iterator
from typing import Any, Literal

@frozen
class Rule:
    kind: Literal['unknown_value', 'format', 'limit']
    broken: str
    holds: Callable[[Any], bool]

def rules_of(schema: dict[str, Any]) -> Iterator[Rule]: ...
