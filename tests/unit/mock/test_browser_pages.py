"""Pages in a browser: those of this machine may call the API, and no others."""

from __future__ import annotations

import httpx
import pytest
from woodpecker_mock import MockServer

PREFLIGHT = {"Access-Control-Request-Method": "PATCH", "Access-Control-Request-Headers": "x-api-key,x-company-id"}


@pytest.fixture(scope="module")
def mock():
    with MockServer() as server:
        yield server


@pytest.mark.parametrize(
    "origin", ["http://localhost:3000", "http://127.0.0.1:8080", "https://[::1]", "http://localhost"]
)
def test_a_page_of_this_machine_may_send_the_key_and_read_the_response(mock: MockServer, origin: str) -> None:
    url = f"{mock.base_url}/v2/mailboxes/51001"
    preflight = httpx.options(url, headers={"Origin": origin, **PREFLIGHT})
    assert preflight.status_code == 200
    assert preflight.headers["access-control-allow-origin"] == origin
    assert "PATCH" in preflight.headers["access-control-allow-methods"]
    assert {"x-api-key", "x-company-id"} <= set(preflight.headers["access-control-allow-headers"].lower().split(", "))
    read = httpx.get(f"{mock.base_url}/v1/me", headers={"Origin": origin, "x-api-key": mock.hq_key})
    assert (read.status_code, read.headers["access-control-allow-origin"]) == (200, origin)


@pytest.mark.parametrize(
    "origin",
    [
        "https://docs.example.com",
        "http://localhost.example.com",
        "http://127.0.0.1.example.com",
        "null",
        "http://10.0.0.1",
    ],
)
def test_no_other_page_may(mock: MockServer, origin: str) -> None:
    url = f"{mock.base_url}/v1/me"
    preflight = httpx.options(url, headers={"Origin": origin, **PREFLIGHT})
    assert preflight.status_code == 400
    assert "access-control-allow-origin" not in preflight.headers
    read = httpx.get(url, headers={"Origin": origin, "x-api-key": mock.hq_key})
    assert "access-control-allow-origin" not in read.headers


def test_no_page_may_call_the_mocks_own_routes(mock: MockServer) -> None:
    state = mock.base_url.replace("/rest", "/_mock/state")
    response = httpx.get(state, headers={"Origin": "http://localhost:3000"})
    assert "access-control-allow-origin" not in response.headers


def test_options_without_a_page_is_a_wrong_method(mock: MockServer) -> None:
    response = httpx.options(f"{mock.base_url}/v1/me", headers={"x-api-key": mock.hq_key})
    assert (response.status_code, response.headers["allow"]) == (405, "GET")
