"""Who may call what: the decision table, and the one function that applies it.

Rows 1 to 12 and 18 are the vendor's (https://developers.woodpecker.co/docs/agency-api/authentication-agency), 19 is from
https://developers.woodpecker.co/docs/getting-started/rate-limiting. Where no page gives the outcome (14, 15, 17) or the
order of the checks, this server takes the reading that shows a client its mistake: first the key and its subscription,
then the right to send the header, then the header's value.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from .model import Account, ApiAccess, Company, Key
from .refusals import Refused
from .world import World

_NUMBER = re.compile(r"-?[0-9]+")
_LONGEST_ID = 19
_SUBSCRIPTION_ROWS = {ApiAccess.NO_ADDON: 3, ApiAccess.PLAN_TOO_LOW: 4}


@dataclass(frozen=True)
class Row:
    """`status` None lets the request in, `detail` None is an answer without a body."""

    number: int
    condition: str
    status: int | None = None
    detail: str | None = None

    def refusal(self) -> Refused:
        assert self.status is not None
        return Refused(self.status, self.detail, row=self.number)


ROWS = {
    row.number: row
    for row in (
        Row(1, "no key", 401, "Invalid api key"),
        Row(2, "unknown key", 401, "Invalid api key"),
        Row(3, "the key's account lacks the API add-on", 401, "No API addon"),
        Row(4, "the key's account has too low a plan", 401, "Upgrade your plan"),
        Row(5, "client key on an account route"),
        Row(6, "client key with x-company-id", 403),
        Row(7, "client key with x-company-id of its own company", 403),
        Row(8, "HQ key on an account route without x-company-id: the agency's own account"),
        Row(9, "HQ key with x-company-id of an active company: that company's account"),
        Row(10, "x-company-id is not a number", 400, "X-Company-Id header value must be a number but is not"),
        Row(11, "x-company-id names no company of the agency", 404, "Company not found"),
        Row(12, "x-company-id names an inactive company", 409, "Company is inactive"),
        Row(13, "HQ key on an agency route"),
        Row(14, "HQ key with x-company-id on an agency route", 400, "X-Company-Id header is not accepted here"),
        Row(15, "client key on an agency route", 403),
        Row(16, "main account without the agency add-on on an agency route", 403, "No Agency addon"),
        Row(17, "the path names no company of the agency", 404, "Company not found"),
        Row(18, "server fault", 500, "An unexpected error has occurred. Please try again later."),
        Row(19, "over the limit of simultaneous requests", 429),
    )
}


@dataclass(frozen=True)
class Admission:
    """Let in by `row`: the key that called, and the account the request works in."""

    row: int
    key: Key
    account: Account


def known_key(world: World, values: Sequence[str]) -> Key:
    """The key in the `x-api-key` headers, if the server knows it.

    Raises:
        Refused: rows 1 and 2; 400 without a row for two headers, which name no one key.
    """
    if len(values) > 1:
        raise Refused(400, "x-api-key header is given more than once")
    if not values:
        raise ROWS[1].refusal()
    key = world.keys.get(values[0])
    if key is None:
        raise ROWS[2].refusal()
    return key


def admit(key: Key, family: str, company_headers: Sequence[str]) -> Admission:
    """Apply the table from row 3 on; two `x-company-id` headers count as one value joined by a comma (RFC 9110, 5.3).

    Raises:
        Refused: the row that turns the request down.
    """
    if key.account.access in _SUBSCRIPTION_ROWS:
        raise ROWS[_SUBSCRIPTION_ROWS[key.account.access]].refusal()
    header = ", ".join(company_headers) if company_headers else None
    return _agency_route(key, header) if family == "agency" else _account_route(key, header)


def _agency_route(key: Key, header: str | None) -> Admission:
    if not key.is_hq:
        raise ROWS[15].refusal()
    if not key.agency.has_addon:
        raise ROWS[16].refusal()
    if header is not None:
        raise ROWS[14].refusal()
    return Admission(13, key, key.account)


def _account_route(key: Key, header: str | None) -> Admission:
    if header is None:
        return Admission(8 if key.is_hq else 5, key, key.account)
    # An account without the agency add-on is no main agency account, so its key may not send the header either.
    if not (key.is_hq and key.agency.has_addon):
        raise ROWS[7 if header.strip() == str(key.account.id) else 6].refusal()
    if not _NUMBER.fullmatch(header.strip()):
        raise ROWS[10].refusal()
    company = company_of(key, header.strip(), row=11)
    if not company.active:
        raise ROWS[12].refusal()
    return Admission(9, key, company)


def company_of(key: Key, number: str, *, row: int) -> Company:
    """The company with this number in the key's agency.

    Raises:
        Refused: row 11 or 17, as `row` says.
    """
    digits = number.lstrip("0")
    company = key.agency.companies.get(int(digits)) if 0 < len(digits) <= _LONGEST_ID and digits.isdigit() else None
    if company is None:
        raise ROWS[row].refusal()
    return company
