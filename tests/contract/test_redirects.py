"""Neither header arrives anywhere but at the API's origin, whatever a server or a caller asks for."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import httpx
import pytest
from woodpecker_auth import CompanyScope, HQKey, PolicyError, PolicyTransport
from woodpecker_client import Agency, UnexpectedResponse

CODES = [301, 302, 303, 307, 308]
Respond = Callable[[BaseHTTPRequestHandler], tuple[int, str | None]]


@contextmanager
def server(host: str, respond: Respond) -> Iterator[tuple[str, list[dict[str, str]]]]:
    """A real socket that responds with a status and a location, and the headers of what arrived."""
    arrived: list[dict[str, str]] = []

    class Handler(BaseHTTPRequestHandler):
        def handle_any(self) -> None:
            arrived.append({name.lower(): value for name, value in self.headers.items()} | {":path": self.path})
            status, location = respond(self)
            self.send_response(status)
            if location:
                self.send_header("location", location)
            body = b"[]" if status == 200 else b""
            self.send_header("content-type", "application/json")
            self.send_header("content-length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        do_GET = do_POST = do_PATCH = handle_any

        def log_message(self, format: str, *args: object) -> None:
            pass

    running = ThreadingHTTPServer((host, 0), Handler)
    thread = Thread(target=running.serve_forever)
    thread.start()
    try:
        yield f"http://{host}:{running.server_address[1]}", arrived
    finally:
        running.shutdown()
        thread.join()
        running.server_close()


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("host", ["127.0.0.1", "127.0.0.2"])
def test_a_redirect_to_another_port_or_host_carries_no_header(code, host):
    with server(host, lambda request: (200, None)) as (elsewhere, arrived):
        with server("127.0.0.1", lambda request: (code, f"{elsewhere}/rest/v2/mailboxes")) as (api, at_origin):
            with Agency("hq-key", base_url=f"{api}/rest", follow_redirects=True) as agency:
                assert agency.account(7).mailboxes.list() == []
    assert at_origin[0]["x-api-key"] == "hq-key" and at_origin[0]["x-company-id"] == "7"
    assert len(arrived) == 1 and not {"x-api-key", "x-company-id"} & arrived[0].keys()


@pytest.mark.parametrize("code", CODES)
def test_a_redirect_to_another_scheme_carries_no_header(code):
    sent: list[httpx.Request] = []

    def network(request: httpx.Request) -> httpx.Response:
        sent.append(request)
        if request.url.scheme == "https":
            return httpx.Response(code, headers={"location": "http://api.woodpecker.co/rest/v2/mailboxes"})
        return httpx.Response(200, json=[])

    with Agency("hq-key", transport=httpx.MockTransport(network), follow_redirects=True) as agency:
        agency.account(7).mailboxes.list()
    first, second = sent
    assert first.headers["x-company-id"] == "7"
    assert not {"x-api-key", "x-company-id"} & second.headers.keys()


def test_an_absolute_url_to_another_host_carries_no_header():
    with server("127.0.0.2", lambda request: (200, None)) as (elsewhere, arrived):
        transport = PolicyTransport(HQKey("hq-key"), scope=CompanyScope(7))
        with httpx.Client(base_url="https://api.woodpecker.co/rest", transport=transport) as http:
            http.get(f"{elsewhere}/rest/v2/mailboxes", headers={"x-company-id": "7"})
            with pytest.raises(PolicyError) as refused:
                http.post(f"{elsewhere}/rest/v2/mailboxes", json={"smtp_password": "hunter2"})
    assert refused.value.reason == "body_to_other_origin"
    assert len(arrived) == 1 and not {"x-api-key", "x-company-id"} & arrived[0].keys()


def test_a_redirect_within_the_origin_is_decided_anew():
    def respond(request: BaseHTTPRequestHandler) -> tuple[int, str | None]:
        return (200, None) if request.path.endswith("moved") else (307, "/rest/v2/moved")

    with server("127.0.0.1", respond) as (api, arrived):
        with Agency("hq-key", base_url=f"{api}/rest", follow_redirects=True) as agency:
            agency.account(7).mailboxes.list()
    assert [one["x-company-id"] for one in arrived] == ["7", "7"]


def test_a_redirect_from_an_account_route_to_an_agency_route_is_refused():
    with server("127.0.0.1", lambda request: (302, "/rest/v2/agency/companies")) as (api, arrived):
        with Agency("hq-key", base_url=f"{api}/rest", follow_redirects=True) as agency:
            with pytest.raises(PolicyError) as refused:
                agency.account(7).mailboxes.list()
    assert refused.value.reason == "agency_route_with_company" and len(arrived) == 1


def test_redirects_are_not_followed_unless_asked_for():
    with server("127.0.0.1", lambda request: (302, "http://127.0.0.2:9/")) as (api, arrived):
        with Agency("hq-key", base_url=f"{api}/rest") as agency:
            with pytest.raises(UnexpectedResponse, match="a redirect, which is not followed"):
                agency.account(7).mailboxes.list()
    assert len(arrived) == 1
