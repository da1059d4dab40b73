"""From what the API returns for one account to one row for each mailbox."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import NamedTuple, TypeVar

from woodpecker_auth.redaction import redact
from woodpecker_client.models import FreezeWindow, Mailbox
from woodpecker_runtime.types import Unset

from ..rows.columns import COMPANY_COLUMNS
from .findings import Finding, Level, MailboxState, worst

T = TypeVar("T")


class Row(NamedTuple):
    """One mailbox; for a client without any that was read, one row that says why.

    Attributes:
        findings: the worst first.
        frozen_from, frozen_to: the period without sending that is now, or comes next, as the API wrote it.
        warmup: its status; None if the API says nothing about it.
    """

    company_id: int | None
    company: str | None
    mailbox_id: int | None = None
    address: str | None = None
    provider: str | None = None
    findings: tuple[Finding, ...] = ()
    error: str | None = None
    sent_today: int | None = None
    daily_limit: int | None = None
    frozen_from: str | None = None
    frozen_to: str | None = None
    warmup: str | None = None

    @property
    def level(self) -> Level:
        return worst(self.findings)

    def redacted(self, secrets: Sequence[str]) -> Row:
        """The row with `***` for secrets."""
        values = self._asdict()
        values |= {name: redact(value, secrets) for name, value in values.items() if isinstance(value, str)}
        return Row(**values)

    def record(self) -> dict[str, object]:
        """The row as plain values, with the fields that `COLUMNS` names."""
        values = self._asdict()
        values |= {
            "company": {"id": self.company_id, "name": self.company},
            "level": self.level.word,
            "findings": [finding.word for finding in self.findings],
        }
        return {name: values[name] for name in _FIELDS}


_FIELDS = (
    "company", "address", "level", "findings", "error", "sent_today", "daily_limit", "frozen_from", "frozen_to",
    "warmup", "provider", "mailbox_id",
)  # fmt: skip
#: The columns of the records.
COLUMNS = (*COMPANY_COLUMNS, *_FIELDS[1:])
#: Those of a table on a terminal, where not all have room.
IN_A_TABLE = ("company.name", "address", "findings", "error")


class Criteria(NamedTuple):
    """What findings are measured by.

    Attributes:
        now: an aware time, for the periods without sending.
        near_limit: percent of the daily limit from which on a mailbox is near it.
    """

    now: datetime
    near_limit: float


def rows_of(
    company_id: int | None, company: str | None, mailboxes: Sequence[Mailbox], criteria: Criteria
) -> Iterator[Row]:
    """A row for each mailbox that sends, with the error of its receiving half, and for each half that only receives."""
    receiving = {one.id: one for one in mailboxes if one.type_ == "IMAP"}
    joined = {one.details.imap_id for one in mailboxes if one.type_ != "IMAP"}
    for mailbox in mailboxes:
        sends = mailbox.type_ != "IMAP"
        if sends or mailbox.id not in joined:
            other = None if isinstance(number := mailbox.details.imap_id, Unset) else receiving.get(number)
            yield _row(Row(company_id, company), mailbox, other if sends else None, criteria)


def _row(row: Row, mailbox: Mailbox, receiving: Mailbox | None, criteria: Criteria) -> Row:
    details = mailbox.details
    sent, limit = _known(details.sent_today), _known(details.daily_limit)
    window, is_frozen = _window(_known(details.freeze_account) or [], criteria.now)
    warmup = _known(details.warmup_data)
    status = None if warmup is None else _known(warmup.status)
    error = _known(details.error) or None
    if receiving is not None and (other := _known(receiving.details.error)) and other != error:
        error = f"{error}; IMAP: {other}" if error else f"IMAP: {other}"
    state = MailboxState(mailbox.type_ != "IMAP", error, used(sent, limit), criteria.near_limit, is_frozen, status)
    return row._replace(
        mailbox_id=mailbox.id,
        address=details.email,
        provider=details.provider,
        findings=tuple(finding for finding in Finding if finding.applies(state)),
        error=error,
        sent_today=sent,
        daily_limit=limit,
        frozen_from=None if window is None else str(window.from_),
        frozen_to=None if window is None else str(window.to),
        warmup=status,
    )


def used(sent: int | None, limit: int | None) -> float | None:
    """Percent of the daily limit; None if the API does not say. Of a limit of 0, all is used."""
    if sent is None or limit is None:
        return None
    return 100 * sent / limit if limit > 0 else 100.0


def _window(windows: Sequence[FreezeWindow], now: datetime) -> tuple[FreezeWindow | None, bool]:
    """The period that is now, or comes next, and whether it is now. One whose times cannot be read is shown only."""
    ahead: list[tuple[datetime, FreezeWindow]] = []
    unclear: FreezeWindow | None = None
    for window in windows:
        begin, end = window.from_.datetime, window.to.datetime
        if begin is None or end is None:
            unclear = window
        elif begin <= now <= end:
            return window, True
        elif begin > now:
            ahead.append((begin, window))
    return min(ahead, key=lambda one: one[0])[1] if ahead else unclear, False


def _known(value: T | Unset) -> T | None:
    return None if isinstance(value, Unset) else value
