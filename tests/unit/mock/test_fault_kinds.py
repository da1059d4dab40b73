"""Each kind of fault over HTTP, before and after the operation: what the client gets, and what has really happened."""

from __future__ import annotations

import base64
import json
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any, TypeAlias

import httpx
import pytest
from woodpecker_mock import Fault, MockServer, create_app
from woodpecker_mock.world import AgencyRecord, CompanyRecord

from .waiting import TIMEOUT, raw_request, until

BOTH = pytest.mark.parametrize("when", ["before", "after"])
EMAILS = "/v2/agency/blacklist/emails"
CREATE = {"companies": [{"name": "Brand New"}]}

Ask: TypeAlias = Callable[[], httpx.Response]


@pytest.fixture
def create(mock: MockServer, hq: str) -> Ask:
    """Ask for a company to be created."""
    return lambda: httpx.post(
        f"{mock.base_url}/v2/agency/companies", headers={"x-api-key": hq}, json=CREATE, timeout=TIMEOUT
    )


def happened(mock: MockServer) -> bool:
    """Whether the company was created; the counter and the world agree on that."""
    exists = any(one.account.name == "Brand New" for one in mock.world.agencies[0].companies.values())
    assert mock.executed["createCompanies"] == exists
    return exists


@BOTH
def test_any_status_with_any_body_and_headers(mock: MockServer, create: Ask, when: Any) -> None:
    mock.faults.add(
        Fault(when=when, status=502, body="<h1>Bad</h1>", content_type="text/html", headers={"Retry-After": "3"})
    )
    response = create()
    assert (response.status_code, response.text) == (502, "<h1>Bad</h1>")
    assert (response.headers["content-type"], response.headers["retry-after"]) == ("text/html", "3")
    assert happened(mock) == (when == "after")
    assert create().status_code == (409 if when == "after" else 201)


@pytest.mark.parametrize(
    ("fields", "content", "content_type"),
    [
        ({"body": ""}, b"", None),
        ({"body": b""}, b"", None),
        ({"body": b"\xff\x00", "content_type": "image/png"}, b"\xff\x00", "image/png"),
        ({"body": {"status": {"status": "ERROR"}}, "status": 200}, b'{"status": {"status": "ERROR"}}', None),
        ({"body": [1], "content_type": "text/plain"}, b"[1]", "text/plain"),
        ({"body": [1], "content_type": ""}, b"[1]", None),
        ({"body": "not json"}, b"not json", "application/json"),
        ({"status": 204}, b"", None),
    ],
)
def test_bodies_and_content_types(
    mock: MockServer, create: Ask, fields: dict[str, Any], content: bytes, content_type: str | None
) -> None:
    mock.faults.add(Fault(**fields))
    response = create()
    assert response.status_code == fields.get("status", 500)
    assert response.content == content
    if content_type is not None:
        assert response.headers["content-type"] == content_type
    elif "content_type" in fields or not content:
        assert "content-type" not in response.headers
    assert not happened(mock)


@pytest.mark.parametrize(("status", "title"), [(500, "Internal Server Error"), (429, "Too Many Requests")])
def test_without_a_body_it_is_the_error_object(mock: MockServer, create: Ask, status: int, title: str) -> None:
    mock.faults.add(Fault(status=status))
    body = create().json()
    assert (body["title"], body["status"], set(body)) == (title, status, {"title", "status", "detail", "timestamp"})


def test_a_burst_of_429s_ends(mock: MockServer, create: Ask) -> None:
    mock.faults.add(Fault(status=429, times=3))
    assert [create().status_code for _ in range(4)] == [429, 429, 429, 201]


@BOTH
def test_a_body_that_ends_in_the_middle_is_framed_right(mock: MockServer, create: Ask, when: Any) -> None:
    mock.faults.add(Fault(kind="truncated", when=when, status=200))
    response = create()
    assert len(response.content) == int(response.headers["content-length"]) > 10
    assert response.headers["content-type"] == "application/json"
    with pytest.raises(json.JSONDecodeError):
        response.json()
    assert response.status_code == (201 if when == "after" else 200)
    assert happened(mock) == (when == "after")


def test_a_body_of_ones_own_is_cut_too(mock: MockServer, create: Ask) -> None:
    mock.faults.add(Fault(kind="truncated", when="after", body='{"a": 1}', status=200))
    assert create().text == '{"a"'


