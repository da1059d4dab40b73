from .accounts import Agency, Json
from .ids import Ids
from .seed_rules import SeedError as SeedError
from _typeshed import Incomplete
from datetime import date

__all__ = ['SeedError', 'read']

def read(document: object, today: date, check: bool = True) -> tuple[list[Agency], Ids]: ...

class _Reader:
    ids: Incomplete
    problems: list[str]
    def __init__(self, today: date, ids: Ids) -> None: ...
    def agency(self, at: str, given: Json) -> Agency: ...
