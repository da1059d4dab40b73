"""The report against a mock of the API: over a real connection, with the real client."""

from __future__ import annotations

import pytest
from mailbox_report import report, report_async, take_on
from woodpecker_client import Agency, AsyncAgency, ServerError
from woodpecker_mock import Fault, MockServer
from woodpecker_mock.world import CompanyRecord


@pytest.fixture
def second(woodpecker_mock: MockServer) -> CompanyRecord:
    """The second client. A test may change it; the responses of the mock show the change."""
    return list(woodpecker_mock.world.agencies[0].companies.values())[1]


def test_a_report_without_errors(agency: Agency) -> None:
    assert report(agency).text == "All mailboxes work."


def test_a_mailbox_with_an_error_is_reported(agency: Agency, second: CompanyRecord) -> None:
    mailbox = next(iter(second.account.mailboxes.values()))
    mailbox["details"]["error"] = "Authentication failed."

    assert report(agency).text == f"Client 2: {mailbox['details']['email']}: Authentication failed."


def test_a_lost_connection_is_retried(agency: Agency, woodpecker_mock: MockServer) -> None:
    lost = woodpecker_mock.faults.add(Fault(kind="reset", operation="listMailboxes"))

    assert report(agency).text == "All mailboxes work."
    assert lost.applied == 1
    # The lost request never ran, and was retried.
    assert [entry.operation for entry in woodpecker_mock.log].count("listMailboxes") == 4
    assert woodpecker_mock.executed["listMailboxes"] == 3


def test_an_error_of_one_client_does_not_stop_the_others(
    agency: Agency, second: CompanyRecord, woodpecker_mock: MockServer
) -> None:
    woodpecker_mock.faults.add(Fault(operation="listMailboxes", company=second.id, status=403))

    assert report(agency).text == "Client 2: Forbidden"
    assert woodpecker_mock.executed["listMailboxes"] == 2


def test_a_new_client_is_created_once(agency: Agency, woodpecker_mock: MockServer) -> None:
    woodpecker_mock.faults.add(Fault(kind="reset", operation="createCompanies", when="after"))

    assert take_on(agency, "Quillby Foods") in woodpecker_mock.world.agencies[0].companies
    assert woodpecker_mock.executed["createCompanies"] == 1


def test_a_new_client_that_was_not_created_is_an_error(agency: Agency, woodpecker_mock: MockServer) -> None:
    woodpecker_mock.faults.add(Fault(operation="createCompanies"))

    with pytest.raises(ServerError):
        take_on(agency, "Quillby Foods")
    assert woodpecker_mock.executed["createCompanies"] == 0


@pytest.mark.asyncio
@pytest.mark.woodpecker_mock(latency=0.02)
async def test_the_report_of_the_bot_is_the_same(async_agency: AsyncAgency, second: CompanyRecord) -> None:
    second.active = False

    assert (await report_async(async_agency)).text == "Client 2: CompanyInactive"
