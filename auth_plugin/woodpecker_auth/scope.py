"""Which account a request acts for."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import Final, Literal, TypeAlias

from .errors import PolicyError


def company_id(value: int) -> int:
    """A company's id, checked.

    Raises:
        PolicyError: it is not a positive integer of at most 64 bits (a bool, a float and a text are not either).
    """
    if type(value) is not int or not 0 < value < 2**63:
        shown = value if type(value) is int and -(2**70) < value < 2**70 else f"a value of type {type(value).__name__}"
        raise PolicyError(f"a company id is a positive integer of at most 64 bits, not {shown}", "invalid_company_id")
    return value


@dataclass(frozen=True, slots=True)
class CompanyScope:
    """One client company of the agency.

    Raises:
        PolicyError: the id is not a positive integer of at most 64 bits.
    """

    company_id: int

    def __post_init__(self) -> None:
        company_id(self.company_id)


class _OwnAccount(Enum):
    OWN_ACCOUNT = "the key's own account"

    def __repr__(self) -> str:
        return "OWN_ACCOUNT"


#: The account of the key itself. With an HQ key it has to be asked for by name, because it is what a forgotten
#: company context would silently reach.
OWN_ACCOUNT: Final[Literal[_OwnAccount.OWN_ACCOUNT]] = _OwnAccount.OWN_ACCOUNT

Scope: TypeAlias = CompanyScope | Literal[_OwnAccount.OWN_ACCOUNT]
