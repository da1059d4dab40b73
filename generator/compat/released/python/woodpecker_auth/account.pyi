from .keys import ClientKey as ClientKey, Key as Key
from .policy import RouteFamily as RouteFamily
from .scope import CompanyScope as CompanyScope, Scope as Scope
from dataclasses import dataclass
from typing import Literal

@dataclass(frozen=True, slots=True)
class LaneAccount:
    origin: str
    kind: Literal['company', 'hq', 'client']
    id: int | str

class Accounts:
    def __init__(self, key: Key, origin: str) -> None: ...
    def of(self, family: RouteFamily, scope: Scope | None) -> LaneAccount: ...
