from .activity import Activity as Activity
from .batch import Batch as Batch
from _typeshed import Incomplete
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, TypeAlias

Json = dict[str, Any]
Access: TypeAlias

@dataclass
class User:
    id: int
    name: str
    email: str
    roles: list[str] = field(default_factory=Incomplete)
    guest_permissions: list[str] = field(default_factory=list[str])
    def shown(self) -> Json: ...

@dataclass
class ApiKey:
    value: str = field(repr=False)
    user: User
    label: str | None = ...

@dataclass
class Account:
    id: int
    name: str
    mailboxes: dict[int, Json] = field(default_factory=dict[int, Json])
    credentials: dict[int, Json] = field(default_factory=dict[int, Json])
    credential_of: dict[int, int] = field(default_factory=dict[int, int])
    batches: dict[int, Batch] = field(default_factory=dict[int, Batch])
    @property
    def connecting(self) -> bool: ...
    def settle(self, now: datetime) -> None: ...

@dataclass
class Company:
    account: Account
    owner: User
    active: bool = ...
    running_campaigns: int = ...
    prospects: int = ...
    users: list[User] = field(default_factory=list[User])
    keys: list[ApiKey] = field(default_factory=list[ApiKey])
    linkedin: dict[int, int] = field(default_factory=dict[int, int])
    figures: list[Activity] = field(default_factory=list[Activity])
    @property
    def id(self) -> int: ...
    def shown(self) -> Json: ...

@dataclass
class Agency:
    account: Account
    keys: list[ApiKey]
    access: Access = ...
    companies: dict[int, Company] = field(default_factory=dict[int, Company])
    emails: list[str] = field(default_factory=list[str])
    domains: list[str] = field(default_factory=list[str])
    def accounts(self) -> Iterator[Account]: ...
