"""The one operation whose 400, 409 and 500 have a code and details."""

from __future__ import annotations

from typing import Any

import pytest
from woodpecker_mock import Fault, MockServer
from woodpecker_mock.contract.operations import operations
from woodpecker_mock.world import CompanyRecord

BULK = "/v2/mailboxes/manual_connection/bulk"


def test_it_is_the_one_that_the_spec_says() -> None:
    assert {one.id: one.coded_errors for one in operations().values() if one.coded_errors} == {
        "connectMailboxes": {400, 409, 500}
    }


@pytest.mark.parametrize("when", ["before", "after"])
def test_a_server_fault_has_its_form(mock: MockServer, send: Any, hq: str, company: CompanyRecord, when: Any) -> None:
    mailbox = {
        f"{side}_{name}": "a@example.com" for side in ("smtp", "imap") for name in ("email", "password", "server")
    }
    body = {"mailboxes": [mailbox | {"smtp_port": 25, "imap_port": 993}]}
    mock.faults.add(Fault(when=when))
    response = send("POST", BULK, hq, company.id, json=body)
    assert response.status_code == 500
    text = "An unexpected error has occurred. Please try again later."
    assert response.json() == {"code": "INTERNAL_SERVER_ERROR", "details": [text]}
    assert bool(company.account.batches) is (when == "after")


def test_other_statuses_and_other_operations_keep_the_common_form(
    mock: MockServer, send: Any, hq: str, company: CompanyRecord
) -> None:
    mock.faults.add(Fault(status=429))
    mock.faults.add(Fault(status=500))
    for path, status in ((BULK, 429), ("/v2/agency/companies", 500)):
        response = send("POST", path, hq, json={})
        assert (response.status_code, response.json()["status"]) == (status, status)


def test_the_policy_s_own_refusals_keep_the_common_form(send: Any, hq: str) -> None:
    assert send("POST", BULK, hq, "text", json={}).json()["title"] == "Bad request"
