"""Who may do what: the decision table, row by row.

    1  no key                                       401 Invalid api key
    2  wrong key                                    401 Invalid api key
    3  account without the API add-on               401 No API addon
    4  plan too low                                 401 Upgrade your plan
    5  client key, account route                    runs in that client's account
    6  client key with a company context            403, no body (7: its own company, too)
    8  HQ key, account route                        runs in the HQ's own account
    9  HQ key, active company of the agency         runs in that company's account
    10 HQ key, company context that is no number    400
    11 HQ key, not a company of the agency          404 Company not found
    12 HQ key, company that is switched off         409 Company is inactive
    13 HQ key, agency route                         runs
    14 HQ key, agency route, company context        undefined; 400 here, so that a client's mistake shows
    15 client key, agency route                     403, no body
    16 HQ key, agency without its add-on            403 No Agency addon
    17 agency route, path names a strange company   404 Company not found (the handlers look it up)
    18 a fault of the server                        500, or what a fault on demand says
    19 over the account's limit                     429 (the gate looks at it)

https://developers.woodpecker.co/docs/agency-api/authentication-agency
"""

from __future__ import annotations

from dataclasses import dataclass

from .accounts import Account
from .keys import Holder


class Problem(Exception):
    """An answer that is no success; without a title it has no body."""

    def __init__(self, status: int, title: str | None = None, detail: str = "", row: int | None = None) -> None:
        super().__init__(status, title, detail)
        self.status = status
        self.title = title
        self.detail = detail
        self.row = row


@dataclass(frozen=True)
class Verdict:
    """A request that may run: the row that allowed it, whose key it is, and the account it acts for."""

    row: int
    holder: Holder
    account: Account


def judge(holder: Holder | None, family: str, keys: list[str], contexts: list[str]) -> Verdict:
    """Apply the table to a request's headers.

    Args:
        holder: whose the key is, None if nobody's.

    Raises:
        Problem: the request is refused.
    """
    if len(keys) > 1 or len(contexts) > 1:
        raise Problem(400, "Bad request", "a header is given more than once")
    if not keys:
        raise Problem(401, "Unauthorized", "Invalid api key", row=1)
    if holder is None:
        raise Problem(401, "Unauthorized", "Invalid api key", row=2)
    if holder.agency.access == "no_api_addon":
        raise Problem(401, "Unauthorized", "No API addon", row=3)
    if holder.agency.access == "plan_too_low":
        raise Problem(401, "Unauthorized", "Upgrade your plan", row=4)
    context = contexts[0] if contexts else None
    if family == "agency":
        return _agency_route(holder, context)
    return _account_route(holder, context)


def _agency_route(holder: Holder, context: str | None) -> Verdict:
    if holder.company is not None:
        raise Problem(403, row=15)
    if holder.agency.access == "no_agency_addon":
        raise Problem(403, "Forbidden", "No Agency addon", row=16)
    if context is not None:
        raise Problem(400, "Bad request", "X-Company-Id is not accepted on agency routes", row=14)
    return Verdict(13, holder, holder.agency.account)


def _account_route(holder: Holder, context: str | None) -> Verdict:
    if holder.company is not None:
        if context is not None:
            raise Problem(403, row=7 if context == str(holder.company.id) else 6)
        return Verdict(5, holder, holder.company.account)
    if context is None:
        return Verdict(8, holder, holder.agency.account)
    digits = context.removeprefix("-")
    if not (digits.isascii() and digits.isdigit()):
        raise Problem(400, "Bad request", "X-Company-Id header value must be a number but is not", row=10)
    # A number of any length is a number; only short ones can be a company's.
    company = holder.agency.companies.get(int(context)) if len(context) < 20 else None
    if company is None:
        raise Problem(404, "Not Found", "Company not found", row=11)
    if not company.active:
        raise Problem(409, "Conflict", "Company is inactive", row=12)
    return Verdict(9, holder, company.account)
