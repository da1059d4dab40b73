"""Which account a request acts for."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum
from typing import Final, Literal, TypeAlias

from .errors import PolicyError

_DIGITS = re.compile(r"[0-9]{1,19}")


def validate_company_id(value: int) -> int:
    """Return a company id.

    Raises:
        PolicyError: it is not a positive integer that fits in signed 64 bits. A bool, float or string is refused.
    """
    if type(value) is int and 0 < value < 2**63:
        return value
    # Only a short number is shown: a string may be a key in the wrong argument, and tracebacks can show locals.
    short = type(value) is int and abs(value) < 2**70
    shown = str(value) if short else f"a value of type {type(value).__name__}"
    del value
    raise PolicyError(
        f"a company id is a positive integer that fits in signed 64 bits, not {shown}; "
        "GET /v2/agency/companies lists the ids",
        "invalid_company_id",
    )


@dataclass(frozen=True, slots=True, init=False)
class CompanyScope:
    """One client company of the agency.

    Raises:
        PolicyError: the id is not a positive integer that fits in signed 64 bits.
    """

    company_id: int

    def __init__(self, company_id: int) -> None:
        try:
            object.__setattr__(self, "company_id", validate_company_id(company_id))
        finally:
            del company_id

    def __repr__(self) -> str:
        # A debugger may call this before the constructor has finished.
        return f"CompanyScope(company_id={getattr(self, 'company_id', None)!r})"

    @classmethod
    def from_header(cls, text: str) -> CompanyScope:
        """The company that an `x-company-id` header names.

        Raises:
            PolicyError: the text is not a company id in plain digits.
        """
        if not _DIGITS.fullmatch(text):
            raise PolicyError(
                "the header x-company-id is not a company id in plain digits",
                "invalid_company_id",
            )
        return cls(int(text))


class _OwnAccount(Enum):
    OWN_ACCOUNT = "the key's own account"

    def __repr__(self) -> str:
        return "OWN_ACCOUNT"


#: The account of the key itself. With an HQ key it has to be requested explicitly, because a request without a company
#: would silently act for it.
OWN_ACCOUNT: Final[Literal[_OwnAccount.OWN_ACCOUNT]] = _OwnAccount.OWN_ACCOUNT

Scope: TypeAlias = CompanyScope | Literal[_OwnAccount.OWN_ACCOUNT]


def validate_scope(value: object) -> Scope | None:
    """Return a scope that no type checker has seen, such as one from a request's extensions.

    Raises:
        PolicyError: it is neither a `Scope` nor None.
    """
    if value is None or value is OWN_ACCOUNT or isinstance(value, CompanyScope):
        return value
    raise PolicyError(
        f"a scope is CompanyScope(id), OWN_ACCOUNT or None, not {type(value).__name__}",
        "invalid_scope",
    )
