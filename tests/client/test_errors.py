"""Every error body of the API becomes its exception."""

from __future__ import annotations

import json
import pickle
from datetime import UTC, datetime

import httpx
import pytest
from woodpecker_client import (
    Account,
    ApiError,
    BadRequest,
    CompanyInactive,
    CompanyNotFound,
    Conflict,
    ConnectionFailed,
    Forbidden,
    NotFound,
    RateLimited,
    ServerError,
    TimedOut,
    TransportError,
    Unauthorized,
    UnexpectedResponse,
    WoodpeckerError,
)


def v2(status: int, title: str, detail: str) -> dict[str, object]:
    return {"title": title, "status": status, "detail": detail, "timestamp": "2025-03-05 17:57:00"}


def v1(code: str) -> dict[str, object]:
    return {"status": {"status": "ERROR", "code": code, "msg": "text for people"}}


@pytest.mark.parametrize(
    ("status", "response", "kind"),
    [
        (400, {"json": v2(400, "Bad request", "X")}, BadRequest),
        (401, {"json": v2(401, "Unauthorized", "Invalid api key")}, Unauthorized),
        (403, {}, Forbidden),
        (403, {"text": "No Agency addon"}, Forbidden),
        (404, {"json": v2(404, "Not Found", "Company not found")}, CompanyNotFound),
        (404, {"json": v2(404, "Not found", "Requested resource does not exist")}, NotFound),
        (409, {"json": v2(409, "Conflict", "Company is inactive")}, CompanyInactive),
        (409, {"json": v2(409, "Conflict", "Name is taken")}, Conflict),
        (409, {"json": v1("E_TOO_MANY_REQUESTS")}, RateLimited),
        (409, {"json": {"code": "DUPLICATE", "details": ["a", "b"]}}, Conflict),
        (429, {}, RateLimited),
        (500, {"json": v2(500, "Internal Server Error", "later")}, ServerError),
        (502, {"html": "<html>bad gateway</html>"}, ServerError),
        (500, {"content": b'{"title": "cut', "headers": {"content-type": "application/json"}}, ServerError),
        (200, {"json": v1("E_SESSION")}, Unauthorized),
        (200, {"json": v1("E_NO_PERMISSION")}, Forbidden),
        (200, {"json": v1("E_TOO_MANY_REQUESTS")}, RateLimited),
        (200, {"json": v1("E_WRONG_PARAM")}, BadRequest),
        (200, {"json": v1("E_UNKNOWN")}, ServerError),
        (200, {"json": v2(409, "Conflict", "Company is inactive")}, CompanyInactive),
        (200, {"json": {"code": "X", "message": "no"}}, ApiError),
        (200, {"content": b"[1", "headers": {"content-type": "application/json"}}, UnexpectedResponse),
        (200, {"html": "<html>login</html>"}, UnexpectedResponse),
        (200, {"json": {"not": "a list"}}, UnexpectedResponse),
        (200, {"content": b"[" * 100_000, "headers": {"content-type": "application/json"}}, UnexpectedResponse),
        (302, {"headers": {"location": "https://elsewhere.example/"}}, UnexpectedResponse),
    ],
)
def test_a_response_becomes_its_error(account, status, response, kind):
    with pytest.raises(ApiError) as caught:
        account(status, **response).mailboxes.list()
    error = caught.value
    assert type(error) is kind
    assert (error.status, error.operation, error.method) == (status, "listMailboxes", "GET")
    assert error.url == "https://api.woodpecker.co/rest/v2/mailboxes"


def test_an_error_tells_what_the_body_said(account):
    with pytest.raises(CompanyInactive, match="Company is inactive") as caught:
        account(409, json=v2(409, "Conflict", "Company is inactive")).mailboxes.list()
    error = caught.value
    assert (error.title, error.detail) == ("Conflict", "Company is inactive")
    assert error.timestamp == datetime(2025, 3, 5, 17, 57, tzinfo=UTC)


def test_an_empty_403_names_what_may_not_allow_the_call(account):
    with pytest.raises(Forbidden, match=r"403 from listMailboxes .*: no body; the key or the role of its user"):
        account(403).mailboxes.list()
    with pytest.raises(ServerError, match="no body$"):
        account(500).mailboxes.list()


def test_a_coded_error_joins_its_details(account):
    with pytest.raises(BadRequest) as caught:
        account(400, json={"code": "INVALID", "details": ["first", "second"]}).mailboxes.list()
    assert (caught.value.code, caught.value.detail) == ("INVALID", "first; second")