@BOTH
def test_a_connection_that_is_reset(
    capfd: pytest.CaptureFixture[str], mock: MockServer, create: Ask, when: Any
) -> None:
    mock.faults.add(Fault(kind="reset", when=when))
    with pytest.raises(httpx.ReadError, match="reset"):
        create()
    assert happened(mock) == (when == "after")
    assert httpx.get(f"{mock.url}/_mock/requests").json()[-1]["status"] == 0
    assert capfd.readouterr() == ("", "")


@BOTH
def test_a_reset_in_the_middle_of_the_body(mock: MockServer, create: Ask, hq: str, when: Any) -> None:
    mock.faults.add(Fault(kind="reset", when=when, mid_body=True, operation="getMe"))
    with raw_request(mock.url, "/v1/me", hq) as connection:
        received = b""
        with pytest.raises(ConnectionResetError):
            while part := connection.recv(65536):
                received += part
    head, _, body = received.partition(b"\r\n\r\n")
    headers = dict(line.split(b": ", 1) for line in head.split(b"\r\n")[1:])
    assert head.startswith(b"HTTP/1.1 200" if when == "after" else b"HTTP/1.1 500")
    assert 0 < len(body) < int(headers[b"content-length"])
    assert mock.executed["getMe"] == (when == "after")


def test_an_empty_body_is_torn_as_well(mock: MockServer, hq: str) -> None:
    mock.faults.add(Fault(kind="reset", when="after", mid_body=True))
    with pytest.raises(httpx.ReadError):
        httpx.post(mock.base_url + EMAILS, headers={"x-api-key": hq}, json={"emails": ["a@example.com"]})
    assert mock.executed == {"addBlacklistedEmails": 1}


def test_a_response_that_has_no_body_is_not_sent_before_the_reset(mock: MockServer, hq: str) -> None:
    mock.faults.add(Fault(kind="reset", when="after", mid_body=True, operation="deleteMicrosoftCredential"))
    with pytest.raises(httpx.ReadError):
        httpx.delete(f"{mock.base_url}/v2/mailboxes/microsoft/credentials/9001", headers={"x-api-key": hq})
    assert mock.executed == {"deleteMicrosoftCredential": 1}


@BOTH
def test_a_connection_that_is_closed_without_a_response(
    capfd: pytest.CaptureFixture[str], mock: MockServer, create: Ask, when: Any
) -> None:
    mock.faults.add(Fault(kind="close", when=when))
    with pytest.raises(httpx.RemoteProtocolError, match="without sending a response"):
        create()
    assert happened(mock) == (when == "after")
    assert capfd.readouterr() == ("", "")


@BOTH
def test_a_request_that_hangs_goes_on_when_it_is_released(mock: MockServer, create: Ask, when: Any) -> None:
    mock.faults.add(Fault(kind="hang", when=when))
    with ThreadPoolExecutor(1) as thread:
        response = thread.submit(create)
        until(lambda: mock.faults.hanging == 1)
        assert happened(mock) == (when == "after")
        mock.faults.release()
        assert response.result().status_code == 201
    assert happened(mock)
    assert httpx.get(f"{mock.url}/_mock/requests").json()[-1]["row"] == 13
    assert mock.faults.hanging == 0


@BOTH
def test_a_request_that_hangs_ends_with_its_client(mock: MockServer, hq: str, when: Any) -> None:
    mock.faults.add(Fault(kind="hang", when=when))
    with raw_request(mock.url, "/v1/me", hq):
        until(lambda: mock.faults.hanging == 1)
    until(lambda: mock.faults.hanging == 0)
    assert mock.executed["getMe"] == (when == "after")


@BOTH
def test_a_body_that_drips(mock: MockServer, create: Ask, when: Any) -> None:
    mock.faults.add(Fault(kind="slow", when=when, pause=0.002))
    response = create()
    assert response.elapsed.total_seconds() >= 0.002 * len(response.content)
    assert response.json()
    assert response.status_code == (201 if when == "after" else 500)
    assert happened(mock) == (when == "after")


def test_a_dripping_body_comes_byte_by_byte(mock: MockServer, hq: str, agency: AgencyRecord) -> None:
    mock.faults.add(Fault(kind="slow", when="after", pause=0.05))
    with raw_request(mock.url, "/v1/me", hq) as connection:
        received = b""
        while b"\r\n\r\n" not in received or len(received.partition(b"\r\n\r\n")[2]) < 3:
            received += connection.recv(65536)
        assert len(received.partition(b"\r\n\r\n")[2]) == 3
        assert mock.limits[agency.account.id].running == 1
    until(lambda: mock.limits[agency.account.id].running == 0)


