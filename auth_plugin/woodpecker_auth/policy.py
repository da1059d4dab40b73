"""Which headers go with a request: the decision table.

    key     route    scope          headers
    HQ      agency   none           x-api-key
    HQ      agency   company, own   refused: agency routes act for the agency; the path names the company
    HQ      account  company N      x-api-key, x-company-id: N
    HQ      account  own account    x-api-key
    HQ      account  none           refused: the HQ's own account has to be asked for by name
    client  account  none, own      x-api-key
    client  account  company        refused: the API would answer an empty 403
    client  agency   any            refused: agency routes need the HQ key

https://developers.woodpecker.co/docs/agency-api/authentication-agency
"""

from __future__ import annotations

from typing import Literal, TypeAlias

from .errors import PolicyError
from .keys import ClientKey, Key
from .scope import CompanyScope, Scope

KEY_HEADER = "x-api-key"
COMPANY_HEADER = "x-company-id"

RouteFamily: TypeAlias = Literal["agency", "account"]


def decide(key: Key, family: RouteFamily, scope: Scope | None) -> dict[str, str]:
    """The headers for a request.

    Raises:
        PolicyError: the combination is refused; `reason` says by which row.
    """
    if family == "agency":
        if isinstance(key, ClientKey):
            raise PolicyError(
                "agency routes need the agency's HQ key, not a client key", "agency_route_with_client_key"
            )
        if scope is not None:
            raise PolicyError(
                f"an agency route does not act for an account ({scope!r}); the path names the company",
                "agency_route_with_company",
            )
        return {KEY_HEADER: key.value}
    if isinstance(scope, CompanyScope):
        if isinstance(key, ClientKey):
            raise PolicyError(
                f"a client key works in its own account only, not for company {scope.company_id}",
                "company_with_client_key",
            )
        return {KEY_HEADER: key.value, COMPANY_HEADER: str(scope.company_id)}
    if scope is None and not isinstance(key, ClientKey):
        raise PolicyError(
            "an HQ key on an account route needs an account: a company, or the HQ's own account by name",
            "account_route_without_context",
        )
    return {KEY_HEADER: key.value}
