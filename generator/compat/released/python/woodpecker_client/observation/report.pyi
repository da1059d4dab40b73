from attrs import frozen
from typing import TypeAlias

Kind: TypeAlias

@frozen
class Deviation:
    operation: str
    kind: Kind
    where: str
    what: str
    times: int

@frozen
class Report:
    deviations: tuple[Deviation, ...]
    answers: int
    spec_version: str
    left_out: int = ...
    @property
    def contradictions(self) -> tuple[Deviation, ...]: ...
    def to_json(self) -> dict[str, object]: ...

def in_order(deviation: Deviation) -> tuple[str, int, str, str]: ...
