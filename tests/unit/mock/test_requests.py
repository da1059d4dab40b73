"""What the server makes of requests that do not fit the spec, and of paths and methods it does not know."""

from __future__ import annotations

import re
from typing import Any

import httpx
import pytest
from woodpecker_mock import MockServer
from woodpecker_mock.contract.openapi import resolve
from woodpecker_mock.contract.operations import operations
from woodpecker_mock.handlers.registry import HANDLERS
from woodpecker_mock.world import AgencyRecord, CompanyRecord

EMAILS = "/v2/agency/blacklist/emails"
BULK = "/v2/mailboxes/manual_connection/bulk"
PASSWORD = "hunter2-canary"


def mailbox(**changes: Any) -> dict[str, Any]:
    return {
        "smtp_email": "new@example.com",
        "smtp_password": PASSWORD,
        "smtp_server": "smtp.example.com",
        "smtp_port": 465,
        "imap_email": "new@example.com",
        "imap_password": PASSWORD,
        "imap_server": "imap.example.com",
        "imap_port": 993,
    } | changes


def test_every_handler_is_for_an_operation_of_the_spec() -> None:
    assert set(HANDLERS) <= set(operations())


@pytest.mark.parametrize("name", operations())
def test_an_operation_without_a_handler_is_answered_with_its_example(
    send: Any, hq: str, company: CompanyRecord, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delitem(HANDLERS, name)
    operation = operations()[name]
    path = operation.path.replace("{company_id}", str(company.id)).replace("{", "").replace("}", "")
    path = re.sub(r"[a-z_]*id$|(?<=/)[a-z_]*id(?=/)", "1", path)
    context = company.id if operation.family == "account" else None
    body = {}
    if operation.body:
        examples = resolve(operation.raw["requestBody"])["content"]["application/json"]["examples"]
        body = {"json": resolve(next(iter(examples.values())))["value"]}
    response = send(operation.method, path, hq, context, **body)
    assert response.status_code == operation.success_status
    assert (response.json() if response.content else None) == operation.example
    if operation.family == "agency" and "company_id" in operation.path:
        assert send(operation.method, path.replace(str(company.id), "1"), hq, **body).status_code == 404
    if "page" in operation.raw.get("x-pagination", {}):
        later = send(operation.method, path, hq, params={"page": 7})
        assert [] in later.json().values()


@pytest.mark.parametrize("path", ["/rest/v1/me", "/rest/v1/me/"])
def test_the_api_is_served_below_its_base_path(mock: MockServer, hq: str, path: str) -> None:
    assert httpx.get(mock.url + path, headers={"x-api-key": hq}).status_code == 200


@pytest.mark.parametrize(
    "path", ["/v1/me", "/v2/mailboxes", "/rest//v1/me", "//rest/v1/me", "/rest/v1//me", "/rest/rest/v1/me", "/rest"]
)
def test_it_is_served_nowhere_else(mock: MockServer, hq: str, path: str) -> None:
    assert httpx.get(mock.url + path, headers={"x-api-key": hq}).status_code == 404


@pytest.mark.parametrize(
    "path", ["/rest%2Fv1/me", "/rest/v1%2Fme", "/rest/v2/agency%2fcompanies", "/rest/%2Fv1/me", "/rest/v1/me%2F"]
)
def test_an_escaped_slash_is_no_slash(mock: MockServer, hq: str, path: str) -> None:
    assert httpx.get(mock.url + path, headers={"x-api-key": hq}).status_code == 404


@pytest.mark.parametrize("path", ["/v9/nothing", "/v2", "/v2/agency/companies/1", "/v2/campaigns"])
def test_an_unknown_path_is_a_404_in_the_common_form(send: Any, hq: str, path: str) -> None:
    response = send("GET", path, hq)
    assert response.status_code == 404
    assert response.json()["detail"] == "Requested resource does not exist"
    assert set(response.json()) == {"title", "status", "detail", "timestamp"}


@pytest.mark.parametrize(("method", "path", "status"), [("GET", "/v1/campaign_list", 404), ("POST", "/v1/me", 405)])
def test_an_unknown_v1_route_is_rejected_in_the_v1_form(
    send: Any, hq: str, method: str, path: str, status: int
) -> None:
    response = send(method, path, hq)
    assert response.status_code == status
    error = response.json()["status"]
    assert (error["status"], error["code"]) == ("ERROR", "E_URL_NOT_FOUND")


@pytest.mark.parametrize(("method", "path"), [("GET", "/v2/nothing"), ("GET", "/v1/nothing"), ("POST", "/v1/me")])
@pytest.mark.parametrize(("key", "row"), [(None, 1), ("wrong", 2)])
def test_a_bad_key_is_reported_before_a_wrong_path_or_method(
    mock: MockServer, send: Any, method: str, path: str, key: str | None, row: int
) -> None:
    response = send(method, path, key)
    assert (response.status_code, response.json()["detail"]) == (401, "Invalid api key")
    assert httpx.get(f"{mock.url}/_mock/requests").json()[-1]["row"] == row


def test_basic_authentication_is_no_key(send: Any, hq: str) -> None:
    for user in ((hq, "x"), ("x", hq)):
        response = send("GET", "/v1/me", auth=user)
        assert (response.status_code, response.json()["detail"]) == (401, "Invalid api key")


@pytest.mark.parametrize("access", ["no_api_addon", "plan_too_low"])
def test_a_plan_without_the_api_is_reported_before_a_wrong_path(mock: MockServer, send: Any, access: str) -> None:
    agency = next(one for one in mock.world.agencies if one.access == access)
    assert send("GET", "/v2/nothing", agency.keys[0].value).status_code == 401


def test_a_key_can_be_tested_with_the_users_of_its_account(
    send: Any, agency: AgencyRecord, hq: str, company: CompanyRecord
) -> None:
    assert send("GET", "/v2/users", "wrong").status_code == 401
    own = send("GET", "/v2/users", hq).json()
    assert [(one["id"], one["role"]) for one in own["content"]] == [(key.user.id, "admin") for key in agency.keys]
    assert own["pagination_data"] == {"total_elements": 2, "total_pages": 1, "current_page_number": 1, "page_size": 50}
    assert set(own["content"][0]) == {"id", "name", "email", "role"}
    backwards = send("GET", "/v2/users", hq, params={"sort": "-id"}).json()["content"]
    assert backwards == own["content"][::-1]
    assert send("GET", "/v2/users?sort=%2Bid", hq).json() == own
    assert send("GET", "/v2/users", hq, params={"sort": "name"}).status_code == 400
    client = send("GET", "/v2/users", company.keys[0].value)
    assert client.json() == send("GET", "/v2/users", hq, company.id).json()
    assert not [one for one in client.json()["content"] if one["name"] == "Guest Two"]
    assert send("GET", "/v2/users", hq, "abc").status_code == 400
    assert send("POST", "/v2/users", hq).status_code == 405


@pytest.mark.parametrize(
    ("method", "path", "allowed"),
    [
        ("POST", "/v1/me", "GET"),
        ("HEAD", "/v1/me", "GET"),
        ("OPTIONS", EMAILS, "DELETE, GET, POST"),
        ("DELETE", "/v2/mailboxes/1", "GET, PATCH"),
        ("GET", BULK, "POST"),
        ("TRACE", "/v2/agency/companies", "GET, POST"),
        ("PROPFIND", "/v1/me", "GET"),
    ],
)
def test_a_wrong_method_is_a_405_that_names_the_right_ones(
    send: Any, hq: str, method: str, path: str, allowed: str
) -> None:
    response = send(method, path, hq)
    assert response.status_code == 405
    assert response.headers["allow"] == allowed


@pytest.mark.parametrize("text", ["abc", "1.0", "0", "-1", "%20", "1e3", "%00"])
def test_a_path_number_that_is_none_is_named(send: Any, hq: str, text: str) -> None:
    response = send("GET", f"/v2/mailboxes/{text}", hq)
    assert response.status_code == 400
    assert "id" in response.json()["detail"]


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("/v2/agency/companies?page=0", "page"),
        ("/v2/agency/companies?page=x", "page"),
        ("/v2/agency/companies?active=yes", "active"),
        ("/v2/agency/deliverability?per_page=51", "per_page"),
        ("/v2/agency/deliverability?from=01.06.2025", "from"),
        (EMAILS + "?per_page=0", "per_page"),
        (EMAILS + "?page=-1", "page"),
    ],
)
def test_a_query_parameter_out_of_its_range_is_named(send: Any, hq: str, path: str, name: str) -> None:
    response = send("GET", path, hq)
    assert response.status_code == 400
    assert name in response.json()["detail"]


