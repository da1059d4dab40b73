"""Batches of mailboxes: accepted or rejected as a whole, and connected one after the other as time passes."""

from __future__ import annotations

from typing import Any

from woodpecker_mock.world import CompanyRecord

from ..facts import ABSENT, Facts
from ..matching import differences
from .accounts import found
from .harness import Harness


def mailbox(email: str, **more: Any) -> dict[str, Any]:
    """A mailbox to connect."""
    return {
        "smtp_email": email,
        "smtp_password": "not-a-real-password",
        "smtp_server": "smtp.example.net",
        "smtp_port": 465,
        "imap_email": email,
        "imap_password": "not-a-real-password",
        "imap_server": "imap.example.net",
        "imap_port": 143,
        **more,
    }


_OPTIONS = {
    "smtp_login": "login",
    "smtp_from_name": "Séverine Ångström",
    "footer": "<div>Desk & Co</div>",
    "bcc": "archive@example.net",
    "open_tracking_domain": "open.example.net",
    "click_tracking_domain": "click.example.net",
    "unsubscribe_tracking_domain": "leave.example.net",
    "sending_wait_time_from": 100,
    "sending_wait_time_to": 200,
    "daily_sending_limit": 7,
}
_SHOWN = {
    "login": "login",
    "server": "smtp.example.net",
    "port": 465,
    "from_name": "Séverine Ångström",
    "signature": "<div>Desk & Co</div>",
    "bcc_crm": "archive@example.net",
    "open_url": "open.example.net",
    "click_url": "click.example.net",
    "unsubscribe_url": "leave.example.net",
    "daily_limit": 7,
    "error": None,
}


async def probe(harness: Harness) -> None:
    contexts: list[CompanyRecord | None] = [harness.company(1), harness.company(0)]
    for company in contexts if harness.kind == "client" else [*contexts, None]:
        await _connected(harness, company)
    await _rejected(harness, harness.company(2))


async def _connected(harness: Harness, company: CompanyRecord | None) -> None:
    full = [mailbox("full@example.net", **_OPTIONS), mailbox("plain@example.net")]
    rest = [mailbox("fail.this@example.net"), mailbox("conditional.this@example.net"), mailbox("last@example.net")]
    received = await harness.call("connectMailboxes", company, {"mailboxes": [*full, *rest]})
    batch = found(received, "batch_id")
    second = found(
        await harness.call("connectMailboxes", company, {"mailboxes": [mailbox("second@example.net")]}), "batch_id"
    )
    await harness.call("connectMailboxes", company, {"mailboxes": [mailbox("other@example.net"), full[1]]})
    before = Facts(harness.world)
    for seconds in (0, harness.mock.settings.batch_seconds, 0, 3600):
        harness.clock.pass_(seconds)
        # Whatever time has brought about is there after any request.
        await harness.send_unchecked(harness.request("GET", "v1/me", harness.acting(company)))
        for one in (batch, second, 1):
            await harness.call("getConnectionSummary", company, batch_id=one)
        await harness.call("listMailboxes", company)
    await harness.call("getConnectionSummary", harness.company(2), batch_id=batch)
    account = company.account.id if company else harness.agency.account.id
    _check_connected(harness, account, before, Facts(harness.world))
    await harness.call("connectMailboxes", company, {"mailboxes": [full[0]]})
    await harness.call("connectMailboxes", company, {"mailboxes": [rest[0]]})


def _check_connected(harness: Harness, account: int, before: Facts, after: Facts) -> None:
    """Each mailbox that can be connected is in the account as it was requested, once; nothing else is new."""
    expected: dict[str, dict[str, Any]] = {
        "full@example.net": _SHOWN,
        "plain@example.net": {"port": 465, "error": None, "signature": ""},
        "conditional.this@example.net": {"error": lambda text: isinstance(text, str) and text},
        "last@example.net": {"error": None},
        "second@example.net": {"error": None},
    }
    new = [place for place in before.changes(after) if before[place] is ABSENT]
    halves: dict[tuple[str, str], Any] = {}
    for place in new:
        half = after[place]
        if place[1] == "mailboxes" and place[2] == half["id"]:
            halves[half["details"]["email"], half["type"]] = half
    wanted = {(email, type_) for email in expected for type_ in ("SMTP", "IMAP")}
    if len(new) != len(wanted) or halves.keys() != wanted or any(place[0] != account for place in new):
        harness.found("state", "connectMailboxes", "a batch did not become exactly its mailboxes, in its account")
        return
    for email, details in expected.items():
        smtp, imap = halves[email, "SMTP"], halves[email, "IMAP"]
        problems = list(differences({**smtp["details"], **details, "imap_id": imap["id"]}, smtp["details"]))
        problems += differences({**imap["details"], "server": "imap.example.net", "port": 143}, imap["details"])
        if problems:
            harness.found("state", "connectMailboxes", "a connected mailbox is not as it was requested")
    changed = {place for place in before.changes(after) - set(new) if place[1] != "batches"}
    if changed:
        harness.found("state", "connectMailboxes", "connecting a batch has changed something else")


async def _rejected(harness: Harness, company: CompanyRecord) -> None:
    """One mailbox that is wrong, and none of the batch is connected."""
    known = next(iter(company.account.mailboxes.values()))["details"]["email"]
    good = mailbox("good@example.net")
    backwards = mailbox("wait@example.net", sending_wait_time_from=200, sending_wait_time_to=100)
    equal = mailbox("wait@example.net", sending_wait_time_from=100, sending_wait_time_to=100)
    for wrong in (mailbox(known), good, backwards, equal, mailbox("no address"), {"smtp_email": "half@example.net"}):
        await harness.call("connectMailboxes", company, {"mailboxes": [good, wrong]})
    many = [mailbox(f"many{index}@example.net") for index in range(201)]
    for mailboxes in ([], many, many[:200]):
        await harness.call("connectMailboxes", company, {"mailboxes": mailboxes})
