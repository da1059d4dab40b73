"""The limits over HTTP: whose account it is, which responses come, and that disconnecting frees a slot."""

from __future__ import annotations

import socket
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import httpx
import pytest
from woodpecker_mock import Fault, Limits, MockServer
from woodpecker_mock.rules.limits import Counts
from woodpecker_mock.world import AgencyRecord, CompanyRecord

from .waiting import TIMEOUT, raw_request, until

ACCOUNT, AGENCY = "/v2/mailboxes", "/v2/agency/companies"


def get(mock: MockServer, path: str, key: str, company: int | None = None) -> httpx.Response:
    headers = {"x-api-key": key} | ({"x-company-id": str(company)} if company is not None else {})
    return httpx.get(mock.base_url + path, headers=headers, timeout=TIMEOUT)


@pytest.fixture
def threads() -> Iterator[ThreadPoolExecutor]:
    with ThreadPoolExecutor(48) as pool:
        yield pool


def test_of_40_threads_seven_are_served_and_33_rejected(
    mock: MockServer, threads: ThreadPoolExecutor, hq: str, company: CompanyRecord
) -> None:
    mock.faults.add(Fault(kind="hang"))
    responses = [threads.submit(get, mock, ACCOUNT, hq, company.id) for _ in range(40)]
    until(lambda: mock.limits[company.id].rejected == 33 and mock.faults.hanging)
    assert mock.limits[company.id] == Counts(running=1, queued=6, highest=8, ran=1, rejected=33)
    mock.faults.release()
    assert Counter(response.result().status_code for response in responses) == {200: 7, 429: 33}
    assert mock.executed == {"listMailboxes": 7}
    shown = httpx.get(f"{mock.url}/_mock/limits").json()
    assert shown["limits"]["queued"] == 6
    assert shown["accounts"][str(company.id)] == {
        "running": 0, "queued": 0, "highest": 8, "ran": 7, "rejected": 33, "abandoned": 0,
    }  # fmt: skip


def test_the_queue_is_served_in_order(
    mock: MockServer, threads: ThreadPoolExecutor, hq: str, company: CompanyRecord
) -> None:
    mock.faults.add(Fault(kind="hang"))
    paths = [f"/v2/mailboxes/{number}" for number in range(1, 8)]
    responses: list[Any] = []
    for seen, path in enumerate(paths, 1):
        responses.append(threads.submit(get, mock, path, hq, company.id))
        until(lambda seen=seen: mock.limits[company.id].highest == seen)  # type: ignore[misc]
    ended: list[str] = []
    for path, response in zip(paths, responses, strict=True):
        response.add_done_callback(lambda _, path=path: ended.append(path))
    until(lambda: mock.faults.hanging)
    mock.latency = 0.05
    mock.faults.release()
    until(lambda: len(ended) == 7)
    assert ended == paths


def test_both_kinds_of_keys_share_the_account_of_a_company(
    mock: MockServer, threads: ThreadPoolExecutor, agency: AgencyRecord, company: CompanyRecord
) -> None:
    mock.limits.limits = Limits(queued=0)
    mock.faults.add(Fault(kind="hang"))
    running = threads.submit(get, mock, ACCOUNT, company.keys[0].value)
    until(lambda: mock.faults.hanging)
    assert get(mock, ACCOUNT, agency.keys[1].value, company.id).status_code == 429
    assert get(mock, ACCOUNT, company.keys[0].value).status_code == 429
    mock.faults.release()
    assert running.result().status_code == 200


def test_agency_routes_and_the_own_account_share_and_companies_do_not(
    mock: MockServer, threads: ThreadPoolExecutor, agency: AgencyRecord, hq: str, company: CompanyRecord
) -> None:
    mock.limits.limits = Limits(queued=0)
    mock.faults.add(Fault(kind="hang", operation="listCompanyUsers"))
    running = threads.submit(get, mock, f"{AGENCY}/{company.id}/users", hq)
    until(lambda: mock.faults.hanging)
    assert get(mock, ACCOUNT, hq).status_code == 429
    assert get(mock, AGENCY, agency.keys[1].value).status_code == 429
    assert get(mock, ACCOUNT, hq, company.id).status_code == 200
    assert get(mock, AGENCY, mock.world.agencies[1].keys[0].value).status_code == 200
    assert mock.limits[agency.account.id].rejected == 2
    mock.faults.release()
    assert running.result().status_code == 200


