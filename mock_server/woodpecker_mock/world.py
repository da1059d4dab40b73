"""What the mock knows: agencies, their companies, people, keys, and what each account holds."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from itertools import count
from threading import RLock
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


@dataclass(frozen=True)
class Holder:
    """Whose key it is: an agency's own, or one of a company."""

    agency: Agency
    key: ApiKey
    company: Company | None

    @property
    def kind(self) -> str:
        return "HQ" if self.company is None else "client"


class World:
    """All agencies. Everything in it is made up; ids and keys are the same in every run."""

    def __init__(self, clock: Callable[[], datetime] = lambda: datetime.now(UTC)) -> None:
        self.agencies: list[Agency] = []
        self.clock = clock
        self.lock = RLock()
        self._ids = count(900001)
        self._failures = 0

    def new_id(self) -> int:
        return next(self._ids)

    def new_key(self) -> str:
        """A key that looks like the vendor's and is none."""
        number = self.new_id()
        return f"{number}.mock{number * 7919 % 10**8:08d}notakey"

    def now(self) -> str:
        """The time as error bodies write it."""
        return self.clock().astimezone(UTC).strftime("%Y-%m-%d %H:%M:%S")

    def holder(self, key: str) -> Holder | None:
        """Whose key this is."""
        for agency in self.agencies:
            for one in agency.keys:
                if one.value == key:
                    return Holder(agency, one, None)
            for company in agency.companies.values():
                for one in company.keys:
                    if one.value == key:
                        return Holder(agency, one, company)
        return None

    def fail_next(self, times: int = 1) -> None:
        """Answer the next requests with the API's 500."""
        self._failures += times

    def take_failure(self) -> bool:
        failing = self._failures > 0
        self._failures -= failing
        return failing

    def state(self) -> Json:
        """What `GET /_mock/state` shows."""
        return {
            "agencies": [
                {
                    "name": agency.account.name,
                    "hq_key": agency.keys[0].value,
                    "access": agency.access,
                    "companies": [
                        {
                            "id": company.id,
                            "name": company.account.name,
                            "active": company.active,
                            "client_key": company.keys[0].value,
                        }
                        for company in agency.companies.values()
                    ],
                }
                for agency in self.agencies
            ]
        }
