"""Reads the mailboxes of one account, or of all clients of an agency."""

from __future__ import annotations

from contextlib import suppress

from woodpecker_client import Account, Agency
from woodpecker_runtime.errors import CompanyInactive, WoodpeckerError
from woodpecker_runtime.fan_out import OnProgress

from .findings import Finding
from .report import Client, Report
from .rows import Criteria, Row, rows_of


class Collected:
    """What was read, and what ended the reading before its end."""

    def __init__(self, criteria: Criteria) -> None:
        self._criteria = criteria
        self._clients: list[Client] = []
        self._whose: str | None = None
        self.failure: BaseException | None = None

    @property
    def report(self) -> Report:
        clients = sorted(self._clients, key=lambda one: ((one.name or "").casefold(), one.id or 0))
        missing = None
        if isinstance(self.failure, KeyboardInterrupt):
            missing = "it was interrupted"
        elif self.failure is not None:
            missing = f"the clients could not all be listed: {self.failure}"
        return Report(tuple(clients), self._criteria, self._whose, missing)

    def read_account(self, account: Account) -> None:
        """The account of a client.

        Raises:
            WoodpeckerError: it cannot be read.
        """
        mailboxes = account.mailboxes.list()
        me = account.me()
        name = me.firm_name or None
        self._whose = name
        self._add(me.firm_id, name, tuple(rows_of(me.firm_id, name, mailboxes, self._criteria)))

    def read_all(self, agency: Agency, on_progress: OnProgress | None = None) -> None:
        """All clients of an agency. What cannot be read is in the report; `failure` has what ended it early."""
        # A report without its title is better than none.
        with suppress(WoodpeckerError):
            self._whose = agency.own_account.me().firm_name or None
        try:
            for outcome in agency.across_companies(lambda one: one.mailboxes.list(), on_progress=on_progress):
                company = outcome.company
                if outcome.error is None:
                    rows = tuple(rows_of(company.id, company.name, outcome.unwrap(), self._criteria))
                elif isinstance(outcome.error, WoodpeckerError):
                    is_off = isinstance(outcome.error, CompanyInactive)
                    found = Finding.INACTIVE if is_off else Finding.UNREADABLE
                    error = None if is_off else str(outcome.error)
                    rows = (Row(company.id, company.name, findings=(found,), error=error),)
                else:
                    raise outcome.error
                self._add(company.id, company.name, rows)
        except (WoodpeckerError, KeyboardInterrupt) as failure:
            self.failure = failure

    def _add(self, number: int, name: str | None, rows: tuple[Row, ...]) -> None:
        self._clients.append(Client(number, name, rows or (Row(number, name, findings=(Finding.EMPTY,)),)))