def test_what_is_rejected_gets_the_common_form_and_row_19(
    mock: MockServer, threads: ThreadPoolExecutor, send: Any, hq: str
) -> None:
    mock.limits.limits = Limits(queued=0)
    mock.faults.add(Fault(kind="hang"))
    running = threads.submit(get, mock, ACCOUNT, hq)
    until(lambda: mock.faults.hanging)
    rejected = send("GET", "/v1/me", hq)
    assert (rejected.status_code, rejected.json()["title"], rejected.json()["status"]) == (
        429,
        "Too Many Requests",
        429,
    )
    assert set(rejected.json()) == {"title", "status", "detail", "timestamp"}
    entry = httpx.get(f"{mock.url}/_mock/requests").json()[-1]
    assert (entry["status"], entry["row"]) == (429, 19)
    mock.limits.limits = Limits(queued=0, v1_conflict=True)
    v1 = send("GET", "/v1/me", hq)
    assert (v1.status_code, v1.json()["status"]["code"]) == (409, "E_TOO_MANY_REQUESTS")
    assert send("GET", ACCOUNT, hq).status_code == 429
    mock.faults.release()
    running.result()
    assert mock.executed == {"listMailboxes": 1}


@pytest.mark.parametrize("close_late", [False, True])
def test_a_request_that_waits_too_long_is_rejected_or_disconnected(
    mock: MockServer, threads: ThreadPoolExecutor, hq: str, close_late: bool
) -> None:
    mock.limits.limits = Limits(wait=0.05, close_late=close_late)
    mock.faults.add(Fault(kind="hang"))
    running = threads.submit(get, mock, ACCOUNT, hq)
    until(lambda: mock.faults.hanging)
    if close_late:
        with pytest.raises(httpx.RemoteProtocolError):
            get(mock, ACCOUNT, hq)
    else:
        late = get(mock, ACCOUNT, hq)
        assert late.status_code == 429
        assert "too long" in late.json()["detail"]
    mock.faults.release()
    assert running.result().status_code == 200
    assert mock.executed == {"listMailboxes": 1}


def test_disconnecting_in_the_queue_frees_a_place(mock: MockServer, hq: str, agency: AgencyRecord) -> None:
    own = agency.account.id
    mock.limits.limits = Limits(queued=1)
    mock.faults.add(Fault(kind="hang"))
    with raw_request(mock.url, ACCOUNT, hq) as first:
        until(lambda: mock.faults.hanging)
        raw_request(mock.url, ACCOUNT, hq).close()
        until(lambda: mock.limits[own].abandoned == 1)
        with raw_request(mock.url, ACCOUNT, hq) as heir:
            until(lambda: mock.limits[own].queued == 1)
            mock.faults.release()
            assert all(_status(connection) == 200 for connection in (first, heir))
    assert mock.executed == {"listMailboxes": 2}


@pytest.mark.parametrize("held_by", ["latency", "a fault"])
def test_disconnecting_while_running_frees_the_place(
    mock: MockServer, hq: str, agency: AgencyRecord, held_by: str
) -> None:
    own = agency.account.id
    mock.limits.limits = Limits(queued=0)
    if held_by == "latency":
        mock.latency = 600
    else:
        mock.faults.add(Fault(kind="hang"))
    with raw_request(mock.url, ACCOUNT, hq):
        until(lambda: mock.limits[own].running == 1)
        mock.latency = 0
        assert get(mock, ACCOUNT, hq).status_code == 429
    until(lambda: mock.limits[own].running == 0)
    assert get(mock, ACCOUNT, hq).status_code == 200
    assert mock.executed == {"listMailboxes": 1}


def test_what_the_policy_rejects_takes_no_place(
    mock: MockServer, hq: str, agency: AgencyRecord, company: CompanyRecord
) -> None:
    assert get(mock, ACCOUNT, "100.unknown").status_code == 401
    assert get(mock, ACCOUNT, company.keys[0].value, company.id).status_code == 403
    assert get(mock, AGENCY, hq, company.id).status_code == 400
    assert mock.limits[company.id] == mock.limits[agency.account.id] == Counts()


def test_without_limits_requests_run_side_by_side(threads: ThreadPoolExecutor) -> None:
    with MockServer(limits=None) as mock:
        agency = mock.world.agencies[0]
        mock.faults.add(Fault(kind="hang", times=None))
        responses = [threads.submit(get, mock, ACCOUNT, agency.keys[0].value) for _ in range(12)]
        until(lambda: mock.faults.hanging == 12)
        assert mock.limits[agency.account.id].highest == 12
        mock.faults.clear()
        assert {response.result().status_code for response in responses} == {200}
        assert httpx.get(f"{mock.url}/_mock/limits").json()["limits"] is None


def test_every_accepted_request_takes_its_time(mock: MockServer, hq: str) -> None:
    mock.latency = 0.05
    accepted, rejected = get(mock, ACCOUNT, hq), get(mock, ACCOUNT, "100.unknown")
    assert accepted.elapsed.total_seconds() >= 0.05
    assert rejected.status_code == 401


@pytest.mark.parametrize("seconds", [-1, float("nan"), float("inf")])
def test_a_latency_below_nothing_is_rejected(mock: MockServer, seconds: float) -> None:
    with pytest.raises(ValueError, match="latency"):
        mock.latency = seconds
    with pytest.raises(ValueError, match="latency"):
        MockServer(latency=seconds)


def _status(connection: socket.socket) -> int:
    head = connection.recv(65536).split(b" ", 2)
    return int(head[1])
