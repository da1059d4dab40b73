"""Which account's request limit a request counts against."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import Literal

from .keys import ClientKey, Key
from .policy import RouteFamily
from .scope import CompanyScope, Scope


@dataclass(frozen=True, slots=True)
class LaneKey:
    """An account at an origin, as far as it can be identified without asking the API.

    Two keys of one HQ get different lane keys, and so do a client key whose company is unknown and that company. Such
    an account may have two requests in flight; the API's own queue holds the second.

    Attributes:
        origin: scheme, host and port.
        kind: `company` for a client company, `hq` for the agency's main account, `client` for the account of a client
            key whose company is unknown.
        id: the company's id; for the other kinds a digest of the API key, which reveals nothing about it.
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


class LaneKeys:
    """The lane keys of the accounts that one API key can act for."""

    __slots__ = ("_origin", "_own")

    def __init__(self, key: Key, origin: str) -> None:
        self._origin = origin
        company_id = key.company_id if isinstance(key, ClientKey) else None
        if company_id is not None:
            self._own = LaneKey(origin, "company", company_id)
        else:
            digest = hashlib.sha256(key.value.encode("ascii")).hexdigest()[:16]
            self._own = LaneKey(origin, "client" if isinstance(key, ClientKey) else "hq", digest)

    def select(self, family: RouteFamily, scope: Scope | None) -> LaneKey:
        """The lane key of a request that `decide` allows."""
        if family == "account" and isinstance(scope, CompanyScope):
            return LaneKey(self._origin, "company", scope.company_id)
        return self._own
