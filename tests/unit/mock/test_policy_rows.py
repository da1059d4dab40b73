"""Each row of the decision table over HTTP: status, body to the letter, and the row that the log names."""

from __future__ import annotations

import re
from typing import Any

import httpx
import pytest
from woodpecker_mock import MockServer
from woodpecker_mock.world import AgencyRecord, CompanyRecord

ACCOUNT, AGENCY = "/v2/mailboxes", "/v2/agency/companies"
NUMBER_TEXT = "X-Company-Id header value must be a number but is not"
FAULT_TEXT = "An unexpected error has occurred. Please try again later."

TITLES = {
    400: "Bad request",
    401: "Unauthorized",
    403: "Forbidden",
    404: "Not Found",
    409: "Conflict",
    500: "Internal Server Error",
}


def of(mock: MockServer, access: str) -> AgencyRecord:
    return next(agency for agency in mock.world.agencies if agency.access == access)


def logged(mock: MockServer) -> dict[str, Any]:
    entries: list[dict[str, Any]] = httpx.get(f"{mock.url}/_mock/requests").json()
    return entries[-1]


def rejected(response: httpx.Response, status: int, detail: str) -> None:
    assert response.status_code == status
    body = response.json()
    assert re.fullmatch(r"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d", body.pop("timestamp"))
    assert body == {"title": TITLES[status], "status": status, "detail": detail}


def refused_without_a_body(response: httpx.Response) -> None:
    assert response.status_code == 403
    assert response.content == b""
    assert "content-type" not in response.headers
    assert response.headers["content-length"] == "0"


@pytest.mark.parametrize("path", [ACCOUNT, AGENCY, "/v1/me"])
@pytest.mark.parametrize(("key", "row"), [(None, 1), ("", 2), ("100.unknown", 2)])
def test_rows_1_and_2_no_key_and_a_wrong_one(send: Any, mock: MockServer, path: str, key: str | None, row: int) -> None:
    rejected(send("GET", path, key), 401, "Invalid api key")
    assert logged(mock)["row"] == row


@pytest.mark.parametrize("path", [ACCOUNT, AGENCY])
@pytest.mark.parametrize(
    ("access", "detail", "row"),
    [("no_api_addon", "No API addon", 3), ("plan_too_low", "Upgrade your plan", 4)],
)
@pytest.mark.parametrize("key_kind", ["hq", "client"])
def test_rows_3_and_4_a_subscription_without_the_api(
    send: Any, mock: MockServer, path: str, access: str, detail: str, row: int, key_kind: str
) -> None:
    agency = of(mock, access)
    keys = agency.keys if key_kind == "hq" else next(iter(agency.companies.values())).keys
    rejected(send("GET", path, keys[0].value), 401, detail)
    assert logged(mock)["row"] == row


def test_row_5_a_client_key_works_in_its_account(send: Any, mock: MockServer, company: CompanyRecord) -> None:
    assert send("GET", "/v1/me", company.keys[0].value).json()["firm_id"] == company.id
    assert logged(mock)["row"] == 5


@pytest.mark.parametrize("header", ["own", "other", "not-a-number", ""])
def test_rows_6_and_7_a_client_key_never_sends_a_company(
    send: Any, mock: MockServer, agency: AgencyRecord, company: CompanyRecord, header: str
) -> None:
    another = next(one.id for one in agency.companies.values() if one.id != company.id)
    value = {"own": company.id, "other": another}.get(header, header)
    refused_without_a_body(send("GET", ACCOUNT, company.keys[0].value, value))
    assert logged(mock)["row"] == (7 if header == "own" else 6)


def test_row_8_the_agency_s_own_account(send: Any, mock: MockServer, agency: AgencyRecord, hq: str) -> None:
    assert send("GET", "/v1/me", hq).json()["firm_id"] == agency.account.id
    assert logged(mock)["row"] == 8


def test_row_9_a_client_s_account(send: Any, mock: MockServer, company: CompanyRecord, hq: str) -> None:
    assert send("GET", "/v1/me", hq, company.id).json()["firm_id"] == company.id
    listed = [mailbox["id"] for mailbox in send("GET", ACCOUNT, hq, company.id).json()]
    assert listed == list(company.account.mailboxes)
    assert logged(mock)["row"] == 9


@pytest.mark.parametrize("value", ["abc", "", "1.5", "1e3", "0x10", "-", "--1", "1 2", "+1"])
def test_row_10_a_company_that_is_no_number(send: Any, mock: MockServer, hq: str, value: str) -> None:
    rejected(send("GET", ACCOUNT, hq, value), 400, NUMBER_TEXT)
    assert logged(mock)["row"] == 10


@pytest.mark.parametrize("value", ["0", "-5", "1", str(2**63), "9" * 300])
def test_row_11_a_number_that_is_no_company(send: Any, mock: MockServer, hq: str, value: str) -> None:
    rejected(send("GET", ACCOUNT, hq, value), 404, "Company not found")
    assert logged(mock)["row"] == 11


def test_row_11_a_company_of_another_agency(send: Any, mock: MockServer, hq: str) -> None:
    foreign = next(iter(mock.world.agencies[1].companies))
    rejected(send("GET", ACCOUNT, hq, foreign), 404, "Company not found")


def test_row_12_an_inactive_company(send: Any, mock: MockServer, agency: AgencyRecord, hq: str) -> None:
    inactive = [company.id for company in agency.companies.values() if not company.active]
    assert len(inactive) == 2
    rejected(send("GET", ACCOUNT, hq, inactive[0]), 409, "Company is inactive")
    assert logged(mock)["row"] == 12


def test_row_13_an_agency_route(send: Any, mock: MockServer, hq: str) -> None:
    assert send("GET", AGENCY, hq).status_code == 200
    assert logged(mock)["row"] == 13


