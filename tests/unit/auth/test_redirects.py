"""Redirects and absolute URLs: both headers are sent to the API only."""

from __future__ import annotations

import httpx
import pytest
from woodpecker_auth import SCOPE_EXTENSION, CompanyScope, HQKey

CODES = [301, 302, 303, 307, 308]
NAMES = ("x-api-key", "x-company-id", "the-key")
SEVEN = CompanyScope(7)


def bare(head: str) -> bool:
    return not any(name in head for name in NAMES)


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("host", ["127.0.0.1", "127.0.0.2"], ids=["another port", "another host and port"])
def test_a_redirect_to_another_origin_is_sent_without_the_headers(send, listen, http_response, code, host):
    elsewhere = listen(host)
    api = listen("127.0.0.1", lambda head: http_response(code, location=f"{elsewhere.url}/rest/v2/mailboxes"))
    done = send(
        HQKey("the-key"), f"{api.url}/rest/v2/mailboxes", base_url=f"{api.url}/rest", scope=SEVEN, follow_redirects=True
    )
    assert "x-api-key: the-key" in api.heads[0] and "x-company-id: 7" in api.heads[0]
    assert len(elsewhere.heads) == 1 and bare(elsewhere.heads[0])
    assert all("x-api-key" not in hop.request.headers for hop in [done, *done.history])


@pytest.mark.parametrize("code", CODES)
def test_another_name_for_the_same_socket_is_another_host(send, listen, http_response, code):
    api = listen(
        "127.0.0.1",
        lambda head: (
            http_response()
            if b"moved" in head
            else http_response(code, location=f"http://localhost:{api.port}/rest/v2/moved")
        ),
    )
    send(
        HQKey("the-key"), f"{api.url}/rest/v2/mailboxes", base_url=f"{api.url}/rest", scope=SEVEN, follow_redirects=True
    )
    first, second = api.heads
    assert not bare(first) and bare(second)


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize(
    "location", ["http://api.woodpecker.co/rest/v2/mailboxes", "https://api.woodpecker.co:8443/rest/v2/mailboxes"]
)
def test_a_redirect_to_another_scheme_or_port_is_sent_without_the_headers(send, network, code, location):
    network.respond = lambda request: (
        httpx.Response(code, headers={"location": location}) if len(network.sent) == 1 else httpx.Response(200)
    )
    send(
        HQKey("the-key"),
        "https://api.woodpecker.co/rest/v2/mailboxes",
        inner=network.transport,
        scope=SEVEN,
        follow_redirects=True,
    )
    first, second = network.sent
    assert first.headers["x-api-key"] == "the-key" and second.url == location
    assert not {"x-api-key", "x-company-id"} & second.headers.keys()


@pytest.mark.parametrize("code", [307, 308])
def test_a_redirect_does_not_carry_a_body_to_another_origin(send, listen, http_response, refused, code):
    elsewhere = listen("127.0.0.2")
    api = listen("127.0.0.1", lambda head: http_response(code, location=f"{elsewhere.url}/rest/v2/mailboxes"))
    with refused("body_to_other_origin"):
        send(HQKey("the-key"), f"{api.url}/rest/v2/mailboxes", "POST", base_url=f"{api.url}/rest", scope=SEVEN,
             follow_redirects=True, json={"smtp_password": "hunter2"})  # fmt: skip
    assert len(api.heads) == 1 and elsewhere.heads == []


def test_an_absolute_url_to_another_origin_is_sent_without_the_headers(send, listen):
    elsewhere = listen("127.0.0.2")
    send(HQKey("the-key"), f"{elsewhere.url}/rest/v2/mailboxes", scope=SEVEN, headers={"x-company-id": "7"})
    assert len(elsewhere.heads) == 1 and bare(elsewhere.heads[0])


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("absolute", [True, False])
def test_within_the_api_the_headers_and_the_scope_stay(send, listen, http_response, code, absolute):
    def reply(head: bytes) -> bytes:
        return (
            http_response()
            if b"/v2/moved" in head
            else http_response(code, location=f"{api.url if absolute else ''}/rest/v2/moved")
        )

    api = listen("127.0.0.1", reply)
    send(HQKey("the-key"), f"{api.url}/rest/v2/mailboxes", base_url=f"{api.url}/rest", follow_redirects=True,
         extensions={SCOPE_EXTENSION: SEVEN})  # fmt: skip
    assert len(api.heads) == 2
    assert all("x-api-key: the-key" in head and "x-company-id: 7" in head for head in api.heads)


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize(
    "how", [{"scope": SEVEN}, {"extensions": {SCOPE_EXTENSION: SEVEN}}, {"headers": {"x-company-id": "7"}}]
)
def test_from_an_account_route_to_an_agency_route_is_refused(send, listen, http_response, refused, code, how):
    api = listen("127.0.0.1", lambda head: http_response(code, location="/rest/v2/agency/companies"))
    with refused("agency_route_with_company"):
        send(HQKey("the-key"), f"{api.url}/rest/v2/mailboxes", base_url=f"{api.url}/rest", follow_redirects=True, **how)
    assert len(api.heads) == 1


def test_from_an_agency_route_to_an_account_route_is_refused(send, network, refused):
    network.respond = lambda request: httpx.Response(302, headers={"location": "/rest/v2/mailboxes"})
    with refused("account_route_without_context"):
        send(
            HQKey("k"),
            "https://api.woodpecker.co/rest/v2/agency/companies",
            inner=network.transport,
            follow_redirects=True,
        )
    assert len(network.sent) == 1


@pytest.mark.parametrize("requested", ["/v2/agency/companies/7/users", "/v2/agency/companies"])
def test_a_redirect_to_another_companys_route_is_refused(send, network, refused, requested):
    network.respond = lambda request: httpx.Response(307, headers={"location": "/rest/v2/agency/companies/8/users"})
    with refused("company_mismatch"):
        send(
            HQKey("the-key"),
            f"https://api.woodpecker.co/rest{requested}",
            inner=network.transport,
            follow_redirects=True,
        )
    assert [request.url.path for request in network.sent] == [f"/rest{requested}"]


@pytest.mark.parametrize("location", ["/rest/v2/agency/companies/7/people", "/rest/v2/agency/users"])
def test_a_redirect_may_move_the_route_of_the_same_company(send, network, location):
    network.respond = lambda request: (
        httpx.Response(307, headers={"location": location}) if len(network.sent) == 1 else httpx.Response(200)
    )
    done = send(
        HQKey("the-key"),
        "https://api.woodpecker.co/rest/v2/agency/companies/7/users",
        inner=network.transport,
        follow_redirects=True,
    )
    assert done.status_code == 200 and done.url.path == location
