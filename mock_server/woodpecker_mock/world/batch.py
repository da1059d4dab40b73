"""A batch of mailboxes that are being connected: one after the other, each in the same time."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import takewhile
from typing import Literal, TypeAlias

from ..contract.json_values import Json

Outcome: TypeAlias = Literal["connected", "conditional", "failed"]


@dataclass
class Batch:
    """Its progress follows from the time alone, whoever reads it and how often.

    Attributes:
        started: when it was accepted, with a time zone.
        seconds: how long each mailbox takes; may be 0.
        pending: the two halves of each mailbox without a result, SMTP and IMAP, as the account will show them;
            passwords are not among them.
        done: the addresses of those with a result.
    """

    started: datetime
    seconds: float
    pending: list[tuple[Json, Json]]
    done: list[str] = field(default_factory=list[str])

    def due(self, now: datetime) -> list[datetime]:
        """The times of the pending mailboxes that are due by now, in their order."""
        each = timedelta(seconds=self.seconds)
        times = (self.started + (len(self.done) + number) * each for number in range(1, len(self.pending) + 1))
        return list(takewhile(lambda when: when <= now, times))

    def finish(self) -> tuple[Json, Json] | None:
        """Give the first pending mailbox its result: its halves, None if it cannot be connected."""
        smtp, imap = self.pending.pop(0)
        email: str = smtp["details"]["email"]
        self.done.append(email)
        return None if outcome(email) == "failed" else (smtp, imap)

    def summary(self) -> Json:
        """The body of `getConnectionSummary`."""
        emails: dict[Outcome, list[Json]] = {"connected": [], "conditional": [], "failed": []}
        for email in self.done:
            emails[outcome(email)].append({"email": email})
        return {
            "processing_finished": not self.pending,
            "batch_size": len(self.done) + len(self.pending),
            "pending_mailboxes_count": len(self.pending),
            "connected_mailboxes_count": len(emails["connected"]),
            "conditionally_connected_mailboxes_count": len(emails["conditional"]),
            "failed_mailboxes_count": len(emails["failed"]),
            "conditionally_connected_mailboxes": emails["conditional"],
            "failed_mailboxes": emails["failed"],
        }


def outcome(email: str) -> Outcome:
    """The result for a mailbox: its address decides, so that a test can choose."""
    if email.startswith("fail"):
        return "failed"
    return "conditional" if email.startswith("conditional") else "connected"
