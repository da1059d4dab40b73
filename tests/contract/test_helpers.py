"""What the client has beside the operations, against the mock: waiting for a batch, and one company by id or name."""

from __future__ import annotations

import asyncio

import pytest
from woodpecker_client import Agency, AsyncAgency, NotFinished, NotFound
from woodpecker_client.models import ConnectionSummary
from woodpecker_client.typed_dicts import ManualConnectionMailboxDict
from woodpecker_mock import MockServer, World
from woodpecker_mock.world.sample_worlds import add_agency

from tests.virtual_time import VirtualTime

SECONDS = 20  # that the mock takes for each mailbox


@pytest.fixture
def time(monkeypatch: pytest.MonkeyPatch) -> VirtualTime:
    return VirtualTime(monkeypatch)


@pytest.fixture
def mock(time: VirtualTime):
    world = World(time.clock)
    add_agency(world, "Agency", [f"Client {number}" for number in range(60)])
    with MockServer(world, batch_seconds=SECONDS) as running:
        yield running


def mailbox(email: str) -> ManualConnectionMailboxDict:
    server = {"password": "not-a-real-password", "server": "mail.example.com", "port": 465}
    halves = {f"{half}_{key}": value for half in ("smtp", "imap") for key, value in ({"email": email} | server).items()}
    return ManualConnectionMailboxDict(**halves)  # type: ignore[typeddict-item]


MAILBOXES = [mailbox(f"{name}@example.com") for name in ("first", "conditional", "fail")]


def check(last: ConnectionSummary, time: VirtualTime) -> None:
    assert (last.connected_mailboxes_count, last.failed_mailboxes_count) == (1, 1)
    assert 3 * SECONDS <= time.now <= 3 * SECONDS + 15


def test_a_batch_is_waited_for(mock: MockServer, time: VirtualTime) -> None:
    with Agency(mock.hq_key, base_url=mock.base_url) as agency:
        connection = agency.account(next(iter(mock.world.agencies[0].companies))).mailboxes.manual_connection
        batch = connection.connect(mailboxes=MAILBOXES).batch_id
        with pytest.raises(NotFinished, match="2 of 3 pending"):
            connection.wait(batch, deadline=1.5 * SECONDS)
        check(connection.wait(batch), time)


def test_a_batch_is_waited_for_in_asyncio(mock: MockServer, time: VirtualTime) -> None:
    async def main() -> ConnectionSummary:
        async with AsyncAgency(mock.hq_key, base_url=mock.base_url) as agency:
            connection = agency.account(next(iter(mock.world.agencies[0].companies))).mailboxes.manual_connection
            batch = (await connection.connect(mailboxes=MAILBOXES)).batch_id
            return await connection.wait(batch)

    check(asyncio.run(main()), time)


def test_a_company_is_found_by_id_and_by_name(mock: MockServer) -> None:
    with Agency(mock.hq_key, base_url=mock.base_url) as agency:
        last = agency.companies.get_by_name("Client 59")
        assert agency.companies.get(last.id) == last
        with pytest.raises(NotFound):
            agency.companies.get(1)
