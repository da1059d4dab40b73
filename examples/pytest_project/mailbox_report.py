"""The daily report of an agency: which mailboxes of which clients cannot send.

WOODPECKER_API_KEY=... python mailbox_report.py
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from woodpecker_client import Agency, AsyncAccount, AsyncAgency, Outcome, WoodpeckerError
from woodpecker_client.models import CompanyCreate, Mailbox


@dataclass
class Report:
    """Mailboxes with errors, and clients whose mailboxes could not be listed, each as a line of text."""

    broken: list[str] = field(default_factory=list[str])
    unknown: list[str] = field(default_factory=list[str])

    @property
    def text(self) -> str:
        return "\n".join(sorted(self.broken) + sorted(self.unknown)) or "All mailboxes work."


def report(agency: Agency) -> Report:
    """The report for all clients of the agency."""
    return summed_up(agency.across_companies(lambda account: account.mailboxes.list()))


async def report_async(agency: AsyncAgency) -> Report:
    """The same in asyncio, for a bot."""

    async def mailboxes(account: AsyncAccount) -> list[Mailbox]:
        return await account.mailboxes.list()

    return summed_up([outcome async for outcome in agency.across_companies(mailboxes)])


def summed_up(outcomes: Iterable[Outcome[list[Mailbox]]]) -> Report:
    found = Report()
    for outcome in outcomes:
        name = outcome.company.name
        if outcome.error is not None:
            found.unknown.append(f"{name}: {type(outcome.error).__name__}")
            continue
        for mailbox in outcome.unwrap():
            if mailbox.details.error:
                found.broken.append(f"{name}: {mailbox.details.email}: {mailbox.details.error}")
    return found


def take_on(agency: Agency, name: str) -> int:
    """Open an account for a new client, which costs money; returns its id.

    If it is unknown whether the account was opened, look for it instead of opening another one.
    """
    try:
        return agency.companies.create(companies=[CompanyCreate(name=name)]).companies[0].id
    except WoodpeckerError as error:
        if not error.may_have_run:
            raise
        for company in agency.companies.list():
            if company.name == name:
                return company.id
        raise


if __name__ == "__main__":
    with Agency.from_env() as live:
        print(report(live).text)
