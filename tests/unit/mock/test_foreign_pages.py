"""Pages of other sites reach neither the mock's pages nor `/_mock`, even under a name that leads to this machine."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Iterator

import httpx
import pytest
from starlette.routing import Route
from woodpecker_mock import MockServer, create_app

EVERYWHERE = [
    "/",
    "/docs",
    "/docs/openapi.json",
    "/static/console.js",
    "/_mock/state",
    "/_mock/requests",
    "/_mock/snapshot",
]
FOREIGN = {
    "another site": {"Origin": "https://docs.example.com"},
    "a frame in a sandbox, or a file": {"Origin": "null"},
    "another port of this machine": {"Origin": "http://127.0.0.1:1"},
    "two origins": [("Origin", "{own}"), ("Origin", "https://docs.example.com")],
    "a picture or a script on another site": {"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "no-cors"},
    "a picture on another port": {"Sec-Fetch-Site": "same-site", "Sec-Fetch-Mode": "no-cors"},
    "a frame on another site": {
        "Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "navigate", "Sec-Fetch-Dest": "iframe",
    },
}  # fmt: skip
LINK = {"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "navigate", "Sec-Fetch-Dest": "document"}


@pytest.fixture(scope="module")
def mock() -> Iterator[MockServer]:
    with MockServer(allow_hosts=["mock.team.example"]) as server:
        yield server


@pytest.fixture(scope="module")
def client(mock: MockServer) -> Iterator[httpx.Client]:
    with httpx.Client(base_url=mock.url) as one:
        yield one


def headers_of(sender: str, mock: MockServer) -> list[tuple[str, str]]:
    given = FOREIGN[sender]
    pairs = given.items() if isinstance(given, dict) else given
    return [(name, value.replace("{own}", mock.url)) for name, value in pairs]


@pytest.mark.parametrize("sender", FOREIGN)
def test_what_a_foreign_page_requests_is_refused(mock: MockServer, client: httpx.Client, sender: str) -> None:
    client.get("/rest/v1/me", headers={"x-api-key": mock.hq_key})
    logged = len(mock.log)
    for path in EVERYWHERE:
        refused = client.get(path, headers=headers_of(sender, mock))
        assert (refused.status_code, list(refused.json())) == (403, ["detail"]), path
    # Requests of these forms need no preflight.
    forms = {"Content-Type": "text/plain"}
    for path in ("/_mock/reset", "/_mock/reset?world=true", "/_mock/fail", "/_mock/mutants/created-is-200"):
        refused = client.post(path, headers=[*headers_of(sender, mock), *forms.items()])
        assert refused.status_code == 403, path
    assert len(mock.log) == logged and mock.mutants.enabled == [] and mock.faults.state()["faults"] == []


def test_no_route_beside_the_api_is_open_to_foreign_pages(mock: MockServer, client: httpx.Client) -> None:
    tried = 0
    for route in mock.app.routes:
        assert isinstance(route, Route)
        if route.path.startswith("/rest/"):
            continue
        for method in route.methods or ():
            refused = client.request(
                method, re.sub(r"{.*}", "1", route.path), headers={"Origin": "https://docs.example.com"}
            )
            assert refused.status_code == 403, (method, route.path)
            tried += 1
    assert tried > 20


@pytest.mark.parametrize(
    "name", ["rebound.example", "127.0.0.1.rebound.example", "localhost.example", "intranet", "a@b"]
)
def test_a_foreign_name_of_this_machine_is_refused(mock: MockServer, client: httpx.Client, name: str) -> None:
    port = mock.url.rpartition(":")[2]
    for host in (name, f"{name}:{port}", f"{name}.", name.upper()):
        # Such a page is of the same origin as the mock.
        for headers in ({}, {"Origin": f"http://{host}", "Sec-Fetch-Site": "same-origin"}):
            for path in EVERYWHERE:
                refused = client.get(path, headers={"Host": host, **headers})
                assert refused.status_code == 403, (host, path)
                assert "--allow-host" in refused.json()["detail"] and mock.hq_key not in refused.text
            assert client.post("/_mock/reset", headers={"Host": host, **headers}).status_code == 403


@pytest.mark.parametrize(
    "host",
    [
        "localhost",
        "LOCALHOST:8080",
        "mock.localhost:8080",
        "127.0.0.1",
        "[::1]:8080",
        "10.0.0.7:80",
        "mock.team.example",
    ],
)
def test_the_mock_s_own_names_are_known(mock: MockServer, client: httpx.Client, host: str) -> None:
    own = {"Host": host, "Origin": f"http://{host.lower()}", "Sec-Fetch-Site": "same-origin"}
    for headers in ({"Host": host}, own):
        assert client.get("/_mock/state", headers=headers).status_code == 200
        assert client.post("/_mock/reset", headers=headers).status_code == 204


def test_a_link_on_another_site_opens_a_page_and_nothing_else(mock: MockServer, client: httpx.Client) -> None:
    assert {client.get(page, headers=LINK).status_code for page in ("/", "/docs")} == {200}
    assert client.get("/_mock/state", headers=LINK).status_code == 403
    assert client.post("/_mock/reset", headers={**LINK, "Origin": "https://docs.example.com"}).status_code == 403


def test_the_api_answers_under_every_name(mock: MockServer, client: httpx.Client) -> None:
    headers = {"Host": "rebound.example", "x-api-key": mock.hq_key}
    assert client.get("/rest/v1/me", headers=headers).status_code == 200


def test_a_machine_that_is_reached_over_the_network_is_known_by_names_without_a_dot() -> None:
    async def status(address: str, host: str) -> int:
        transport = httpx.ASGITransport(create_app())
        async with httpx.AsyncClient(transport=transport, base_url=f"http://{address}") as client:
            return (await client.get("/_mock/state", headers={"Host": host})).status_code

    # As a service of Docker Compose is called: no site of the web has such a name.
    assert asyncio.run(status("172.17.0.2", "mock:8080")) == 200
    assert asyncio.run(status("172.17.0.2", "mock.example:8080")) == 403
    assert asyncio.run(status("127.0.0.1", "mock:8080")) == 403


def test_pages_and_json_forbid_what_browsers_would_do_with_them(mock: MockServer, client: httpx.Client) -> None:
    for path in EVERYWHERE:
        for headers in ({}, {"Origin": "null"}):
            response = client.get(path, headers=headers)
            policy = dict(one.strip().split(" ", 1) for one in response.headers["content-security-policy"].split(";"))
            assert policy["default-src"] == policy["frame-ancestors"] == policy["base-uri"] == "'none'"
            assert policy["script-src"] == policy["style-src"] == policy["connect-src"] == "'self'"
            assert response.headers["x-content-type-options"] == "nosniff"
            assert response.headers["referrer-policy"] == "no-referrer"
            assert response.headers["cache-control"] == "no-store"
            assert response.headers["cross-origin-resource-policy"] == "same-origin"
