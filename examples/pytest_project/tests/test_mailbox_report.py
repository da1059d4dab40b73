"""The report against a mock of the API: over a real connection, with the real client."""

from __future__ import annotations

import pytest
from mailbox_report import report, report_async, take_on
from woodpecker_client import Agency, AsyncAgency, ServerError
from woodpecker_mock import Fault, MockServer
from woodpecker_mock.world import CompanyRecord


@pytest.fixture
def second(woodpecker_mock: MockServer) -> CompanyRecord:
    """The second client. What is changed about it, the API says from then on."""
    return list(woodpecker_mock.world.agencies[0].companies.values())[1]


def test_no_news_is_good_news(agency: Agency) -> None:
    assert report(agency).text == "All mailboxes are well."


def test_a_mailbox_with_an_error_is_reported(agency: Agency, second: CompanyRecord) -> None:
    mailbox = next(iter(second.account.mailboxes.values()))
    mailbox["details"]["error"] = "Authentication failed."

    assert report(agency).text == f"Client 2: {mailbox['details']['email']}: Authentication failed."


def test_a_lost_connection_is_none_of_the_readers_business(agency: Agency, woodpecker_mock: MockServer) -> None:
    lost = woodpecker_mock.faults.add(Fault(kind="reset", operation="listMailboxes"))

    assert report(agency).text == "All mailboxes are well."
    assert lost.applied == 1
    # The lost request never ran, and was sent again.
    assert [entry.operation for entry in woodpecker_mock.log].count("listMailboxes") == 4
    assert woodpecker_mock.executed["listMailboxes"] == 3


def test_a_client_that_cannot_be_asked_does_not_stop_the_others(
    agency: Agency, second: CompanyRecord, woodpecker_mock: MockServer
) -> None:
    woodpecker_mock.faults.add(Fault(operation="listMailboxes", company=second.id, status=403))

    assert report(agency).text == "Client 2: Forbidden"
    assert woodpecker_mock.executed["listMailboxes"] == 2


def test_a_new_client_is_paid_for_once(agency: Agency, woodpecker_mock: MockServer) -> None:
    woodpecker_mock.faults.add(Fault(kind="reset", operation="createCompanies", when="after"))

    assert take_on(agency, "Quillby Foods") in woodpecker_mock.world.agencies[0].companies
    assert woodpecker_mock.executed["createCompanies"] == 1


def test_a_new_client_that_was_not_opened_is_an_error(agency: Agency, woodpecker_mock: MockServer) -> None:
    woodpecker_mock.faults.add(Fault(operation="createCompanies"))

    with pytest.raises(ServerError):
        take_on(agency, "Quillby Foods")
    assert woodpecker_mock.executed["createCompanies"] == 0


@pytest.mark.asyncio
@pytest.mark.woodpecker_mock(latency=0.02)
async def test_the_report_of_the_bot_says_the_same(async_agency: AsyncAgency, second: CompanyRecord) -> None:
    second.active = False

    assert (await report_async(async_agency)).text == "Client 2: CompanyInactive"
