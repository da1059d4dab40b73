"""The headers of a request, and requests that are refused before anything is sent."""

from __future__ import annotations

import httpx
import pytest
from woodpecker_auth import (
    OWN_ACCOUNT,
    SCOPE_EXTENSION,
    ClientKey,
    CompanyScope,
    HQKey,
    PolicyTransport,
)

BASE = "https://api.woodpecker.co/rest"
ACCOUNT, AGENCY, ELSEWHERE = (
    f"{BASE}/v2/mailboxes",
    f"{BASE}/v2/agency/companies",
    "https://h.example/rest/v2/mailboxes",
)
HQ, CLIENT = HQKey("the-key"), ClientKey("the-key")
TEXT = {"x-company-id": "7"}


def scoped(scope: object) -> dict[str, object]:
    return {"extensions": {SCOPE_EXTENSION: scope}}


@pytest.mark.parametrize(
    ("key", "url", "scope", "request_args", "company"),
    [
        (HQ, ACCOUNT, CompanyScope(7), {}, "7"),
        (HQ, ACCOUNT, None, scoped(CompanyScope(7)), "7"),
        (HQ, ACCOUNT, CompanyScope(8), scoped(CompanyScope(7)), "7"),
        (HQ, ACCOUNT, CompanyScope(8), scoped(OWN_ACCOUNT), None),
        (HQ, AGENCY, CompanyScope(8), scoped(None), None),
        (HQ, ACCOUNT, None, {"headers": TEXT}, "7"),
        (HQ, ACCOUNT, None, {"headers": {"X-Company-ID": "007"}}, "7"),
        (HQ, ACCOUNT, CompanyScope(7), {"headers": TEXT}, "7"),
        (HQ, ACCOUNT, CompanyScope(8), {"headers": TEXT, **scoped(CompanyScope(7))}, "7"),
        (CLIENT, ACCOUNT, None, {}, None),
    ],
)
def test_the_company_of_a_request(send, network, key, url, scope, request_args, company):
    response = send(key, url, inner=network.transport, scope=scope, **request_args)
    (sent,) = network.sent
    assert sent.headers.get_list("x-api-key") == ["the-key"]
    assert sent.headers.get("x-company-id") == company
    assert "x-api-key" not in response.request.headers


REFUSED = [
    (HQ, AGENCY, CompanyScope(7), {}, "agency_route_with_company"),
    (HQ, AGENCY, None, {"headers": TEXT}, "agency_route_with_company"),
    (HQ, ACCOUNT, None, {}, "account_route_without_context"),
    (HQ, ACCOUNT, CompanyScope(7), scoped(None), "account_route_without_context"),
    (CLIENT, ACCOUNT, CompanyScope(7), {}, "company_with_client_key"),
    (CLIENT, ACCOUNT, None, {"headers": TEXT}, "company_with_client_key"),
    (CLIENT, AGENCY, None, {}, "agency_route_with_client_key"),
    (HQ, ACCOUNT, CompanyScope(8), {"headers": TEXT}, "company_mismatch"),
    (HQ, ACCOUNT, OWN_ACCOUNT, {"headers": TEXT}, "company_mismatch"),
    (HQ, ACCOUNT, CompanyScope(7), {"headers": TEXT, **scoped(CompanyScope(8))}, "company_mismatch"),
    (HQ, ACCOUNT, None, {"headers": [*TEXT.items(), *TEXT.items()]}, "duplicate_header"),
    (HQ, ACCOUNT, None, {"headers": [("x-company-id", "7"), ("X-Company-Id", "8")]}, "duplicate_header"),
    (HQ, ACCOUNT, None, {"headers": {"x-company-id": "7, 8"}}, "invalid_company_id"),
    (HQ, ACCOUNT, None, {"headers": {"x-company-id": "abc"}}, "invalid_company_id"),
    (HQ, ACCOUNT, None, {"headers": {"x-company-id": ""}}, "invalid_company_id"),
    (HQ, ACCOUNT, None, scoped(7), "invalid_scope"),
    (HQ, ACCOUNT, None, scoped("OWN_ACCOUNT"), "invalid_scope"),
    (HQ, f"{BASE}/v2/%61gency", CompanyScope(7), {}, "ambiguous_path"),
    (HQ, ACCOUNT, CompanyScope(7), {"extensions": {"target": b"/rest/v2/agency"}}, "ambiguous_path"),
    (HQ, ELSEWHERE, None, {"method": "POST", "json": {"smtp_password": "x"}}, "body_to_other_origin"),
    (HQ, ELSEWHERE, None, {"method": "PUT", "data": {"a": "b"}}, "body_to_other_origin"),
    (HQ, f"{BASE}aurant", None, {"method": "DELETE", "content": b"x"}, "body_to_other_origin"),
    (
        HQ,
        ELSEWHERE,
        None,
        {"method": "POST", "content": b"x", "headers": {"content-length": "0"}},
        "body_to_other_origin",
    ),
]


@pytest.mark.parametrize(("key", "url", "scope", "request_args", "reason"), REFUSED)
def test_a_refusal_sends_nothing(send, network, refused, key, url, scope, request_args, reason):
    with refused(reason) as caught:
        send(key, url, inner=network.transport, scope=scope, **request_args)
    assert network.sent == [] and "the-key" not in str(caught.value)


def test_a_streamed_body_counts_as_a_body(network, refused):
    with httpx.Client(transport=PolicyTransport(HQ, network.transport)) as http:
        with refused("body_to_other_origin"):
            http.post(ELSEWHERE, content=iter([b"hunter2"]))
    assert network.sent == []


@pytest.mark.parametrize("method", ["GET", "HEAD", "POST"])
def test_a_request_to_another_origin_without_a_body_is_sent_without_the_headers(send, network, method):
    headers = {"x-api-key": "the-key", "X-Company-Id": "7", "x-mine": "1"}
    send(HQ, ELSEWHERE, method, inner=network.transport, scope=CompanyScope(7), headers=headers)
    (sent,) = network.sent
    assert not {"x-api-key", "x-company-id"} & sent.headers.keys() and sent.headers["x-mine"] == "1"


def test_a_key_already_on_the_request_is_replaced(send, network):
    other = [("x-api-key", "first"), ("X-API-Key", "second")]
    send(HQ, AGENCY, inner=network.transport, headers=other)
    assert network.sent[0].headers.get_list("x-api-key") == ["the-key"]


def test_the_copy_is_the_request_but_for_the_headers(send, network):
    body = {"label": "crm sync"}
    response = send(HQ, AGENCY, "POST", inner=network.transport, json=body, headers={"x-mine": "1"}, params={"page": 2})
    (sent,) = network.sent
    assert sent is not response.request and sent.content == response.request.content
    assert (sent.method, sent.url) == ("POST", f"{AGENCY}?page=2")
    assert "the-key" not in repr(sent.headers.raw)
    theirs = [pair for pair in sent.headers.raw if pair[0] != b"x-api-key"]
    assert theirs == response.request.headers.raw
    assert sent.extensions["timeout"] == response.request.extensions["timeout"]


@pytest.mark.parametrize("key", ["canary-key", b"canary-key", None])
def test_a_key_without_a_kind_is_refused(refused, key):
    with refused("invalid_key") as caught:
        PolicyTransport(key)
    assert "HQKey(...)" in str(caught.value) and "canary" not in str(caught.value)


def test_a_scope_of_another_type_is_refused_at_once(refused):
    with refused("invalid_scope"):
        PolicyTransport(HQ, scope=7)  # type: ignore[arg-type]
