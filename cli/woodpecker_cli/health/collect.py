"""Reads the mailboxes of one account, or of all clients of an agency."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from contextlib import closing, suppress

from woodpecker_auth.redaction import redact
from woodpecker_client import Account, Agency, Outcome
from woodpecker_client.models import Mailbox
from woodpecker_runtime.errors import CompanyInactive, WoodpeckerError

from ..failures import message_of
from ..progress import Progress
from .findings import Finding
from .report import ClientHealth, HealthReport
from .rows import Criteria, Row, rows_of


class Collected:
    """What was read.

    Attributes:
        failure: what ended the reading before its end; None if nothing did.
    """

    def __init__(self, criteria: Criteria, secrets: Sequence[str]) -> None:
        """
        Args:
            secrets: shown as `***` wherever the API repeats them. Here, because tables and charts shorten texts, and of
                a part nobody can tell that it belongs to a secret.
        """
        self._criteria, self._secrets = criteria, secrets
        self._clients: list[ClientHealth] = []
        self._whose: str | None = None
        self.failure: WoodpeckerError | KeyboardInterrupt | None = None

    @property
    def report(self) -> HealthReport:
        """The clients so far, by name."""
        clients = sorted(self._clients, key=lambda one: ((one.name or "").casefold(), one.id or 0))
        match self.failure:
            case None:
                missing = None
            case KeyboardInterrupt():
                missing = "it was interrupted"
            case failure:
                missing = f"the clients could not all be listed: {message_of(failure)}"
        whose = self._whose and redact(self._whose, self._secrets)
        return HealthReport(tuple(clients), self._criteria, whose, missing)

    def read_account(self, account: Account) -> None:
        """One account.

        Raises:
            WoodpeckerError: it cannot be read.
        """
        mailboxes, me = account.mailboxes.list(), account.me()
        self._whose = me.firm_name or None
        self._add(me.firm_id, self._whose, rows_of(me.firm_id, self._whose, mailboxes, self._criteria))

    def read_all(self, agency: Agency, progress: Progress) -> None:
        """All clients of an agency. A client that cannot be read has a row that says so; `failure` is set if the
        clients could not be listed, or on Ctrl-C."""
        # A report that does not say whose it is is better than none.
        with suppress(WoodpeckerError):
            self._whose = agency.own_account.me().firm_name or None
        outcomes = agency.across_companies(lambda account: account.mailboxes.list(), on_progress=progress.count)
        try:
            with closing(outcomes):
                for outcome in outcomes:
                    self._add_outcome(outcome, progress)
        except (WoodpeckerError, KeyboardInterrupt) as failure:
            self.failure = failure

    def _add_outcome(self, outcome: Outcome[list[Mailbox]], progress: Progress) -> None:
        company = outcome.company
        row = Row(company.id, company.name)
        rows: Iterable[Row]
        match outcome.error:
            case None:
                rows = rows_of(company.id, company.name, outcome.unwrap(), self._criteria)
            case CompanyInactive():
                progress.skipped()
                rows = [row._replace(findings=(Finding.INACTIVE,))]
            case WoodpeckerError() as error:
                message = message_of(error)
                progress.failed(f"{company.id} {company.name}", message)
                rows = [row._replace(findings=(Finding.UNREADABLE,), error=message)]
            case error:
                raise error
        self._add(company.id, company.name, rows)

    def _add(self, number: int, name: str | None, rows: Iterable[Row]) -> None:
        found = tuple(rows) or (Row(number, name, findings=(Finding.EMPTY,)),)
        hidden = tuple(row.redacted(self._secrets) for row in found)
        self._clients.append(ClientHealth(number, hidden[0].company, hidden))
