"""Who may do what, by the decision table in `rows.py`.

https://developers.woodpecker.co/docs/agency-api/authentication-agency
https://docs.woodpecker.co/en/articles/6816012-managing-company-users
"""

from __future__ import annotations

from dataclasses import dataclass

from ..contract.operations import SpecOperation
from ..http.problem import Problem
from ..world.accounts import AccountRecord, User
from ..world.keys import KeyOwner
from ..world.world import World


@dataclass(frozen=True)
class AccessRequest:
    """The headers that decide who may do what, and the owner of the first key; None if it is nobody's."""

    world: World
    operation: SpecOperation
    keys: list[str]
    contexts: list[str]
    owner: KeyOwner | None


@dataclass(frozen=True)
class Decision:
    """A request that may run: the row that allows it, the owner of its key, and the account it acts for."""

    row: int
    owner: KeyOwner
    account: AccountRecord

    def members(self) -> list[User]:
        """The people with access to the account: for an agency's own, those who have a key of it."""
        company = self.owner.company or self.owner.agency.companies.get(self.account.id)
        if company is not None:
            return [user for user in company.members() if "guest" not in user.roles]
        return list({key.user.id: key.user for key in self.owner.agency.keys}.values())


def decide(request: AccessRequest) -> Decision:
    """Apply the table to a request's headers.

    Raises:
        Problem: the request is rejected.
    """
    owner = authenticate(request.keys, request.contexts, request.owner)
    context = request.contexts[0] if request.contexts else None
    if request.operation.family == "agency":
        return _agency_route(owner, request.operation, context)
    return _account_route(owner, context)


def authenticate(keys: list[str], contexts: list[str], owner: KeyOwner | None) -> KeyOwner:
    """The owner of a key that may use the API; the only rows that a request without an operation comes to.

    Raises:
        Problem: the request is rejected.
    """
    if len(keys) > 1 or len(contexts) > 1:
        raise Problem(400, "Bad request", "a header is given more than once")
    if not keys:
        raise Problem(401, "Unauthorized", "Invalid api key", row=1)
    if owner is None:
        raise Problem(401, "Unauthorized", "Invalid api key", row=2)
    if owner.agency.access == "no_api_addon":
        raise Problem(401, "Unauthorized", "No API addon", row=3)
    if owner.agency.access == "plan_too_low":
        raise Problem(401, "Unauthorized", "Upgrade your plan", row=4)
    return owner


def _agency_route(owner: KeyOwner, operation: SpecOperation, context: str | None) -> Decision:
    if owner.company is not None:
        raise Problem(403, row=15)
    if owner.agency.access == "no_agency_addon":
        raise Problem(403, "Forbidden", "No Agency addon", row=16)
    if not operation.roles.intersection(owner.key.user.roles):
        raise Problem(403, row=20)
    if context is not None:
        raise Problem(400, "Bad request", "X-Company-Id is not accepted on agency routes", row=14)
    return Decision(13, owner, owner.agency.account)


def _account_route(owner: KeyOwner, context: str | None) -> Decision:
    if owner.company is not None:
        if context is not None:
            raise Problem(403, row=7 if context == str(owner.company.id) else 6)
        return Decision(5, owner, owner.company.account)
    if context is None:
        return Decision(8, owner, owner.agency.account)
    digits = context.removeprefix("-")
    if not (digits.isascii() and digits.isdigit()):
        raise Problem(400, "Bad request", "X-Company-Id header value must be a number but is not", row=10)
    # A number of any length is a number; only short ones can be a company's.
    company = owner.agency.companies.get(int(context)) if len(context) < 20 else None
    if company is None:
        raise Problem(404, "Not Found", "Company not found", row=11)
    if not company.is_granted_to(owner.key.user):
        raise Problem(403, row=21)
    if not company.active:
        raise Problem(409, "Conflict", "Company is inactive", row=12)
    return Decision(9, owner, company.account)
