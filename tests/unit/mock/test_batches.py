"""Mailboxes are connected one after the other, and only time makes them go on."""

from __future__ import annotations

import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import httpx
import pytest
from woodpecker_mock import MockServer
from woodpecker_mock.world import CompanyRecord
from woodpecker_mock.world.sample_worlds import default_world

BULK = "/v2/mailboxes/manual_connection/bulk"
PASSWORD = "canary-password"


class Clock:
    """Does not move until it is moved on."""

    def __init__(self) -> None:
        self.now = datetime(2026, 3, 1, 12, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now

    def advance(self, seconds: float) -> None:
        self.now += timedelta(seconds=seconds)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def mock(clock: Clock) -> Iterator[MockServer]:
    world = default_world()
    world.clock = clock
    with MockServer(world, batch_seconds=0.1) as running:
        yield running


def body(*emails: str) -> dict[str, Any]:
    def mailbox(email: str) -> dict[str, Any]:
        half = {"email": email, "password": PASSWORD, "server": "mail.example.com", "port": 465}
        return {f"{side}_{name}": value for side in ("smtp", "imap") for name, value in half.items()}

    return {"mailboxes": [mailbox(email) for email in emails]}


@pytest.fixture
def start(send: Any, hq: str, company: CompanyRecord) -> Any:
    """Begin a batch of these addresses: where its summary is."""

    def starting(*emails: str) -> str:
        sent = send("POST", BULK, hq, company.id, json=body(*emails))
        assert sent.status_code == 202
        return f"{BULK}/{sent.json()['batch_id']}/summary"

    return starting


@pytest.fixture
def addresses(send: Any, hq: str, company: CompanyRecord) -> Any:
    """The addresses of the mailboxes that are listed, without those the company began with."""
    first = {one["details"]["email"] for one in company.account.mailboxes.values()}

    def listed() -> list[str]:
        mailboxes = send("GET", "/v2/mailboxes", hq, company.id).json()
        emails = [one["details"]["email"] for one in mailboxes if one["type"] == "SMTP"]
        return [email for email in emails if email not in first]

    return listed


def test_a_batch_ends_with_connected_conditional_and_failed_mailboxes(
    send: Any, hq: str, company: CompanyRecord, clock: Clock, start: Any
) -> None:
    path = start("good@example.com", "fail@example.com", "conditional@example.com", "fine@example.com")
    seen: list[list[int]] = []
    for _ in range(6):
        summary = send("GET", path, hq, company.id).json()
        done = [summary[f"{kind}_mailboxes_count"] for kind in ("connected", "conditionally_connected", "failed")]
        seen.append(done)
        assert summary["pending_mailboxes_count"] + sum(done) == summary["batch_size"] == 4
        assert summary["processing_finished"] == (sum(done) == 4)
        clock.advance(0.1)
    assert seen == [[0, 0, 0], [1, 0, 0], [1, 0, 1], [1, 1, 1], [2, 1, 1], [2, 1, 1]]
    assert summary["failed_mailboxes"] == [{"email": "fail@example.com"}]

    listed = send("GET", "/v2/mailboxes", hq, company.id).json()
    errors = {one["details"]["email"]: one["details"].get("error") for one in listed if one["type"] == "SMTP"}
    assert errors["good@example.com"] is None
    assert errors["conditional@example.com"] == "Connected conditionally."
    assert "fail@example.com" not in errors
    pair = [one for one in listed if one["details"]["email"] == "good@example.com"]
    assert [one["type"] for one in pair] == ["SMTP", "IMAP"]
    assert pair[0]["details"]["imap_id"] == pair[1]["id"]


def test_reading_again_at_the_same_moment_gives_the_same_response(
    send: Any, hq: str, company: CompanyRecord, clock: Clock, start: Any, addresses: Any
) -> None:
    path = start("one@example.com", "two@example.com", "three@example.com")
    for seconds, expected in ((0.0, 0), (0.0999, 0), (0.0001, 1), (0.15, 2)):
        clock.advance(seconds)
        for _ in range(3):
            assert send("GET", path, hq, company.id).json()["connected_mailboxes_count"] == expected
            assert addresses() == ["one@example.com", "two@example.com"][:expected]


def test_mailboxes_are_there_when_their_time_has_come_whoever_asks_first(
    mock: MockServer, send: Any, hq: str, company: CompanyRecord, clock: Clock, start: Any
) -> None:
    slots = len(company.account.mailboxes) // 2
    start("one@example.com", "two@example.com", "three@example.com", "four@example.com", "five@example.com")
    url = f"/v2/agency/companies/{company.id}/email_accounts"

    clock.advance(0.1)
    assert len(send("GET", "/v2/mailboxes", company.keys[0].value).json()) == 2 * (slots + 1)
    clock.advance(0.1)
    assert len(send("GET", url, hq).json()["content"]) == 2 * (slots + 2)
    clock.advance(0.1)
    rows = send("GET", "/v2/agency/companies", hq).json()["content"]
    assert {one["id"]: one["email_slots"] for one in rows}[company.id] == slots + 3
    clock.advance(0.1)
    snapshot = httpx.get(f"{mock.url}/_mock/snapshot").json()["agencies"][0]["companies"]
    assert [len(one["mailboxes"]) for one in snapshot if one["id"] == company.id] == [2 * (slots + 4)]
    clock.advance(0.1)
    assert send("POST", BULK, hq, company.id, json=body("five@example.com")).status_code == 409


def test_the_order_of_mailboxes_is_that_of_their_times_however_late_one_looks(
    clock: Clock, start: Any, addresses: Any
) -> None:
    start("a1@example.com", "a2@example.com", "a3@example.com")
    clock.advance(0.05)
    start("b1@example.com", "b2@example.com")
    clock.advance(60)
    assert addresses() == [f"{name}@example.com" for name in ("a1", "b1", "a2", "b2", "a3")]


def test_ids_do_not_depend_on_what_else_happens(
    send: Any, hq: str, company: CompanyRecord, clock: Clock, start: Any
) -> None:
    start("one@example.com", "two@example.com")
    expected = [half["id"] for batch in company.account.batches.values() for pair in batch.pending for half in pair]
    send("POST", "/v2/agency/companies", hq, json={"companies": [{"name": "In between"}]})
    clock.advance(60)
    listed = send("GET", "/v2/mailboxes", hq, company.id).json()
    assert [one["id"] for one in listed][-4:] == expected


def test_an_address_is_taken_while_it_is_pending_and_free_once_it_failed(
    send: Any, hq: str, company: CompanyRecord, clock: Clock, start: Any
) -> None:
    start("fail@example.com", "good@example.com")
    for email in ("fail@example.com", "good@example.com"):
        assert send("POST", BULK, hq, company.id, json=body(email)).status_code == 409
    clock.advance(1)
    assert send("POST", BULK, hq, company.id, json=body("fail@example.com")).status_code == 202
    assert send("POST", BULK, hq, company.id, json=body("good@example.com")).status_code == 409


def test_no_password_is_kept(mock: MockServer, start: Any, company: CompanyRecord) -> None:
    start("one@example.com")
    assert PASSWORD not in repr(company.account.batches)
    assert PASSWORD not in mock.world.snapshot()


def test_without_seconds_a_batch_is_done_at_the_first_look(
    mock: MockServer, send: Any, hq: str, company: CompanyRecord, start: Any
) -> None:
    mock.batch_seconds = 0
    assert send("GET", start("one@example.com", "two@example.com"), hq, company.id).json()["processing_finished"]


def test_the_seconds_are_those_of_when_the_batch_began(
    mock: MockServer, send: Any, hq: str, company: CompanyRecord, clock: Clock, start: Any
) -> None:
    slow = start("one@example.com")
    mock.batch_seconds = 0.01
    fast = start("two@example.com")
    clock.advance(0.01)
    finished = [send("GET", path, hq, company.id).json()["processing_finished"] for path in (slow, fast)]
    assert finished == [False, True]


@pytest.mark.parametrize("seconds", [-0.1, float("nan"), float("inf"), 86401])
def test_seconds_that_are_not_valid_are_rejected(mock: MockServer, seconds: float) -> None:
    with pytest.raises(ValueError, match="batch_seconds"):
        mock.batch_seconds = seconds
    with pytest.raises(ValueError, match="batch_seconds"):
        MockServer(batch_seconds=seconds)
    assert mock.batch_seconds == 0.1


def test_a_batch_belongs_to_its_account(send: Any, hq: str, start: Any) -> None:
    assert send("GET", start("a@example.com"), hq).status_code == 404


def test_by_the_real_clock_a_batch_takes_its_seconds() -> None:
    with MockServer(batch_seconds=0.2) as mock, httpx.Client(base_url=mock.base_url) as client:
        client.headers["x-api-key"] = mock.world.agencies[0].keys[0].value
        began = time.monotonic()
        number = client.post(BULK, json=body("one@example.com", "two@example.com")).json()["batch_id"]
        while not client.get(f"{BULK}/{number}/summary").json()["processing_finished"]:
            assert time.monotonic() - began < 20
            time.sleep(0.01)
        assert time.monotonic() - began >= 0.4
