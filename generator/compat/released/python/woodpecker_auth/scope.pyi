from .errors import PolicyError as PolicyError
from dataclasses import dataclass
from enum import Enum
from typing import Final, Literal, TypeAlias

def company_id(value: int) -> int: ...

@dataclass(frozen=True, slots=True, init=False)
class CompanyScope:
    company_id: int
    def __init__(self, company_id: int) -> None: ...
    @classmethod
    def from_header(cls, text: str) -> CompanyScope: ...

class _OwnAccount(Enum):
    OWN_ACCOUNT = "the key's own account"

OWN_ACCOUNT: Final[Literal[_OwnAccount.OWN_ACCOUNT]]
Scope: TypeAlias

def checked_scope(value: object) -> Scope | None: ...