def test_row_14_a_company_on_an_agency_route(send: Any, mock: MockServer, company: CompanyRecord, hq: str) -> None:
    response = send("GET", AGENCY, hq, company.id)
    assert response.status_code == 400
    assert "x-company-id" in response.json()["detail"].lower()
    assert logged(mock)["row"] == 14


@pytest.mark.parametrize("with_company", [False, True])
def test_row_15_a_client_key_on_an_agency_route(
    send: Any, mock: MockServer, company: CompanyRecord, with_company: bool
) -> None:
    refused_without_a_body(send("GET", AGENCY, company.keys[0].value, company.id if with_company else None))
    assert logged(mock)["row"] == 15


def test_row_16_no_agency_add_on(send: Any, mock: MockServer) -> None:
    rejected(send("GET", AGENCY, of(mock, "no_agency_addon").keys[0].value), 403, "No Agency addon")
    assert logged(mock)["row"] == 16


@pytest.mark.parametrize("which", ["unknown", "of another agency"])
def test_row_17_a_path_that_names_an_unknown_company(send: Any, mock: MockServer, hq: str, which: str) -> None:
    number = 5 if which == "unknown" else next(iter(mock.world.agencies[1].companies))
    rejected(send("GET", f"{AGENCY}/{number}/users", hq), 404, "Company not found")
    assert logged(mock)["row"] == 17


@pytest.mark.parametrize("how", ["in process", "over http"])
def test_row_18_a_fault_on_demand(send: Any, mock: MockServer, hq: str, how: str) -> None:
    if how == "in process":
        mock.world.fail_next(2)
    else:
        httpx.post(f"{mock.url}/_mock/fail", params={"times": 2}).raise_for_status()
    rejected(send("GET", ACCOUNT, hq), 500, FAULT_TEXT)
    assert logged(mock)["row"] == 18
    rejected(send("GET", AGENCY, None), 500, FAULT_TEXT)
    assert send("GET", ACCOUNT, hq).status_code == 200


def test_a_wrong_key_is_reported_before_a_wrong_company(send: Any) -> None:
    rejected(send("GET", ACCOUNT, "100.unknown", "abc"), 401, "Invalid api key")


@pytest.mark.parametrize("name", ["x-api-key", "x-company-id"])
def test_a_header_given_twice_is_rejected(mock: MockServer, company: CompanyRecord, hq: str, name: str) -> None:
    headers = [("x-api-key", hq), ("x-company-id", str(company.id))]
    response = httpx.get(mock.base_url + ACCOUNT, headers=[*headers, *(h for h in headers if h[0] == name)])
    assert response.status_code == 400


def test_the_row_takes_the_same_form_on_connecting_mailboxes(send: Any, hq: str) -> None:
    path = "/v2/mailboxes/manual_connection/bulk"
    rejected(send("POST", path, hq, "abc", json={}), 400, NUMBER_TEXT)


@pytest.fixture
def shared(mock: MockServer) -> AgencyRecord:
    """The agency whose second key belongs to a team member with access to the first company only."""
    return mock.world.agencies[-1]


@pytest.mark.parametrize("path", [AGENCY, f"{AGENCY}/{{granted}}/users", f"{AGENCY}/{{other}}/api_keys"])
def test_row_20_agency_routes_need_an_admin_s_key(send: Any, mock: MockServer, shared: AgencyRecord, path: str) -> None:
    admin, member = (key.value for key in shared.keys)
    granted, other = shared.companies
    where = path.format(granted=granted, other=other)
    assert send("GET", where, admin).status_code == 200
    refused_without_a_body(send("GET", where, member))
    assert logged(mock)["row"] == 20


def test_row_21_a_team_member_s_key_reaches_the_companies_that_were_granted(
    send: Any, mock: MockServer, shared: AgencyRecord
) -> None:
    admin, member = (key.value for key in shared.keys)
    granted, other = shared.companies
    assert send("GET", ACCOUNT, member, granted).json() == send("GET", ACCOUNT, admin, granted).json()
    refused_without_a_body(send("GET", ACCOUNT, member, other))
    assert logged(mock)["row"] == 21
    shared.companies[other].owner = shared.keys[1].user
    assert send("GET", ACCOUNT, member, other).status_code == 200
    rejected(send("GET", ACCOUNT, member, 1), 404, "Company not found")


def test_rows_20_and_21_a_team_member_sees_the_email_accounts_of_granted_companies(
    send: Any, mock: MockServer, shared: AgencyRecord
) -> None:
    member = shared.keys[1].value
    granted, other = shared.companies
    assert send("GET", f"{AGENCY}/{granted}/email_accounts", member).status_code == 200
    refused_without_a_body(send("GET", f"{AGENCY}/{other}/email_accounts", member))
    assert logged(mock)["row"] == 21


def test_a_seed_has_roles(send: Any, mock: MockServer) -> None:
    users = [
        {"id": 1, "name": "Ada", "email": "ada@example.com"},
        {"id": 2, "name": "Ben", "email": "ben@example.com", "roles": ["authorized_team_member"]},
    ]
    companies = [{"name": "For Both", "users": [1, 2]}, {"name": "For Ada", "users": [1]}]
    agency = {"name": "Roles", "users": users, "keys": ["ada", {"key": "ben", "user": 2}], "companies": companies}
    mock.world.load({"agencies": [agency]})
    both, only_ada = mock.world.agencies[0].companies
    assert [send("GET", ACCOUNT, "ben", one).status_code for one in (both, only_ada)] == [200, 403]
    assert send("POST", AGENCY, "ada", json={"companies": [{"name": "New"}]}).status_code == 201
    new = list(mock.world.agencies[0].companies)[-1]
    assert send("GET", ACCOUNT, "ben", new).status_code == 403
