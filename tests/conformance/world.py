"""A mock's world by the words that server.json uses, and what the mock logged."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from copy import deepcopy
from dataclasses import dataclass
from typing import Any

import httpx
from woodpecker_mock import MockServer
from woodpecker_mock.world import CompanyRecord, User


@dataclass
class Named:
    """Keys and ids of a world by name."""

    keys: dict[str, str]
    ids: dict[str, int]


EXPIRES = {"valid": "2099-01-01T00:00:00Z", "expired": "2020-01-01T00:00:00Z"}


def company_of(mock: MockServer, number: int) -> CompanyRecord:
    """A company of any agency."""
    return next(one.companies[number] for one in mock.world.agencies if number in one.companies)


def email_of(guest: str) -> str:
    """The address of a guest by the word that a case uses."""
    return f"{guest}@example.org"


@contextmanager
def furnished(company: CompanyRecord, credentials: list[str] | None, guests: list[str] | None) -> Iterator[None]:
    """What a case says that is there before its request, and no longer afterwards."""
    before = deepcopy(company.account), list(company.users)
    if credentials is not None:
        company.account.credentials.clear()
        for number, expiry in enumerate(credentials, start=1):
            company.account.credentials[number] = {"credential_id": number, "secret_expires_at": EXPIRES[expiry]}
    for number, guest in enumerate(guests or (), start=1):
        company.users.append(User(number, guest, email_of(guest), ["guest"], accepted=guest == "accepted"))
    try:
        yield
    finally:
        company.account, company.users = before


def row_logged(mock: MockServer, http: httpx.Client) -> int | None:
    """The row of the decision table by which the mock decided the last request."""
    row: int | None = http.get(f"{mock.url}/_mock/requests").json()[-1]["row"]
    return row


def header_text(header: dict[str, str] | None, names: dict[str, Any]) -> str | None:
    """A header as a case gives it, by name or as its text; None for no such header."""
    match header:
        case None:
            return None
        case {"name": name, **rest} if not rest:
            return str(names[name])
        case {"text": text, **rest} if not rest:
            return text
    raise ValueError(f"neither a name nor a text: {header}")
