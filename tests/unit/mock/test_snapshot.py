"""A snapshot holds the whole world, and a reset puts back the one that the mock began with."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import httpx
import pytest
from woodpecker_mock import Fault, MockServer, World
from woodpecker_mock.world import AgencyRecord, CompanyRecord
from woodpecker_mock.world.sample_worlds import default_world

from .waiting import raw_request, until

BULK = "/v2/mailboxes/manual_connection/bulk"
START = datetime(2026, 3, 1, 12, tzinfo=UTC)


@pytest.fixture
def mock() -> Iterator[MockServer]:
    world = default_world()
    world.clock = lambda: START
    with MockServer(world, batch_seconds=10) as running:
        yield running


@pytest.fixture
def beginning(mock: MockServer) -> Any:
    return mock.world.to_json()


@pytest.fixture
def lived_in(
    mock: MockServer, beginning: Any, send: Any, agency: AgencyRecord, company: CompanyRecord
) -> CompanyRecord:
    """A company to which everything happened that an operation can do; a batch is half done."""
    first, second = (key.value for key in agency.keys)
    base = f"/v2/agency/companies/{company.id}"
    half = {"password": "secret", "server": "mail.example.com", "port": 465}
    emails = ("good@example.com", "fail@example.com", "conditional@example.com", "late@example.com")
    mailboxes = [
        {f"{side}_{name}": value for side in ("smtp", "imap") for name, value in (half | {"email": email}).items()}
        for email in emails
    ]
    smtp = next(number for number, one in company.account.mailboxes.items() if one["type"] == "SMTP")
    credential = {
        "tenant_id": "11111111-2222-4333-8444-555555555555",
        "client_id": "66666666-7777-4888-9999-000000000000",
        "client_secret": "secret",
        "secret_expires_at": "2027-03-31T23:59:59Z",
    }
    context = (first, company.id)
    microsoft = {"accounts": [{"mailbox_email": "ms@example.com"}]}
    done = [
        send("POST", BULK, *context, json={"mailboxes": mailboxes}),
        send("PATCH", f"/v2/mailboxes/{smtp}", *context, json={"footer": "<b>Ångström</b>"}),
        send("POST", "/v2/mailboxes/microsoft/credentials", *context, json=credential),
        send("POST", "/v2/mailboxes/microsoft/bulk", *context, json=microsoft),
        send("POST", f"{base}/api_keys", second, json={"label": "crm sync"}),
        send("POST", f"{base}/invite_guest", first, json={"guests": [{"name": "Eve", "email": "eve@example.com"}]}),
        send("POST", f"{base}/linkedin_accounts", first, json={"timezone": "Europe/Lisbon"}),
        send("POST", f"{base}/prospects/delete", first, json={"type": "ALL"}),
        send("POST", "/v2/agency/blacklist/domains", first, json={"domains": ["example.net"]}),
        send("POST", "/v2/agency/companies", second, json={"companies": [{"name": "New"}]}),
    ]  # fmt: skip
    assert all(response.is_success for response in done)
    number = next(iter(company.linkedin))
    send("POST", f"{base}/linkedin_accounts/{number}/generate-connect-link", first)
    mock.world.clock = lambda: START + timedelta(seconds=20)
    return company


def test_a_world_that_was_restored_is_the_same_field_by_field(mock: MockServer, lived_in: CompanyRecord) -> None:
    snapshot = httpx.get(f"{mock.url}/_mock/snapshot").json()
    (batch,) = lived_in.account.batches.values()
    assert len(batch.pending) == len(batch.done) == 2, "the batch should be half done"

    other = World.from_json(snapshot, mock.world.clock)
    assert other.agencies == mock.world.agencies
    assert other.ids.next == mock.world.ids.next
    assert other.to_json() == snapshot == mock.world.to_json()

    with MockServer() as elsewhere:
        httpx.post(f"{elsewhere.url}/_mock/seed", json=snapshot).raise_for_status()
        assert elsewhere.world.agencies == mock.world.agencies


def test_the_comparison_would_notice(mock: MockServer, lived_in: CompanyRecord) -> None:
    other = World.from_json(mock.world.to_json(), mock.world.clock)
    number = next(iter(lived_in.linkedin))
    other.agencies[0].companies[lived_in.id].linkedin[number] += 1
    assert other.agencies != mock.world.agencies


def test_a_batch_goes_on_where_it_was(mock: MockServer, lived_in: CompanyRecord) -> None:
    other = World.from_json(mock.world.to_json(), lambda: START + timedelta(seconds=40))
    other.advance()
    mock.world.clock = other.clock
    mock.world.advance()
    (batch,) = other.agencies[0].companies[lived_in.id].account.batches.values()
    assert batch.summary()["processing_finished"]
    assert other.agencies == mock.world.agencies


def test_one_user_is_one_object(mock: MockServer, lived_in: CompanyRecord) -> None:
    agency = World.from_json(mock.world.to_json()).agencies[0]
    admins = [key.user for key in agency.keys]
    for company in agency.companies.values():
        assert company.users[0] is admins[0] and company.users[1] is admins[1]
        assert company.owner is admins[company.account.name == "New"]
    restored = agency.companies[lived_in.id]
    assert {key.label: key.user is agency.keys[1].user for key in restored.keys} == {None: False, "crm sync": True}


def test_a_snapshot_shares_nothing_with_the_world(mock: MockServer) -> None:
    before = mock.world.to_json()
    mock.world.to_json()["agencies"][0]["mailboxes"][0]["details"]["email"] = "changed@example.com"
    assert mock.world.to_json() == before


def test_ids_and_keys_go_on_where_they_were(mock: MockServer, lived_in: CompanyRecord) -> None:
    other = World.from_json(mock.world.to_json())
    assert [other.new_id(), other.new_key()] == [mock.world.new_id(), mock.world.new_key()]


@pytest.mark.parametrize("over_http", [True, False])
def test_a_reset_with_the_world_puts_back_everything(
    mock: MockServer, beginning: Any, send: Any, hq: str, over_http: bool, lived_in: CompanyRecord
) -> None:
    world, agencies, faults = mock.world, mock.world.agencies, mock.faults
    mock.faults.add(Fault())
    if over_http:
        assert httpx.post(f"{mock.url}/_mock/reset?world=true").status_code == 204
    else:
        mock.reset(world=True)
    assert mock.world.to_json() == beginning
    assert mock.world is world and mock.world.agencies is agencies and mock.faults is faults
    assert not mock.executed and not mock.log
    assert send("GET", "/v1/me", hq).status_code == 200
    mock.reset(world=True)
    assert mock.world.agencies[0].companies[lived_in.id] is not lived_in


def test_a_plain_reset_leaves_the_world_and_its_faults(
    mock: MockServer, send: Any, hq: str, lived_in: CompanyRecord
) -> None:
    mock.faults.add(Fault())
    before = mock.world.to_json()
    mock.reset()
    httpx.post(f"{mock.url}/_mock/reset?world=false").raise_for_status()
    assert mock.world.to_json() == before
    assert send("GET", "/v1/me", hq).status_code == 500


def test_a_reset_that_says_neither_is_rejected(mock: MockServer, lived_in: CompanyRecord) -> None:
    before = mock.world.to_json()
    for word in ("yes", "", "True"):
        assert httpx.post(f"{mock.url}/_mock/reset", params={"world": word}).status_code == 400
    assert mock.world.to_json() == before
    assert mock.executed


def test_the_world_is_put_back_even_if_it_began_as_no_valid_seed() -> None:
    world = default_world()
    agency = world.agencies[0]
    first, second, *_ = agency.companies.values()
    first.account.name = second.account.name
    first.keys.append(second.keys[0])
    mailbox = next(iter(first.account.mailboxes.values()))
    del mailbox["details"]["email"]
    mock = MockServer(world)
    world.agencies.clear()
    mock.reset(world=True)
    assert next(iter(world.agencies[0].companies[first.id].account.mailboxes.values())) == mailbox
    assert [company.account.name for company in world.agencies[0].companies.values()][:2] == [second.account.name] * 2


def test_a_request_under_way_ends_in_the_world_it_began_in(mock: MockServer, hq: str) -> None:
    mock.faults.add(Fault(kind="hang"))
    with raw_request(mock.url, "/v1/me", hq) as connection:
        until(lambda: mock.faults.hanging)
        mock.world.load({"agencies": []})
        mock.faults.release()
        assert b"HTTP/1.1 200" in connection.recv(65536)
    assert httpx.get(f"{mock.base_url}/v1/me", headers={"x-api-key": hq}).status_code == 401
