"""The daily job of an agency: list the mailboxes of every client company, with their errors.

    nox -s demo

starts the mock on a loopback socket and runs this against it. Against the live API, set WOODPECKER_API_KEY to an HQ
key and call `walk(Agency.from_env())`.
"""

from __future__ import annotations

import sys

import httpx
from woodpecker_client import UNSET, Account, Agency, CompanyInactive, Unauthorized, WoodpeckerError
from woodpecker_client.models import Company, Mailbox
from woodpecker_mock import MockServer

_ROW = "{:<28} {:<34} {:<10} {:<26} {:>12}"


def main() -> int:
    with MockServer() as mock:
        hq_key = httpx.get(f"{mock.url}/_mock/state").json()["agencies"][0]["hq_key"]
        print(f"mock API at {mock.base_url}\n")
        with Agency(hq_key, base_url=mock.base_url) as agency:
            inactive = walk(agency)
            show_inactive(agency.account(inactive.id), inactive)
        show_wrong_key(mock.base_url)
    return 0


def walk(agency: Agency) -> Company:
    """Print the sending mailboxes of every active company; returns an inactive company."""
    print(_ROW.format("company", "mailbox", "provider", "error", "sent / limit"))
    print(_ROW.format("-" * 28, "-" * 34, "-" * 10, "-" * 26, "-" * 12))
    mailboxes = 0
    working: list[Company] = []
    inactive: list[Company] = []
    outcomes = agency.across_companies(lambda account: account.mailboxes.list())
    # Outcomes come in the order of completion; the table is sorted by company.
    for outcome in sorted(outcomes, key=lambda one: one.company.id):
        if isinstance(outcome.error, CompanyInactive):
            inactive.append(outcome.company)
            continue
        working.append(outcome.company)
        for mailbox in outcome.unwrap():
            if mailbox.type_ == "SMTP":
                mailboxes += 1
                print(row(outcome.company, mailbox))
    print(f"\n{len(working)} active companies, {len(inactive)} switched off, {mailboxes} mailboxes")
    return inactive[0]


def row(company: Company, mailbox: Mailbox) -> str:
    details = mailbox.details
    sent, limit = ("?" if figure is UNSET else figure for figure in (details.sent_today, details.daily_limit))
    return _ROW.format(company.name, details.email, details.provider, details.error or "", f"{sent} / {limit}")


def show_inactive(account: Account, company: Company) -> None:
    try:
        account.mailboxes.list()
    except CompanyInactive as error:
        print(f"\n{company.name} is switched off:")
        report(error)


def show_wrong_key(base_url: str) -> None:
    try:
        with Agency("not-a-key", base_url=base_url) as agency:
            list(agency.companies.list())
    except Unauthorized as error:
        print("\nWith a wrong key:")
        report(error)


def report(error: WoodpeckerError) -> None:
    print(f"  {type(error).__name__}: {error}")


if __name__ == "__main__":
    sys.exit(main())
