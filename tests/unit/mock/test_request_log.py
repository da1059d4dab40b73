"""What really ran is counted, whatever the response was."""

from __future__ import annotations

from typing import Any

import httpx
from woodpecker_mock import Fault, MockServer
from woodpecker_mock.world import CompanyRecord

from .waiting import raw_request, until


def test_only_operations_that_ran_to_their_end_are_counted(
    mock: MockServer, send: Any, hq: str, company: CompanyRecord
) -> None:
    send("GET", "/v2/mailboxes", hq, company.id)
    send("GET", "/v2/mailboxes", company.keys[0].value)
    send("GET", "/v2/mailboxes", hq)
    send("GET", "/v2/mailboxes/1", hq)
    send("GET", "/v2/mailboxes", "100.unknown")
    send("POST", f"/v2/agency/companies/{company.id}/api_keys", hq, json={"label": "x"})
    send("POST", f"/v2/agency/companies/{company.id}/api_keys", hq, json={})
    assert mock.executed == {"listMailboxes": 3, "createCompanyApiKey": 1}
    assert mock.executed_for == {
        ("listMailboxes", company.id): 2,
        ("listMailboxes", None): 1,
        ("createCompanyApiKey", company.id): 1,
    }


def test_what_ran_is_counted_when_the_response_was_lost(mock: MockServer, send: Any, hq: str) -> None:
    mock.faults.add(Fault())
    mock.faults.add(Fault(when="after"))
    assert [send("GET", "/v1/me", hq).status_code for _ in range(3)] == [500, 500, 200]
    assert mock.executed == {"getMe": 2}


def test_the_counts_are_shown(mock: MockServer, send: Any, hq: str, company: CompanyRecord) -> None:
    send("GET", "/v1/me", hq, company.id)
    send("GET", "/v1/me", hq)
    assert httpx.get(f"{mock.url}/_mock/executed").json() == {
        "operations": {"getMe": 2},
        "companies": [
            {"operation": "getMe", "company": company.id, "count": 1},
            {"operation": "getMe", "company": None, "count": 1},
        ],
        "in_flight_highest": 1,
    }


def test_requests_of_all_accounts_and_rejected_ones_count_as_in_flight(
    mock: MockServer, hq: str, company: CompanyRecord
) -> None:
    mock.faults.add(Fault(kind="hang"))
    mock.faults.add(Fault(kind="hang"))
    with raw_request(mock.url, "/v1/me", hq), raw_request(mock.url, "/v1/me", hq, company.id):
        until(lambda: mock.faults.hanging == 2)
        assert httpx.get(f"{mock.base_url}/v1/me").status_code == 401
        assert httpx.get(f"{mock.base_url}/v1/nothing").status_code == 401
        assert mock.request_log.in_flight_highest == 3
        assert httpx.get(f"{mock.url}/_mock/executed").json()["in_flight_highest"] == 3
    until(lambda: not mock.request_log.in_flight)
    mock.reset()
    httpx.get(f"{mock.base_url}/v1/me")
    assert mock.request_log.in_flight_highest == 1


def test_all_records_are_reset_together(mock: MockServer, send: Any, hq: str, company: CompanyRecord) -> None:
    for reset in (mock.reset, lambda: httpx.post(f"{mock.url}/_mock/reset").raise_for_status()):
        send("GET", "/v1/me", hq, company.id)
        assert mock.executed
        assert mock.executed_for
        assert mock.limits[company.id].ran == 1
        reset()
        assert not mock.executed
        assert not mock.executed_for
        assert mock.limits[company.id].ran == mock.limits[company.id].highest == 0
        assert httpx.get(f"{mock.url}/_mock/requests").json() == []
        assert not mock.app.state.mock.request_log.responses


def test_a_reset_keeps_faults_and_the_world(mock: MockServer, send: Any, hq: str) -> None:
    mock.faults.add(Fault())
    mock.reset()
    assert send("GET", "/v1/me", hq).status_code == 500
