"""Whose limit a request counts against."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import Literal

from .keys import ClientKey, Key
from .policy import RouteFamily
from .scope import CompanyScope, Scope


@dataclass(frozen=True, slots=True)
class LaneAccount:
    """An account at an origin, as far as it can be told apart without asking the API.

    Two keys of one HQ, or a client key whose company is not known, look like accounts of their own: then there are
    two in flight for one account, and the API's own queue takes the second.

    Attributes:
        origin: scheme, host and port.
        kind: `company` for a client company, `hq` for the agency's main account, `client` for the account of a client
            key whose company is not known.
        id: the company's id; for the other kinds a digest of the key, which tells accounts apart and nothing else.
    """

    origin: str
    kind: Literal["company", "hq", "client"]
    id: int | str

    def __str__(self) -> str:
        match self.kind:
            case "company":
                return f"company {self.id}"
            case "hq":
                return "the agency's main account (HQ)"
            case "client":
                return "the client key's own account"


class Accounts:
    """Tells the accounts apart that one key speaks for."""

    __slots__ = ("_own", "_origin")

    def __init__(self, key: Key, origin: str) -> None:
        self._origin = origin
        known = key.company_id if isinstance(key, ClientKey) else None
        if known is not None:
            self._own = LaneAccount(origin, "company", known)
        else:
            digest = hashlib.sha256(key.value.encode("ascii")).hexdigest()[:16]
            self._own = LaneAccount(origin, "client" if isinstance(key, ClientKey) else "hq", digest)

    def of(self, family: RouteFamily, scope: Scope | None) -> LaneAccount:
        """The account that a request which `decide` let pass runs in."""
        if family == "account" and isinstance(scope, CompanyScope):
            return LaneAccount(self._origin, "company", scope.company_id)
        return self._own
