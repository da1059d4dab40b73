"""What a few reads show of the key, the API and the way to it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from statistics import median

import httpx
from woodpecker_auth import DEFAULT_DEADLINE, ONE_AT_A_TIME
from woodpecker_client import Agency
from woodpecker_client.models import Me
from woodpecker_runtime.errors import Forbidden, RateLimited, WoodpeckerError
from woodpecker_runtime.hooks import Attempt, Hooks
from woodpecker_runtime.retries import DEFAULT_RETRIES

from ..keys.profiles import Kind
from .advice import explained
from .check import Check, Result

# Seconds: of a call, and from which on a clock or a response is worth a warning.
_DEADLINE = 20.0
_CLOCK = 60.0
_SLOW = 2.0
_READS = 3


class Attempts(Hooks):
    """What each request took."""

    def __init__(self) -> None:
        self.seconds: list[float] = []
        self.retries = 0
        self.rejected = 0

    def on_response(self, attempt: Attempt) -> None:
        self.seconds.append(attempt.duration - attempt.lane_wait)
        self.retries += attempt.number > 1
        self.rejected += isinstance(attempt.error, RateLimited)


def server(agency: Agency, attempts: Attempts, said: Kind, company: int | None) -> Iterator[Check]:
    """The checks, one after the other.

    Args:
        agency: has the key, of either kind: which it is shows in what the API permits.
        attempts: its hooks.
        said: the kind of key that the command line says it is.
        company: the client to look at; None for the first active one.
    """
    try:
        # Every key opens its own account.
        response = agency.own_account.with_raw_response.me(deadline=_DEADLINE)
    except WoodpeckerError as failure:
        yield _failed("account", failure)
        for name in ("agency routes", "company", "clock", "latency", "limits"):
            yield Check(name, Result.SKIP, "not looked at, because the account did not answer")
        return
    received = datetime.now(UTC)
    me = response.parsed
    yield Check("account", Result.OK, f"{me.firm_name or 'account'} {me.firm_id}, user {_user(me)}")
    yield from _routes(agency, said, company)
    yield clock(response.headers, received)
    try:
        for _ in range(_READS):
            agency.own_account.me(deadline=_DEADLINE)
    except WoodpeckerError as failure:
        yield _failed("latency", failure)
    else:
        yield latency(attempts.seconds)
    yield limits(attempts)


def _user(me: Me) -> str:
    return " ".join(filter(None, [me.user_name or None, f"<{me.user_email}>" if me.user_email else None])) or "unknown"


def _failed(name: str, failure: WoodpeckerError) -> Check:
    meaning, advice = explained(failure)
    return Check(name, Result.FAIL, meaning, advice)


def _routes(agency: Agency, said: Kind, number: int | None) -> Iterator[Check]:
    """Whether agency routes are open, which tells the kind of the key, and whether clients' accounts are."""
    try:
        listing = agency.companies.list(active=True, deadline=_DEADLINE)
        active = next(listing, None)
    except Forbidden as failure:
        yield _closed(failure, said, number)
        if said == "client":
            yield Check("company", Result.SKIP, "a client's own key opens one account, and needs no company")
        elif number is not None:
            yield _company(agency, number)
        else:
            yield Check("company", Result.SKIP, "no company is known without the agency routes; --company ID names one")
    except WoodpeckerError as failure:
        yield _failed("agency routes", failure)
        yield Check("company", Result.SKIP, "not looked at, because the companies could not be listed")
    else:
        yield _open(said, listing.total)
        if number is not None:
            yield _company(agency, number)
        elif active is not None:
            yield _company(agency, active.id)
        else:
            yield Check("company", Result.WARN, "the agency has no active client, so none was looked at")


def _open(said: Kind, clients: int | None) -> Check:
    found = f"open: this is an HQ key, of an agency with {'?' if clients is None else clients} active clients"
    if said == "hq":
        return Check("agency routes", Result.OK, found)
    advice = "Leave --client-key and WOODPECKER_KEY_KIND=client out, or use the client's own key"
    return Check("agency routes", Result.FAIL, f"{found}, and it is said to be a client's", advice)


def _closed(failure: Forbidden, said: Kind, number: int | None) -> Check:
    if said == "client":
        return Check("agency routes", Result.OK, "closed, as they are for a client's own key")
    meaning, advice = explained(failure)
    more = "" if number is not None else ". Whether it opens a client's account shows with --company ID"
    return Check("agency routes", Result.FAIL, meaning, f"{advice}{more}")


def _company(agency: Agency, number: int) -> Check:
    try:
        me = agency.account(number).me(deadline=_DEADLINE)
    except WoodpeckerError as failure:
        return _failed("company", failure)
    if me.firm_id == number:
        return Check("company", Result.OK, f"{me.firm_name or 'client'} {number} is reached with x-company-id")
    found = f"with x-company-id: {number}, the API names account {me.firm_id} ({me.firm_name or 'no name'})"
    return Check("company", Result.WARN, found, "See whether that is this client's, before anything is changed there")


def clock(headers: httpx.Headers, received: datetime) -> Check:
    """This machine's clock against the `Date` of a response."""
    try:
        sent = parsedate_to_datetime(headers.get("date", "")).astimezone(UTC)
    except (ValueError, OverflowError):
        return Check("clock", Result.WARN, "the response has no date to compare with")
    seconds = (received - sent).total_seconds()
    if abs(seconds) < _CLOCK:
        return Check("clock", Result.OK, f"within {max(abs(seconds), 1):.0f} s of the server's")
    found = f"{abs(seconds):,.0f} s {'ahead of' if seconds > 0 else 'behind'} the server's"
    return Check("clock", Result.WARN, found, "Set the clock: periods, days of reports and certificates depend on it")


def latency(seconds: list[float]) -> Check:
    """What requests took, the first with the connection, the wait in the lane left out."""
    first, *others = seconds
    typical = median(others or seconds)
    found = (
        f"{first * 1000:.0f} ms for the first request, {typical * 1000:.0f} ms for the others ({len(seconds)} in all)"
    )
    advice = "Each account has one request at a time: slow responses make long reports" if typical >= _SLOW else None
    return Check("latency", Result.WARN if advice else Result.OK, found, advice)


def limits(attempts: Attempts) -> Check:
    """What this program does to keep the limits, and whether something else used them up."""
    found = (
        f"{ONE_AT_A_TIME.depth} request at a time is sent for each account; the API runs 1, and lets 6 wait. Within "
        f"{DEFAULT_DEADLINE:.0f} s there are {DEFAULT_RETRIES} retries"
    )
    if attempts.rejected:
        advice = "Another program uses this account at the same moment: let one at a time run, or share lanes by Redis"
        return Check("limits", Result.WARN, f"{found}. {attempts.rejected} requests were rejected with 429", advice)
    if attempts.retries:
        advice = "The API or the way to it fails now and then: calls that change something are not retried"
        return Check("limits", Result.WARN, f"{found}. {attempts.retries} requests were retries", advice)
    return Check("limits", Result.OK, found)
