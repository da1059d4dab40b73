"""Which headers a request gets: the decision table.

https://developers.woodpecker.co/docs/agency-api/authentication-agency
"""

from __future__ import annotations

from typing import Literal, TypeAlias

from .errors import PolicyError
from .keys import ClientKey, HQKey, Key
from .scope import OWN_ACCOUNT, CompanyScope, Scope

KEY_HEADER = "x-api-key"
COMPANY_HEADER = "x-company-id"

RouteFamily: TypeAlias = Literal["agency", "account"]


def decide(key: Key, family: RouteFamily, scope: Scope | None) -> dict[str, str]:
    """The headers of a request with this key to a route of this family, acting for this scope.

    Raises:
        PolicyError: the combination is refused. Its `reason` names the row of the table.
    """
    match key, family, scope:
        case HQKey(), "agency", None:
            return {KEY_HEADER: key.value}
        case HQKey(), "agency", _:
            raise PolicyError(
                f"an agency route acts for the agency, not for an account ({scope!r}): "
                "call it without a scope; where a company is meant, the path names it",
                "agency_route_with_company",
            )
        case HQKey(), "account", CompanyScope(company_id=company):
            return {KEY_HEADER: key.value, COMPANY_HEADER: str(company)}
        case HQKey(), "account", _ if scope is OWN_ACCOUNT:
            return {KEY_HEADER: key.value}
        case HQKey(), "account", None:
            # The API would accept it and read or write the HQ's own account.
            raise PolicyError(
                "an HQ key on an account route needs a scope: CompanyScope(id) for a client (agency.account(id)), "
                "OWN_ACCOUNT for the HQ's own (agency.own_account)",
                "account_route_without_context",
            )
        case ClientKey(), "account", CompanyScope():
            # The API would respond with 403 and an empty body, even for the key's own company.
            raise PolicyError(
                "a client key acts for its own account only: leave the company out, or use the HQ key",
                "company_with_client_key",
            )
        case ClientKey(), "account", _:
            return {KEY_HEADER: key.value}
        case _:
            raise PolicyError(
                "agency routes need the agency's HQ key, not a client key",
                "agency_route_with_client_key",
            )
