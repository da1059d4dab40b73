"""The decision table, row by row: how the mock responds over HTTP, and what the plugin refuses to send."""

from __future__ import annotations

from collections.abc import Iterator

import httpx
import pytest
from woodpecker_auth import OWN_ACCOUNT, ClientKey, CompanyScope, HQKey, PolicyError, PolicyTransport
from woodpecker_mock import MockServer

ACCOUNT, AGENCY = "/v2/mailboxes", "/v2/agency/companies"


@pytest.fixture(scope="module")
def mock() -> Iterator[MockServer]:
    with MockServer() as server:
        yield server


@pytest.fixture(scope="module")
def names(mock) -> dict[str, str]:
    """Keys and ids by the words that the table below uses."""
    first, second, addon, plan, plain, shared = mock.world.state()["agencies"]
    granted, not_granted = (str(company["id"]) for company in shared["companies"])
    active, inactive = (next(c for c in first["companies"] if c["active"] is state) for state in (True, False))
    return {
        "HQ": first["hq_key"],
        "client": active["client_key"],
        "no add-on": addon["hq_key"],
        "low plan": plan["hq_key"],
        "plain": plain["hq_key"],
        "wrong": "000000.wrong",
        "active": str(active["id"]),
        "inactive": str(inactive["id"]),
        "foreign": str(second["companies"][0]["id"]),
        "own": str(active["id"]),
        "member": mock.world.agencies[-1].keys[1].value,
        "granted": granted,
        "not granted": not_granted,
    }


ROWS = [
    (1, None, None, ACCOUNT, 401, "Invalid api key"),
    (1, None, None, AGENCY, 401, "Invalid api key"),
    (1, None, "active", ACCOUNT, 401, "Invalid api key"),
    (2, "wrong", None, ACCOUNT, 401, "Invalid api key"),
    (2, "wrong", "active", AGENCY, 401, "Invalid api key"),
    (3, "no add-on", None, ACCOUNT, 401, "No API addon"),
    (3, "no add-on", None, AGENCY, 401, "No API addon"),
    (4, "low plan", None, ACCOUNT, 401, "Upgrade your plan"),
    (5, "client", None, ACCOUNT, 200, None),
    (6, "client", "foreign", ACCOUNT, 403, ""),
    (6, "client", "abc", ACCOUNT, 403, ""),
    (7, "client", "own", ACCOUNT, 403, ""),
    (8, "HQ", None, ACCOUNT, 200, None),
    (9, "HQ", "active", ACCOUNT, 200, None),
    (10, "HQ", "abc", ACCOUNT, 400, "X-Company-Id header value must be a number but is not"),
    (10, "HQ", "1.5", ACCOUNT, 400, "X-Company-Id header value must be a number but is not"),
    (11, "HQ", "foreign", ACCOUNT, 404, "Company not found"),
    (11, "HQ", "99999999999999999999999", ACCOUNT, 404, "Company not found"),
    (12, "HQ", "inactive", ACCOUNT, 409, "Company is inactive"),
    (13, "HQ", None, AGENCY, 200, None),
    (14, "HQ", "active", AGENCY, 400, "X-Company-Id is not accepted on agency routes"),
    (15, "client", None, AGENCY, 403, ""),
    (16, "plain", None, AGENCY, 403, "No Agency addon"),
    (17, "HQ", None, "/v2/agency/companies/{foreign}/users", 404, "Company not found"),
    (20, "member", None, AGENCY, 403, ""),
    (9, "member", "granted", ACCOUNT, 200, None),
    (21, "member", "not granted", ACCOUNT, 403, ""),
    (18, "HQ", None, AGENCY, 500, "An unexpected error has occurred. Please try again later."),
]
TITLES = {
    400: "Bad request", 401: "Unauthorized", 403: "Forbidden", 404: "Not Found", 409: "Conflict",
    500: "Internal Server Error",
}  # fmt: skip


@pytest.mark.parametrize(("row", "key", "company", "path", "status", "detail"), ROWS)
def test_the_mock_responds_to_each_row(mock, names, row, key, company, path, status, detail):
    headers = {}
    if key:
        headers["x-api-key"] = names[key]
    if company:
        headers["x-company-id"] = names.get(company, company)
    if row == 18:
        mock.world.fail_next()
    response = httpx.get(mock.base_url + path.format(**names), headers=headers)
    decided = httpx.get(f"{mock.url}/_mock/requests").json()[-1]
    assert (response.status_code, decided["row"]) == (status, row)
    if detail == "":
        assert response.content == b"" and "content-type" not in response.headers
        assert response.headers["content-length"] == "0"
    elif detail is not None:
        body = response.json()
        assert response.headers["content-type"] == "application/json"
        assert body.pop("timestamp")[4::3] == "-- ::"
        assert body == {"title": TITLES[status], "status": status, "detail": detail}


def test_each_context_sees_its_own_account(mock, names):
    def seen(key: str, company: str | None = None) -> set[str]:
        headers = {"x-api-key": names[key]} | ({"x-company-id": names[company]} if company else {})
        return {one["details"]["email"] for one in httpx.get(mock.base_url + ACCOUNT, headers=headers).json()}

    assert seen("HQ") != seen("HQ", "active") == seen("client")


REFUSED = [
    ("HQ", AGENCY, CompanyScope(1), "agency_route_with_company"),
    ("HQ", AGENCY, OWN_ACCOUNT, "agency_route_with_company"),
    ("HQ", ACCOUNT, None, "account_route_without_context"),
    ("client", ACCOUNT, CompanyScope(1), "company_with_client_key"),
    ("client", AGENCY, None, "agency_route_with_client_key"),
    ("client", AGENCY, CompanyScope(1), "agency_route_with_client_key"),
]


@pytest.mark.parametrize(("key", "path", "scope", "reason"), REFUSED)
def test_the_plugin_sends_nothing_that_would_be_refused(key, path, scope, reason):
    sent: list[httpx.Request] = []
    network = httpx.MockTransport(lambda request: sent.append(request) or httpx.Response(200))
    made = HQKey("k") if key == "HQ" else ClientKey("k")
    base = "https://api.woodpecker.co/rest"
    with httpx.Client(base_url=base, transport=PolicyTransport(made, network, scope=scope)) as http:
        with pytest.raises(PolicyError) as refused:
            http.get(path)
    assert refused.value.reason == reason and sent == []


ALLOWED = [
    ("HQ", AGENCY, None, None),
    ("HQ", ACCOUNT, CompanyScope(7), "7"),
    ("HQ", ACCOUNT, OWN_ACCOUNT, None),
    ("client", ACCOUNT, None, None),
    ("client", ACCOUNT, OWN_ACCOUNT, None),
]


@pytest.mark.parametrize(("key", "path", "scope", "company"), ALLOWED)
def test_the_plugin_sends_the_headers_of_each_allowed_row(key, path, scope, company):
    sent: list[httpx.Request] = []
    network = httpx.MockTransport(lambda request: sent.append(request) or httpx.Response(200))
    made = HQKey("the-key") if key == "HQ" else ClientKey("the-key")
    base = "https://api.woodpecker.co/rest"
    with httpx.Client(base_url=base, transport=PolicyTransport(made, network, scope=scope)) as http:
        response = http.get(path)
    assert sent[0].headers["x-api-key"] == "the-key" and sent[0].headers.get("x-company-id") == company
    assert "x-api-key" not in response.request.headers