def test_an_unknown_query_parameter_is_ignored(send: Any, hq: str) -> None:
    assert send("GET", "/v2/agency/companies?colour=blue", hq).status_code == 200


@pytest.mark.parametrize(
    ("raw", "content_type"),
    [
        (b"", "application/json"),
        (b"{", "application/json"),
        (b"\x00", "application/json"),
        (b'{"emails": ["\xff"]}', "application/json"),
        (b'{"emails": ["a"], "x": NaN}', "application/json"),
        (b'{"emails": ["a"], "x": -Infinity}', "application/json"),
        (b'{"emails": [' + b"9" * 5000 + b"]}", "application/json"),
        (b'{"x": ' * 100_000, "application/json"),
        (b'{"emails": ["a"]}', "text/plain"),
        (b'{"emails": ["a"]}', ""),
        (b'["a"]', "application/json"),
        (b"null", "application/json"),
    ],
)
def test_a_body_that_is_not_the_json_asked_for(send: Any, hq: str, raw: bytes, content_type: str) -> None:
    response = send("POST", EMAILS, hq, content=raw, headers={"content-type": content_type})
    assert response.status_code == 400
    assert response.json()["title"] == "Bad request"


def test_a_body_over_ten_megabytes_is_rejected(mock: MockServer, hq: str) -> None:
    raw = b'{"emails": ["' + b"a" * 11_000_000 + b'"]}'
    headers = {"x-api-key": hq, "content-type": "application/json"}
    assert httpx.post(mock.base_url + EMAILS, headers=headers, content=raw).is_client_error