@pytest.mark.parametrize("timestamp", ["2025-06-11T08:15:42+0200", 1717171717, None, "whenever", {}, [["deep"]], True])
def test_an_odd_timestamp_is_no_error_of_its_own(account, timestamp):
    body = {"title": "Conflict", "status": 409, "detail": "x", "timestamp": timestamp}
    with pytest.raises(Conflict) as caught:
        account(409, json=body).mailboxes.list()
    expected = datetime(2025, 6, 11, 6, 15, 42, tzinfo=UTC) if isinstance(timestamp, str) and "T" in timestamp else None
    assert caught.value.timestamp == expected


@pytest.mark.parametrize(
    "timestamp",
    ["0001-01-01T00:00:00+01:00", "9999-12-31T23:59:59-12:00", "2025-06-11T00:00:00+25:00", "/2025-06-11-0000 /+25:00"],
)
def test_a_timestamp_that_is_no_moment_is_no_error_of_its_own(account, timestamp):
    body = {"title": "Conflict", "status": 409, "detail": "Company is inactive", "timestamp": timestamp}
    with pytest.raises(CompanyInactive) as caught:
        account(409, json=body).mailboxes.list()
    assert caught.value.timestamp is None and timestamp.encode() in caught.value.body


@pytest.mark.parametrize(
    ("failure", "kind"),
    [
        (httpx.ConnectError("refused"), ConnectionFailed),
        (httpx.ConnectTimeout("slow"), ConnectionFailed),
        (httpx.ReadTimeout("slow"), TimedOut),
        (httpx.RemoteProtocolError("cut"), TransportError),
        (httpx.ReadError("reset"), TransportError),
    ],
)
def test_no_response_is_a_transport_error(failure, kind):
    def fail(request: httpx.Request) -> httpx.Response:
        raise failure

    with pytest.raises(TransportError) as caught:
        Account("k", transport=httpx.MockTransport(fail), max_retries=0).me()
    assert type(caught.value) is kind and isinstance(caught.value, WoodpeckerError)
    assert caught.value.operation == "getMe" and str(failure) in str(caught.value)
    assert "x-api-key" not in caught.value.__cause__.request.headers


def test_errors_name_the_company(agency):
    hq, _ = agency(lambda request: httpx.Response(429))
    with pytest.raises(RateLimited) as header:
        hq.account(880101).mailboxes.list()
    with pytest.raises(RateLimited) as path:
        list(hq.companies.users.list(880102))
    assert (header.value.company, path.value.company) == (880101, 880102)


@pytest.mark.parametrize(("opening", "closing"), [("[", "]"), ('{"a":', "}")], ids=["arrays", "objects"])
@pytest.mark.parametrize("depth", [1, 50, 98, 100, 200, 500, 700, 850, 900, 950, 100_000])
def test_a_result_can_be_shown_and_written_however_deeply_it_is_nested(account, opening, closing, depth):
    nested = opening * depth + "1" + closing * depth
    content = f'{{"user_id": 1, "firm_id": 2, "user_name": "x", "more": {nested}}}'.encode()
    one = account(200, content=content, headers={"content-type": "application/json"})
    if depth > 98:
        with pytest.raises(UnexpectedResponse):
            one.me()
        return
    me = one.me()
    assert repr(me) and me == one.me() and json.dumps(me.to_dict())


@pytest.mark.parametrize(
    "body",
    [
        v2(409, "\ud83d", "cut in half: \ud83d"),
        {"status": {"status": "ERROR", "code": "\udc00", "msg": "\ud800"}},
        {"code": "X\udfff", "message": "\ud800", "details": ["\ud800", ["\ud800"]]},
    ],
)
def test_an_error_can_be_printed_whatever_the_body_said(account, body):
    with pytest.raises(Conflict) as caught:
        account(409, content=json.dumps(body).encode(), headers={"content-type": "application/json"}).mailboxes.list()
    error = caught.value
    for text in (str(error), error.title or "", error.detail or "", error.code or ""):
        text.encode("utf-8")
    assert "\ufffd" in str(error) and "\ufffd" in error.detail


def test_a_whole_character_outside_of_the_basic_plane_stays(account):
    with pytest.raises(Conflict) as caught:
        account(409, json=v2(409, "Conflict", "\U0001f642")).mailboxes.list()
    assert caught.value.detail == "\U0001f642"


def test_errors_survive_a_pickle(account):
    with pytest.raises(Conflict) as caught:
        account(409, json=v2(409, "Conflict", "x")).mailboxes.list()
    twin = pickle.loads(pickle.dumps(caught.value))
    assert (type(twin), str(twin), twin.status, twin.detail) == (Conflict, str(caught.value), 409, "x")
