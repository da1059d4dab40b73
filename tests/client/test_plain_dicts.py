"""A plain dict in place of a model: sent as the model would be, or refused by its key before anything is sent."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from typing import Any

import httpx
import pytest
from woodpecker_auth import Secret
from woodpecker_client import UNSET, Account, Agency, AsyncAgency, InvalidValue
from woodpecker_client.models import (
    CompanyCreate,
    ManualConnectionMailbox,
    MicrosoftCredential,
    MicrosoftCredentialCreate,
)
from woodpecker_runtime.vendor_time import VendorTime

PASSWORD = "hunter2-canary"
MAILBOX = {
    "smtp_email": "new@example.com",
    "smtp_password": PASSWORD,
    "smtp_server": "smtp.example.com",
    "smtp_port": 465,
    "imap_email": "new@example.com",
    "imap_password": PASSWORD,
    "imap_server": "imap.example.com",
    "imap_port": 993,
}


class Api:
    """What was sent, and a response that any of these calls takes."""

    def __init__(self) -> None:
        self.sent: list[Any] = []

    def __call__(self, request: httpx.Request) -> httpx.Response:
        self.sent.append(json.loads(request.content))
        return httpx.Response(202, json={"companies": [], "batch_id": 1})


@pytest.fixture
def api() -> Api:
    return Api()


@pytest.fixture
def agency(api: Api) -> Iterator[Agency]:
    with Agency("the-key", transport=httpx.MockTransport(api)) as made:
        yield made


@pytest.fixture
def account(api: Api) -> Iterator[Account]:
    with Account("the-key", transport=httpx.MockTransport(api)) as made:
        yield made


def test_a_dict_is_sent_as_the_model_is(api: Api, agency: Agency, account: Account) -> None:
    agency.companies.create(companies=[{"name": "New Client"}, CompanyCreate(name="Other")])
    agency.companies.create(companies=({"name": "In a tuple"},))
    agency.companies.with_raw_response.create(companies=[{"name": "Raw"}])
    agency.companies.guests.invite(7, guests=[{"name": "Eve", "email": "eve@example.com", "guest_permissions": None}])
    account.mailboxes.manual_connection.connect(mailboxes=[MAILBOX])  # type: ignore[list-item]
    account.mailboxes.manual_connection.connect(mailboxes=[ManualConnectionMailbox.from_dict(MAILBOX)])
    assert api.sent[:4] == [
        {"companies": [{"name": "New Client"}, {"name": "Other"}]},
        {"companies": [{"name": "In a tuple"}]},
        {"companies": [{"name": "Raw"}]},
        {"guests": [{"name": "Eve", "email": "eve@example.com", "guest_permissions": None}]},
    ]
    assert api.sent[4] == api.sent[5] == {"mailboxes": [MAILBOX]}


def test_the_same_in_asyncio(api: Api) -> None:
    async def create() -> None:
        async with AsyncAgency("the-key", transport=httpx.MockTransport(api)) as agency:
            await agency.companies.create(companies=[{"name": "New Client"}])

    asyncio.run(create())
    assert api.sent == [{"companies": [{"name": "New Client"}]}]


@pytest.mark.parametrize(
    ("wrong", "text"),
    [
        ([{"nmae": "New"}], r"companies\[0\] has no key 'nmae'; the keys are name"),
        ([{"name": "New"}, {}], r"companies\[1\]\.name is missing"),
        ([{"name": UNSET}], r"companies\[0\]\.name is missing"),
        ([{"name": 7}], r"companies\[0\]\.name should be text, not a number"),
        ([{"name": None}], r"companies\[0\]\.name should be text, not null"),
        ([{"name": "New", "a key of other words": 1}], r"companies\[0\] has no key of that name"),
        ([{7: "New"}], r"companies\[0\] has no key of that name"),
        (["New"], r"companies\[0\] should be a CompanyCreate, not text"),
        ({"name": "New"}, "companies should be a list, not an object"),
        (iter([{"name": "New"}]), "companies should be a list"),
    ],
)
def test_a_wrong_dict_is_refused_by_its_key(api: Api, agency: Agency, wrong: Any, text: str) -> None:
    with pytest.raises(InvalidValue, match=text):
        agency.companies.create(companies=wrong)
    assert api.sent == []


@pytest.mark.parametrize("key", ["smtp_password", "imap_port", "bcc"])
def test_what_a_key_holds_is_checked_too(api: Api, account: Account, key: str) -> None:
    with pytest.raises(InvalidValue, match=rf"mailboxes\[0\]\.{key} should be"):
        account.mailboxes.manual_connection.connect(mailboxes=[MAILBOX | {key: ["x"]}])  # type: ignore[list-item]
    assert api.sent == []


@pytest.mark.parametrize("change", [{"smtp_prot": 465}, {"imap_port": "993"}, {"imap_password": ["x"]}])
def test_no_frame_of_the_library_shows_a_password(account: Account, change: dict[str, Any]) -> None:
    with pytest.raises(InvalidValue) as refused:
        account.mailboxes.manual_connection.connect(mailboxes=[MAILBOX | change])  # type: ignore[list-item]
    assert PASSWORD not in str(refused.value)
    trace = refused.value.__traceback__
    assert trace is not None and trace.tb_next is not None
    inner = trace.tb_next
    while inner is not None:
        assert PASSWORD not in repr(inner.tb_frame.f_locals)
        inner = inner.tb_next  # type: ignore[assignment]


CREATE = {"tenant_id": "t", "client_id": "c", "client_secret": "s"}


@pytest.mark.parametrize(
    "use",
    [
        lambda account, day: account.mailboxes.microsoft.credentials.create(**CREATE, secret_expires_at=day),
        lambda account, day: account.mailboxes.microsoft.credentials.update(
            1, client_secret="s", secret_expires_at=day
        ),
        lambda account, day: MicrosoftCredentialCreate(**CREATE, secret_expires_at=day),
        lambda account, day: MicrosoftCredentialCreate.from_dict({**CREATE, "secret_expires_at": day}),
        lambda account, day: MicrosoftCredential.from_dict({"credential_id": 1, "secret_expires_at": day}),
        lambda account, day: setattr(MicrosoftCredential(credential_id=1), "secret_expires_at", day),
    ],
)
def test_a_date_is_no_datetime(api: Api, account: Account, use: Callable[[Account, date], object]) -> None:
    with pytest.raises(InvalidValue, match="should be a datetime or text, not a value of type date"):
        use(account, date(2027, 3, 31))
    assert api.sent == []


def test_nor_can_a_time_be_made_of_one() -> None:
    with pytest.raises(ValueError, match="is a date, not a datetime"):
        VendorTime(date(2027, 3, 31))
    assert VendorTime(datetime(2027, 3, 31, tzinfo=UTC)) == "2027-03-31T00:00:00Z"


def test_a_secret_of_a_dict_may_be_a_secret(api: Api, account: Account) -> None:
    hidden = MAILBOX | {"smtp_password": Secret(PASSWORD)}
    account.mailboxes.manual_connection.connect(mailboxes=[hidden])  # type: ignore[list-item]
    assert api.sent == [{"mailboxes": [MAILBOX]}]
