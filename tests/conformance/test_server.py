"""server.json: a request as it arrives -> the response; the mock is called over HTTP."""

from __future__ import annotations

import re
from typing import Any

import httpx
import pytest
from woodpecker_mock import MockServer

from .vectors import cases, inputs
from .world import Named, company_of, email_of, furnished, header_text, row_logged


@cases("server")
def test_the_mock_responds_as_the_table_says(
    mock: MockServer, http: httpx.Client, named: Named, case: dict[str, Any]
) -> None:
    replay(mock, http, named, **inputs(case))


def replay(
    mock: MockServer,
    http: httpx.Client,
    named: Named,
    *,
    row: int | None,
    evidence: str,
    request: dict[str, Any],
    expect: dict[str, Any],
    credentials: list[str] | None = None,
    guests: list[str] | None = None,
) -> None:
    with furnished(company_of(mock, named.ids["active"]), credentials, guests):
        response = send(http, named, **request)
    assert row_logged(mock, http) == row
    match expect:
        case {"status": status, "empty": True, **rest} if not rest:
            assert (response.status_code, response.content) == (status, b"")
            assert "content-type" not in response.headers
        case {"status": status, "title": title, "detail": detail, **rest} if not rest:
            body = response.json()
            assert re.fullmatch(r"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d", body.pop("timestamp"))
            assert (response.status_code, body) == (status, {"title": title, "status": status, "detail": detail})
            assert response.headers["content-type"] == "application/json"
        case {"status": status, "v1_code": code, **rest} if not rest:
            error = response.json()["status"]
            assert (response.status_code, error["status"], error["code"]) == (status, "ERROR", code)
        case {"status": status, "lists": listed, **rest} if not rest:
            emails = {one["email"] for one in response.json()["content"]}
            assert (response.status_code, emails & {email_of(one) for one in guests or []}) == (
                status,
                {email_of(one) for one in listed},
            )
        case {"status": status, "firm_id": account, **rest} if not rest:
            assert (response.status_code, response.json()["firm_id"]) == (status, named.ids[account])
        case {"status": status, **rest} if not rest:
            assert response.status_code == status
        case _:
            pytest.fail(f"no such expectation: {expect}")


def send(
    http: httpx.Client,
    named: Named,
    *,
    method: str,
    path: str,
    key: dict[str, str] | None,
    company: dict[str, str] | None,
    body: dict[str, Any] | None = None,
) -> httpx.Response:
    values = {"x-api-key": header_text(key, named.keys), "x-company-id": header_text(company, named.ids)}
    headers = {name: value for name, value in values.items() if value is not None}
    sent = None if method == "GET" else body or {}
    return http.request(method, path.format(**named.ids), headers=headers, json=sent)
