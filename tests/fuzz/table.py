"""The decision table of the API, written from the vendor's page: which row a request's headers come to.

https://developers.woodpecker.co/docs/agency-api/authentication-agency

    1  no key                                       10 HQ key, company context that is no number
    2  wrong key                                    11 HQ key, not a company of the agency
    3  account without the API add-on               12 HQ key, inactive company
    4  plan too low                                 13 HQ key, agency route
    5  client key, account route                    14 HQ key, agency route, company context
    6  client key with a company context            15 client key, agency route
    7  the same with its own company                16 HQ key, agency without its add-on
    8  HQ key, account route                        17 HQ key, the path names an unknown company
    9  HQ key, active company of the agency         18 a fault of the server
                                                    19 over the account's limit
    20 HQ key of no admin, agency route             21 HQ key of no admin, company that was not granted

Row 14 is undefined there. The mock's rule is 400, so that a client's mistake shows, and it is held to that. The rule is
400 for a header that is given twice as well, which no row is about. Rows 20 and 21 are from another page, without a
status: https://docs.woodpecker.co/en/articles/6816012-managing-company-users
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from .contract import Operation
from .facts import ABSENT, Facts
from .messages import SentRequest


@dataclass(frozen=True)
class Rejection:
    """The response to a rejected request; without a title there is neither body nor content type.

    Attributes:
        detail: None if its wording is free.
        by_row: whether a row of the table rejects it, whose errors have the same form on every route.
    """

    status: int
    title: str | None = None
    detail: str | None = None
    by_row: bool = True


REJECTIONS = {
    0: Rejection(400, "Bad request", by_row=False),
    1: Rejection(401, "Unauthorized", "Invalid api key"),
    2: Rejection(401, "Unauthorized", "Invalid api key"),
    3: Rejection(401, "Unauthorized", "No API addon"),
    4: Rejection(401, "Unauthorized", "Upgrade your plan"),
    6: Rejection(403),
    7: Rejection(403),
    10: Rejection(400, "Bad request", "X-Company-Id header value must be a number but is not"),
    11: Rejection(404, "Not Found", "Company not found"),
    12: Rejection(409, "Conflict", "Company is inactive"),
    14: Rejection(400, "Bad request"),
    15: Rejection(403),
    16: Rejection(403, "Forbidden", "No Agency addon"),
    17: Rejection(404, "Not Found", "Company not found"),
    18: Rejection(500, "Internal Server Error", "An unexpected error has occurred. Please try again later."),
    19: Rejection(429, "Too Many Requests"),
    20: Rejection(403),
    21: Rejection(403),
}

ACCESS = {"no_api_addon": 3, "plan_too_low": 4}

REACHABLE = {"hq": {1, 2, 3, 4, *range(8, 15), *range(16, 22)}, "client": {1, 2, 3, 4, 5, 6, 7, 15, 18, 19}}
"""Which rows each kind of key can reach."""


@dataclass(frozen=True)
class Decision:
    """The row, and for one that accepts the request the account it works in.

    Attributes:
        row: 0 where a header is given twice.
        agency: id of the agency's own account.
        account: id of the account that the request works in.
        user: id of the user whose key it is.
    """

    row: int
    agency: int = 0
    account: int = 0
    user: int = 0


def decide(sent: SentRequest, operation: Operation, facts: Facts) -> Decision:
    """The row for these headers; row 17, which the path decides, comes later, and so may row 21."""
    refused = authenticate(sent, facts)
    if refused is not None:
        return refused
    agency, company, user = facts.keys[sent.all("x-api-key")[0]]
    context = next(iter(sent.all("x-company-id")), None)
    if company is not None:
        return _client(operation.family, agency, company, user, context)
    if operation.family == "agency":
        return Decision(_agency_row(operation, agency, user, context, facts), agency, agency, user)
    if context is None:
        return Decision(8, agency, agency, user)
    return _in_context(agency, user, context, facts)


def authenticate(sent: SentRequest, facts: Facts) -> Decision | None:
    """The row that refuses a key on any route, whether there is such a route or not."""
    keys, contexts = sent.all("x-api-key"), sent.all("x-company-id")
    if len(keys) > 1 or len(contexts) > 1:
        return Decision(0)
    if not keys:
        return Decision(1)
    if keys[0] not in facts.keys:
        return Decision(2)
    access = facts[facts.keys[keys[0]][0], "agency"]["access"]
    return Decision(ACCESS[access]) if access in ACCESS else None


def granted(facts: Facts, agency: int, company: int, user: int) -> bool:
    """Whether this user of an agency has access to one of its companies."""
    if "admin" in facts.users[user]["roles"]:
        return True
    owner: Any = facts[agency, "company", company]["owner"]
    return owner["id"] == user or facts[company, "user", user] is not ABSENT


def _agency_row(operation: Operation, agency: int, user: int, context: str | None, facts: Facts) -> int:
    if facts[agency, "agency"]["access"] == "no_agency_addon":
        return 16
    if not set(operation.raw.get("x-roles", ["admin"])) & set(facts.users[user]["roles"]):
        return 20
    return 13 if context is None else 14


def _client(family: str, agency: int, company: int, user: int, context: str | None) -> Decision:
    if family == "agency":
        return Decision(15)
    if context is not None:
        return Decision(7 if context == str(company) else 6)
    return Decision(5, agency, company, user)


def _in_context(agency: int, user: int, context: str, facts: Facts) -> Decision:
    if not re.fullmatch(r"-?[0-9]+", context):
        return Decision(10)
    company: Any = facts[agency, "company", int(context)] if len(context) < 20 else ABSENT
    if company is ABSENT:
        return Decision(11)
    if not granted(facts, agency, int(context), user):
        return Decision(21)
    if not company["active"]:
        return Decision(12)
    return Decision(9, agency, int(context), user)
