"""Reports with all findings, of few clients or many."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

from woodpecker_cli.health.findings import Finding
from woodpecker_cli.health.report import ClientHealth, HealthReport
from woodpecker_cli.health.rows import Criteria, Row, rows_of
from woodpecker_client.models import Mailbox

CRITERIA = Criteria(datetime(2026, 11, 29, 9, 30, tzinfo=UTC), 90.0)
HOSTILE = "</script><script>document.title='run'</script><img src=x onerror=\"document.title='run'\"> & Co"
FROZEN = [{"from": "2026-11-20T00:00:00+0100", "to": "2026-12-06T23:59:59+0100"}]


def smtp(number: int = 1, /, **details: Any) -> Mailbox:
    given = {"sent_today": 10, "daily_limit": 100, "warmup_data": {"status": "RUNNING"}, **details}
    return _mailbox(number, "SMTP", given)


def imap(number: int = 2, /, **details: Any) -> Mailbox:
    return _mailbox(number, "IMAP", details)


def _mailbox(number: int, kind: str, details: dict[str, Any]) -> Mailbox:
    common = {"email": f"box{number}@example.com", "provider": "GOOGLE", "login": "x", "server": "smtp.example.com"}
    return Mailbox.from_dict({"id": number, "type": kind, "details": {**common, **details}})


def found(*mailboxes: Mailbox, criteria: Criteria = CRITERIA) -> list[Row]:
    return list(rows_of(7, "A client", mailboxes, criteria))


def client(number: int, name: str, *mailboxes: Mailbox) -> ClientHealth:
    return ClientHealth(number, name, tuple(rows_of(number, name, mailboxes, CRITERIA)))


def report(clients: int = 40, mailboxes: int = 4, missing: str | None = None) -> HealthReport:
    """A report in which each finding occurs, with hostile texts where the API has texts."""
    return HealthReport(tuple(_clients(clients, mailboxes)), CRITERIA, "Blue Heron Agency", missing)


def _clients(clients: int, mailboxes: int) -> Iterator[ClientHealth]:
    yield client(1, HOSTILE, smtp(1, error=HOSTILE, email="hostile@example.com"))
    yield ClientHealth(
        2, "Mole Hill", (Row(2, "Mole Hill", findings=(Finding.UNREADABLE,), error="403 from listMailboxes"),)
    )
    yield ClientHealth(3, "Newt Gardens", (Row(3, "Newt Gardens", findings=(Finding.INACTIVE,)),))
    yield ClientHealth(4, "Otter Print", (Row(4, "Otter Print", findings=(Finding.EMPTY,)),))
    for number in range(5, clients + 1):
        yield client(number, f"Client {number}", *(_varied(number * mailboxes + one) for one in range(mailboxes)))


def _varied(number: int) -> Mailbox:
    details: dict[str, Any] = {"sent_today": number * 37 % 81, "daily_limit": 80}
    if number % 11 == 0:
        details["error"] = "Authentication failed."
    if number % 17 == 0:
        details["freeze_account"] = FROZEN
    if number % 7 == 0:
        details["warmup_data"] = {"status": "PAUSED"}
    return smtp(number, **details)
