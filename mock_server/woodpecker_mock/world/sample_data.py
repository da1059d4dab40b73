"""Sample agencies with all that belongs to them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from .accounts import Access, AccountRecord, AgencyRecord, ApiKey, CompanyRecord, User
from .activity import Activity
from .ids import Ids
from .mailbox_pair import mailbox_pair

_PROVIDERS = ("GOOGLE", "MAILGUN", "CUSTOM")
_ERRORS = (None, None, None, "Connected conditionally.", None, "Authentication failed.")
_FREEZE = [{"from": "2025-12-24T00:00:00+0100", "to": "2025-12-26T23:59:59+0100"}]


def people(ids: Ids, agency: str) -> list[User]:
    """The two who run an agency of this name."""
    host = f"{_slug(agency)}.example.com"
    return [
        User(ids.new_id(), "Owner One", f"owner.one@{host}", ["admin", "owner"]),
        User(ids.new_id(), "Colleague Two", f"colleague.two@{host}"),
    ]


def sample_agency(
    ids: Ids,
    today: date,
    name: str,
    clients: Sequence[str],
    *,
    access: Access = "full",
    users: list[User] | None = None,
    most_mailboxes: int = 3,
) -> AgencyRecord:
    """An agency with these clients, each with people, a key, and one to `most_mailboxes` mailboxes.

    Args:
        today: the last day of the figures.
        users: who runs it, the owner first; each admin has a key.
    """
    users = users or people(ids, name)
    account = AccountRecord(ids.new_id(), name)
    _add_pair(ids, account, f"hello@{_slug(name)}.example.com", "GOOGLE", {"sent_today": 3})
    keys = [ApiKey(ids.new_key(), user) for user in users if "admin" in user.roles]
    companies = [_company(ids, today, users, number, name, most_mailboxes) for number, name in enumerate(clients)]
    return AgencyRecord(
        account,
        keys,
        access,
        {company.id: company for company in companies},
        [f"stop{number}@example.com" for number in range(1, 4)],
        ["example.org"],
    )


def _company(ids: Ids, today: date, users: list[User], number: int, name: str, most_mailboxes: int) -> CompanyRecord:
    account = AccountRecord(ids.new_id(), name)
    guest = User(ids.new_id(), "Guest Two", f"guest.{number}@example.com", ["guest"], ["mailboxes"])
    company = CompanyRecord(account, users[0], running_campaigns=number % 4, prospects=100 * (number + 1))
    company.users = [*users, guest]
    company.keys = [ApiKey(ids.new_key(), users[0])]
    for index in range(1 + number % most_mailboxes):
        variant = number + index
        settings: dict[str, Any] = {
            "daily_sending_limit": 40 + 10 * (variant % 5),
            "sent_today": 7 * variant % 40,
            "warmup": "RUNNING" if variant % 2 else "PAUSED",
            "freeze_account": _FREEZE if variant % 4 == 3 else [],
        }
        email = f"outreach{index + 1}@client{number + 1}.example.com"
        _add_pair(ids, account, email, _PROVIDERS[variant % 3], settings, _ERRORS[variant % 6])
    # Every fifth is idle; the others send more since a campaign of theirs began.
    if number % 5 != 4:
        campaign = today - timedelta(days=10 + number % 15)
        company.figures = [Activity(14 + number % 5, 13 + number % 5, 6, 1, 1), Activity(4, 4, 2, first=campaign)]
    return company


def _add_pair(
    ids: Ids, account: AccountRecord, email: str, provider: str, settings: dict[str, Any], error: str | None = None
) -> None:
    account.mailboxes |= {half["id"]: half for half in mailbox_pair(ids.new_id, email, provider, settings, error)}


def _slug(name: str) -> str:
    return "".join(letter for letter in name.lower() if letter.isascii() and letter.isalnum())
