"""A client that sends straight through its transport does what `httpx.Client` does with the same settings."""

from __future__ import annotations

import asyncio
import logging
from typing import Any

import httpx
import pytest
from woodpecker_client import Account, Agency, AsyncAccount, TransportError
from woodpecker_runtime.direct import AsyncDirectClient, DirectClient, can_be_direct

ME = {"user_id": 1, "firm_id": 2}
SETTINGS: dict[str, Any] = {
    "base_url": "https://api.example/rest/",
    "timeout": httpx.Timeout(7, connect=3),
    "headers": httpx.Headers({"user-agent": "a/1", "x-note": "n"}),
    "transport": httpx.MockTransport(lambda request: httpx.Response(200, json=ME)),
}
REQUESTS: list[dict[str, Any]] = [
    {"method": "GET", "url": "/v1/me"},
    {"method": "GET", "url": "/v2/agency/companies", "params": {"active": True, "page": 2, "name": "a&b c/ü"}},
    {"method": "GET", "url": "/v2/agency/companies", "params": {}},
    {
        "method": "GET",
        "url": "/v2/agency/x",
        "params": {"a": "x+y@z.example #%41/?'~", "b": ["1", "2"], "c": None, "d": ""},
    },
    {"method": "POST", "url": "/v2/agency/companies", "json": {"companies": [{"name": "Ünï"}]}},
    {"method": "DELETE", "url": "/v2/agency/blacklist/emails", "json": {"emails": []}},
    {"method": "GET", "url": "/v2/mailboxes/7", "headers": {"x-company-id": "9"}, "extensions": {"mark": 1}},
    {"method": "GET", "url": "/v1/me", "timeout": httpx.Timeout(None)},
]


@pytest.mark.parametrize("given", REQUESTS, ids=range(len(REQUESTS)))
@pytest.mark.parametrize("classes", [(DirectClient, httpx.Client), (AsyncDirectClient, httpx.AsyncClient)])
def test_it_builds_the_same_request(classes: tuple[Any, Any], given: dict[str, Any]) -> None:
    arguments = {"params": None, "json": None, "headers": None, "extensions": {}} | given

    ours, theirs = (kind(**SETTINGS).build_request(**arguments) for kind in classes)

    assert str(ours.url) == str(theirs.url)
    assert (ours.method, ours.headers.raw, ours.read(), ours.extensions) == (
        theirs.method, theirs.headers.raw, theirs.read(), theirs.extensions,
    )  # fmt: skip


def test_it_writes_the_same_log_record(caplog: pytest.LogCaptureFixture) -> None:
    arguments = {"params": {"page": 1}, "json": None, "headers": None, "extensions": {}}
    with caplog.at_level(logging.INFO, "httpx"):
        for kind in (DirectClient, httpx.Client):
            with kind(**SETTINGS) as http:
                http.send(http.build_request("GET", "/v1/me", **arguments))

    ours, theirs = ((one.name, one.levelno, one.getMessage(), len(one.args or ())) for one in caplog.records)
    assert ours == theirs


@pytest.mark.parametrize(
    ("changes", "is_direct"),
    [
        ({}, True),
        ({"follow_redirects": False}, True),
        ({"follow_redirects": True}, False),
        ({"cookies": {}}, False),
        ({"event_hooks": {"request": [print]}}, False),
        ({"auth": ("user", "password")}, False),
        ({"params": {"a": "b"}}, False),
        ({"transport": None}, False),
    ],
)
def test_settings_that_want_more_get_an_ordinary_client(changes: dict[str, Any], is_direct: bool) -> None:
    assert can_be_direct(SETTINGS | changes) is is_direct


def test_what_is_set_on_the_httpx_client_holds_for_all_requests() -> None:
    seen: list[str] = []
    with Account("client-key", transport=SETTINGS["transport"]) as account:
        account.me()
        account._client.get_httpx_client().event_hooks["request"].append(lambda request: seen.append(request.url.path))
        account.me()
    assert seen == ["/rest/v1/me"]


def test_the_same_in_asyncio() -> None:
    seen: list[str] = []

    async def note(request: httpx.Request) -> None:
        seen.append(request.url.path)

    async def main() -> None:
        async with AsyncAccount("client-key", transport=SETTINGS["transport"]) as account:
            await account.me()
            account._client.get_async_httpx_client().event_hooks["request"].append(note)
            await account.me()

    asyncio.run(main())
    assert seen == ["/rest/v1/me"]


def test_a_call_after_the_close_of_another_thread_opens_no_connection() -> None:
    sent: list[httpx.Request] = []
    network = httpx.MockTransport(lambda request: sent.append(request) or httpx.Response(200, json=ME))
    agency = Agency("hq-key", transport=network, max_retries=0)
    http = agency._client._pool.get()
    http.close()
    with pytest.raises(TransportError, match="closed"):
        agency.own_account.me()
    assert sent == []
