"""What was found for all clients: rows, counts, and what is missing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from .findings import Finding, Level
from .rows import Criteria, Row


class ClientHealth(NamedTuple):
    """One client and its rows; one row without an address if there is no mailbox to show."""

    id: int | None
    name: str | None
    rows: tuple[Row, ...]

    @property
    def mailboxes(self) -> list[Row]:
        return [row for row in self.rows if row.mailbox_id is not None]

    @property
    def counts(self) -> Counter[Finding]:
        return Counter(finding for row in self.rows for finding in row.findings)

    @property
    def level(self) -> Level:
        return max(row.level for row in self.rows)


@dataclass(frozen=True)
class HealthReport:
    """What was found.

    Attributes:
        clients: by name.
        whose: the account of the key.
        missing: why it does not have all clients; None if it has.
    """

    clients: tuple[ClientHealth, ...]
    criteria: Criteria
    whose: str | None = None
    missing: str | None = None

    @cached_property
    def counts(self) -> Counter[Finding]:
        """How many mailboxes have each finding; of findings of whole clients, how many clients."""
        return sum((client.counts for client in self.clients), Counter[Finding]())

    @cached_property
    def levels(self) -> Counter[Level]:
        """How many mailboxes are at each level."""
        return Counter(row.level for client in self.clients for row in client.mailboxes)

    def rows(self, only: Iterable[Finding] | None = None) -> Iterator[Row]:
        """All rows, or those with one of these findings."""
        wanted = None if only is None else frozenset(only)
        for client in self.clients:
            for row in client.rows:
                if wanted is None or not wanted.isdisjoint(row.findings):
                    yield row

    def summary(self) -> str:
        """The totals as one line."""
        found = [f"{self.counts[one]:,} {one.word}" for one in Finding if self.counts[one]]
        return f"{self.extent()}: {', '.join(found) or 'nothing found'}"

    def extent(self) -> str:
        """How much was read."""
        mailboxes, clients = self.levels.total(), len(self.clients)
        read = sum(not {Finding.UNREADABLE, Finding.INACTIVE}.intersection(one.counts) for one in self.clients)
        of = "" if clients == 1 else f"{read:,} of {clients:,} clients read, "
        return f"{of}{mailboxes:,} {'mailbox' if mailboxes == 1 else 'mailboxes'}"