def test_fields_that_nobody_knows_are_accepted(send: Any, hq: str) -> None:
    assert send("POST", EMAILS, hq, json={"emails": ["new@example.com"], "colour": "blue"}).status_code == 201


@pytest.mark.parametrize(
    ("path", "body", "pointer"),
    [
        ("/v2/agency/companies", {"companies": [{"name": "A"}, {}]}, "/companies/1"),
        ("/v2/agency/companies", {"companies": []}, "/companies"),
        ("/v2/agency/companies", {"companies": [{"name": str(n)} for n in range(11)]}, "/companies"),
        ("/v2/agency/companies", {"companies": [{"name": 5}]}, "/companies/0/name"),
        (EMAILS, {"emails": [""]}, "/emails/0"),
        (EMAILS, {"emails": ["a"] * 501}, "/emails"),
    ],
)
def test_a_body_that_breaks_the_schema_is_rejected_with_the_field(
    send: Any, hq: str, path: str, body: Any, pointer: str
) -> None:
    response = send("POST", path, hq, json=body)
    assert response.status_code == 400
    assert response.json()["detail"].startswith(pointer)


@pytest.mark.parametrize(
    "changes",
    [
        {"smtp_port": 0},
        {"smtp_port": 65536},
        {"imap_server": " "},
        {"daily_sending_limit": 5501},
        {"open_tracking_domain": "no domain"},
        {"smtp_password": [PASSWORD]},
        {"imap_password": {"value": PASSWORD}},
        {"sending_wait_time_from": 300, "sending_wait_time_to": 200},
    ],
)
def test_connecting_returns_its_own_errors_as_a_code_and_repeats_no_password(
    send: Any, hq: str, changes: dict[str, Any]
) -> None:
    response = send("POST", BULK, hq, json={"mailboxes": [mailbox(**changes)]})
    assert response.status_code == 400
    assert set(response.json()) == {"code", "details"}
    assert next(iter(changes)) in " ".join(response.json()["details"])
    assert PASSWORD not in response.text


def test_too_many_mailboxes_at_once(send: Any, hq: str) -> None:
    assert send("POST", BULK, hq, json={"mailboxes": [mailbox()] * 201}).status_code == 400


def test_a_rejected_request_changes_nothing(send: Any, hq: str, company: CompanyRecord) -> None:
    before = send("GET", f"/v2/agency/companies/{company.id}/users", hq).json()
    guests = [{"name": "Good", "email": "good@example.com"}, {"name": "Bad", "email": "no address"}]
    response = send("POST", f"/v2/agency/companies/{company.id}/invite_guest", hq, json={"guests": guests})
    assert response.status_code == 400
    assert send("GET", f"/v2/agency/companies/{company.id}/users", hq).json() == before