def test_a_rejected_request_never_comes_to_after(mock: MockServer, create: Ask, hq: str) -> None:
    planted = mock.faults.add(Fault(when="after", operation="createCompanies"))
    assert create().status_code == 500
    mock.faults.add(Fault(when="after", operation="createCompanies"))
    assert create().status_code == 409
    assert planted.applied == 1


def test_a_fault_comes_before_the_policy(mock: MockServer) -> None:
    mock.faults.add(Fault(status=502))
    assert httpx.get(f"{mock.base_url}/v1/me").status_code == 502
    assert httpx.get(f"{mock.base_url}/v1/me").status_code == 401


def test_a_company_is_met_by_header_key_and_path(mock: MockServer, send: Any, hq: str, company: CompanyRecord) -> None:
    planted = mock.faults.add(Fault(company=company.id, times=None))
    assert send("GET", "/v2/mailboxes", hq, company.id).status_code == 500
    assert send("GET", "/v2/mailboxes", company.keys[0].value).status_code == 500
    assert send("GET", f"/v2/agency/companies/{company.id}/users", hq).status_code == 500
    assert send("GET", "/v2/mailboxes", hq).status_code == 200
    assert planted.applied == 3


def test_a_key_is_met_wherever_it_is_used(mock: MockServer, send: Any, agency: AgencyRecord) -> None:
    first, second = (key.value for key in agency.keys)
    mock.faults.add(Fault(key=second, times=None))
    assert send("GET", "/v1/me", second).status_code == 500
    assert send("GET", "/v1/me", first).status_code == 200


def test_faults_over_http(mock: MockServer, create: Ask) -> None:
    url = f"{mock.url}/_mock/faults"
    fault = {"operation": "createCompanies", "status": 503, "body_base64": base64.b64encode(b"\xff").decode()}
    made = httpx.post(url, json=fault)
    assert made.status_code == 201
    assert made.json().items() >= fault.items()
    assert (create().status_code, create().status_code) == (503, 201)
    (listed,) = httpx.get(url).json()["faults"]
    assert (listed["status"], listed["seen"], listed["applied"]) == (503, 2, 1)
    assert httpx.delete(url).status_code == 204
    assert httpx.get(url).json() == {"hanging": 0, "faults": []}


def test_one_fault_is_removed_by_its_number(mock: MockServer, create: Ask) -> None:
    url = f"{mock.url}/_mock/faults"
    first, second = (httpx.post(url, json={"status": status}).json()["number"] for status in (502, 503))
    assert httpx.delete(f"{url}/{first}").status_code == 204
    assert httpx.delete(f"{url}/{first}").status_code == 404
    assert create().status_code == 503
    assert [one["number"] for one in httpx.get(url).json()["faults"]] == [second]


def test_hanging_requests_are_released_over_http(mock: MockServer, create: Ask) -> None:
    url = f"{mock.url}/_mock/faults"
    httpx.post(url, json={"kind": "hang", "times": None}).raise_for_status()
    with ThreadPoolExecutor(1) as thread:
        first = thread.submit(create)
        until(lambda: httpx.get(url).json()["hanging"] == 1)
        httpx.post(f"{url}/release").raise_for_status()
        assert first.result().status_code == 201
        second = thread.submit(create)
        until(lambda: mock.faults.hanging == 1)
        httpx.delete(url).raise_for_status()
        assert second.result().status_code == 409


@pytest.mark.parametrize(
    ("content", "word"),
    [(b'{"kind": "explode"}', "kind"), (b"[]", "object"), (b"{", "JSON"), (b'{"times": 0}', "times")],
)
def test_a_bad_fault_over_http_is_a_400_that_says_why(mock: MockServer, content: bytes, word: str) -> None:
    headers = {"content-type": "application/json"}
    response = httpx.post(f"{mock.url}/_mock/faults", headers=headers, content=content)
    assert response.status_code == 400
    assert word in response.json()["detail"]
    assert mock.faults.state()["faults"] == []


def test_in_process_an_ended_connection_is_an_error(agency: AgencyRecord, hq: str) -> None:
    import asyncio

    app = create_app()
    app.state.mock.faults.add(Fault(kind="close"))

    async def ask() -> None:
        async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://mock") as client:
            await client.get("/rest/v1/me", headers={"x-api-key": hq})

    with pytest.raises(ConnectionResetError):
        asyncio.run(ask())
