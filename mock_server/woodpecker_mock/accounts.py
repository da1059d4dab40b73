"""Who is in the mock: agencies, their companies, people, keys, and what each account holds."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Literal

Json = dict[str, Any]


@dataclass
class User:
    """A person with access to something."""

    id: int
    name: str
    email: str
    roles: list[str] = field(default_factory=lambda: ["admin"])
    guest_permissions: list[str] = field(default_factory=list[str])

    def shown(self) -> Json:
        return {
            "id": self.id,
            "name": self.name,
            "email": self.email,
            "roles": self.roles,
            "guest_permissions": self.guest_permissions,
        }


@dataclass
class ApiKey:
    """A key, who made it, and the account it belongs to."""

    value: str = field(repr=False)
    user: User
    label: str | None = None


@dataclass
class Account:
    """An account: an agency's own (HQ) or a client's."""

    id: int
    name: str
    mailboxes: dict[int, Json] = field(default_factory=dict[int, Json])
    credentials: dict[int, Json] = field(default_factory=dict[int, Json])
    credential_of: dict[int, int] = field(default_factory=dict[int, int])
    # They hold passwords until the mailboxes are connected.
    batches: dict[int, Json] = field(default_factory=dict[int, Json], repr=False)


@dataclass
class Company:
    """A client of an agency."""

    account: Account
    owner: User
    active: bool = True
    running_campaigns: int = 0
    prospects: int = 0
    users: list[User] = field(default_factory=list[User])
    keys: list[ApiKey] = field(default_factory=list[ApiKey])
    linkedin: dict[int, int] = field(default_factory=dict[int, int])
    figures: Json = field(default_factory=dict[str, Any])

    @property
    def id(self) -> int:
        return self.account.id

    def shown(self) -> Json:
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
class Agency:
    """An agency: its own account, its companies, its keys, and what it has paid for."""

    account: Account
    keys: list[ApiKey]
    access: Literal["full", "no_api_addon", "plan_too_low", "no_agency_addon"] = "full"
    companies: dict[int, Company] = field(default_factory=dict[int, Company])
    emails: list[str] = field(default_factory=list[str])
    domains: list[str] = field(default_factory=list[str])
