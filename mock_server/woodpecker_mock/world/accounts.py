"""Agencies, their companies, people, keys, and what each account holds."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal, TypeAlias

from ..contract.json_values import Json
from .activity import Activity
from .batch import Batch

Access: TypeAlias = Literal["full", "no_api_addon", "plan_too_low", "no_agency_addon"]


@dataclass
class User:
    """A person with access to something.

    Attributes:
        accepted: False for a guest who was invited and has not accepted yet, and is not listed.
    """

    id: int
    name: str
    email: str
    roles: list[str] = field(default_factory=lambda: ["admin"])
    guest_permissions: list[str] = field(default_factory=list[str])
    accepted: bool = True

    @property
    def is_admin(self) -> bool:
        """Whether this is an admin of the agency, who has access to all of it."""
        return "admin" in self.roles

    def to_json(self) -> Json:
        return {
            "id": self.id,
            "name": self.name,
            "email": self.email,
            "roles": self.roles,
            "guest_permissions": self.guest_permissions,
        }


@dataclass
class ApiKey:
    """A key and the user it belongs to."""

    value: str = field(repr=False)
    user: User
    label: str | None = None


@dataclass
class AccountRecord:
    """An account: an agency's own (HQ) or a client's.

    Attributes:
        mailboxes: both halves of each, by id, as the API shows them.
        credentials: Microsoft's, by id, as the API shows them.
        credential_of: which of them a mailbox is connected through, by the id of its SMTP half.
        batches: mailboxes that are or were being connected, by the batch's id.
    """

    id: int
    name: str
    mailboxes: dict[int, Json] = field(default_factory=dict[int, Json])
    credentials: dict[int, Json] = field(default_factory=dict[int, Json])
    credential_of: dict[int, int] = field(default_factory=dict[int, int])
    batches: dict[int, Batch] = field(default_factory=dict[int, Batch])

    @property
    def connecting(self) -> bool:
        """Whether a batch is under way."""
        return any(batch.pending for batch in self.batches.values())

    def advance(self, now: datetime) -> None:
        """Add the mailboxes that have been connected by now, in the order of their times."""
        due = [(when, number) for number, batch in self.batches.items() for when in batch.due(now)]
        for _, number in sorted(due):
            for half in self.batches[number].finish() or ():
                self.mailboxes[half["id"]] = half


@dataclass
class CompanyRecord:
    """A client of an agency.

    Attributes:
        linkedin: how many login links each LinkedIn account has had, by its id.
        figures: what it sends and receives, for deliverability.
    """

    account: AccountRecord
    owner: User
    active: bool = True
    running_campaigns: int = 0
    prospects: int = 0
    users: list[User] = field(default_factory=list[User])
    keys: list[ApiKey] = field(default_factory=list[ApiKey])
    linkedin: dict[int, int] = field(default_factory=dict[int, int])
    figures: list[Activity] = field(default_factory=list[Activity])

    @property
    def id(self) -> int:
        return self.account.id

    def is_granted_to(self, user: User) -> bool:
        """Whether an HQ key of this user works for the company: an admin's always, another's if they belong to it.

        https://docs.woodpecker.co/en/articles/6816012-managing-company-users
        """
        return user.is_admin or any(one.id == user.id for one in (self.owner, *self.users))

    def members(self) -> list[User]:
        """The people with access, without guests who have not accepted."""
        return [user for user in self.users if user.accepted]

    def to_json(self) -> Json:
        return {
            "id": self.id,
            "name": self.account.name,
            "owner": self.owner.name,
            "active": self.active,
            "running_campaigns": self.running_campaigns,
            "email_slots": sum(1 for one in self.account.mailboxes.values() if one["type"] == "SMTP"),
            "linkedin_slots": len(self.linkedin),
        }


@dataclass
class AgencyRecord:
    """An agency: its own account, its companies, its keys, and what its plan allows."""

    account: AccountRecord
    keys: list[ApiKey]
    access: Access = "full"
    companies: dict[int, CompanyRecord] = field(default_factory=dict[int, CompanyRecord])
    emails: list[str] = field(default_factory=list[str])
    domains: list[str] = field(default_factory=list[str])

    def accounts(self) -> Iterator[AccountRecord]:
        """Its own, then those of its companies."""
        yield self.account
        for company in self.companies.values():
            yield company.account
