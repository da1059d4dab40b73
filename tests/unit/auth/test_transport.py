"""Where the headers go, and what a failure or a log can show of them."""

from __future__ import annotations

import asyncio
import gzip
import logging
import socket
import traceback
from concurrent.futures import ThreadPoolExecutor
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread
from typing import Any

import httpx
import pytest
from woodpecker_auth import (
    OWN_ACCOUNT,
    SCOPE_EXTENSION,
    AsyncPolicyTransport,
    BaseUrl,
    CompanyScope,
    HQKey,
    PolicyError,
    PolicyTransport,
)

BASE = "https://api.woodpecker.co/rest"
CANARY = "canary-key-1"


@pytest.mark.parametrize(
    ("url", "reason"),
    [
        ("http://api.woodpecker.co/rest", "insecure_base_url"),
        ("http://localhost.evil.example/rest", "insecure_base_url"),
        ("ftp://api.woodpecker.co", "invalid_base_url"),
        ("/rest", "invalid_base_url"),
        ("https://user@api.woodpecker.co/rest", "invalid_base_url"),
        ("https://api.woodpecker.co/rest?x=1", "invalid_base_url"),
        ("https://", "invalid_base_url"),
        ("https://api.woodpecker.co:port", "invalid_base_url"),
    ],
)
def test_a_base_url_that_is_not_safe_is_refused(url: str, reason: str) -> None:
    with pytest.raises(PolicyError) as refused:
        BaseUrl(url)
    assert refused.value.reason == reason


@pytest.mark.parametrize("url", ["http://127.0.0.1:8000/rest", "http://[::1]/rest", "http://localhost/rest", BASE])
def test_loopback_may_go_without_tls(url: str) -> None:
    assert BaseUrl(url).covers(httpx.URL(f"{url}/v2/mailboxes"))


@pytest.mark.parametrize(
    "url",
    [
        "https://api.woodpecker.co.evil.example/rest/v1/me",
        "https://api.woodpecker.co:444/rest/v1/me",
        "http://api.woodpecker.co/rest/v1/me",
        "https://api.woodpecker.co/rester/v1/me",
        "https://api.woodpecker.co/v1/me",
    ],
)
def test_other_places_are_not_covered(url: str) -> None:
    assert not BaseUrl(BASE).covers(httpx.URL(url))


@pytest.mark.parametrize("url", ["https://API.woodpecker.co:443/rest/v1/me", "https://api.woodpecker.co./rest/v1/me"])
def test_spellings_of_the_same_place_are(url: str) -> None:
    assert BaseUrl(BASE).covers(httpx.URL(url))


@pytest.mark.parametrize(
    "path",
    [
        "/v2/%61gency/companies",
        "/v2/Agency",
        "/v2//agency",
        "/v2/x%2f..%2fagency",
        "/v2/mailboxes;x",
        "/v2%5cagency",
        "/v2/mailboxes/%2e%2e/agency",
        "/v2/%2561gency",
    ],
)
def test_a_path_that_can_be_read_twice_is_refused(path: str) -> None:
    with pytest.raises(PolicyError) as refused:
        BaseUrl(BASE).family(httpx.URL(BASE + path))
    assert refused.value.reason == "ambiguous_path"


def sent_with(scope: Any, headers: Any = None, extensions: Any = None) -> httpx.Request:
    sent: list[httpx.Request] = []
    network = httpx.MockTransport(lambda request: sent.append(request) or httpx.Response(200))
    with httpx.Client(base_url=BASE, transport=PolicyTransport(HQKey(CANARY), network, scope=scope)) as http:
        http.get("/v2/mailboxes", headers=headers, extensions=extensions)
    return sent[0]


def test_a_header_of_the_request_names_the_account() -> None:
    assert sent_with(None, {"x-company-id": "9"}).headers["x-company-id"] == "9"
    assert sent_with(CompanyScope(9), {"x-company-id": "9"}).headers.get_list("x-company-id") == ["9"]


def test_an_extension_names_the_account_of_one_request() -> None:
    assert sent_with(CompanyScope(1), extensions={SCOPE_EXTENSION: CompanyScope(2)}).headers["x-company-id"] == "2"


@pytest.mark.parametrize(
    ("scope", "headers", "reason"),
    [
        (CompanyScope(1), [("x-company-id", "2")], "company_mismatch"),
        (OWN_ACCOUNT, [("x-company-id", "2")], "company_mismatch"),
        (None, [("x-company-id", "2"), ("X-Company-Id", "2")], "duplicate_header"),
        (None, [("x-company-id", "None")], "invalid_company_id"),
        (None, [("x-company-id", "-2")], "invalid_company_id"),
        (None, [("x-company-id", "0")], "invalid_company_id"),
        (None, [], "account_route_without_context"),
    ],
)
def test_a_request_that_contradicts_itself_is_refused(scope: Any, headers: Any, reason: str) -> None:
    with pytest.raises(PolicyError) as refused:
        sent_with(scope, headers)
    assert refused.value.reason == reason


def test_a_foreign_key_on_the_request_is_replaced() -> None:
    assert sent_with(OWN_ACCOUNT, {"x-api-key": "other"}).headers.get_list("x-api-key") == [CANARY]


def refused_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as closed:
        return int(closed.getsockname()[1])


def cut_short(connections: socket.socket) -> None:
    connection, _ = connections.accept()
    connection.recv(65536)
    connection.sendall(b"HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\nhalf")
    connection.close()


def shown(error: BaseException) -> str:
    whole = "".join(traceback.TracebackException.from_exception(error, capture_locals=True).format())
    return whole + repr(error) + repr(error.args)


def check_nothing_shows(error: httpx.RequestError) -> None:
    assert CANARY not in shown(error) and "x-api-key" not in error.request.headers
    link: BaseException | None = error
    while link is not None:
        assert CANARY not in shown(link)
        link = link.__cause__ or link.__context__


@pytest.mark.parametrize("own_client", [False, True])
def test_a_failure_does_not_show_the_key(own_client: bool, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    with socket.create_server(("127.0.0.1", 0)) as connections:
        Thread(target=cut_short, args=(connections,)).start()
        for port in (refused_port(), connections.getsockname()[1]):
            base = f"http://127.0.0.1:{port}/rest"
            inner = httpx.Client() if own_client else httpx.HTTPTransport()
            transport = PolicyTransport(HQKey(CANARY), inner, base_url=base, scope=CompanyScope(1))
            with httpx.Client(base_url=base, transport=transport) as http:
                with pytest.raises(httpx.RequestError) as failed:
                    http.get("/v2/mailboxes")
            check_nothing_shows(failed.value)
            inner.close()
    assert caplog.records and all(CANARY not in record.getMessage() + repr(record.args) for record in caplog.records)


def test_an_async_failure_does_not_show_the_key() -> None:
    async def main() -> httpx.RequestError:
        base = f"http://127.0.0.1:{refused_port()}/rest"
        transport = AsyncPolicyTransport(HQKey(CANARY), base_url=base, scope=CompanyScope(1))
        async with httpx.AsyncClient(base_url=base, transport=transport) as http:
            with pytest.raises(httpx.RequestError) as failed:
                await http.get("/v2/mailboxes")
        return failed.value

    check_nothing_shows(asyncio.run(main()))


def test_a_compressed_answer_is_unpacked_once_and_a_client_of_ones_own_stays_open() -> None:
    body = b'{"much": "' + b"a" * 10_000 + b'"}'

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            packed = gzip.compress(body)
            self.send_response(200)
            self.send_header("content-encoding", "gzip")
            self.send_header("content-length", str(len(packed)))
            self.end_headers()
            self.wfile.write(packed)

        def log_message(self, format: str, *args: object) -> None:
            pass

    server = HTTPServer(("127.0.0.1", 0), Handler)
    thread = Thread(target=server.serve_forever)
    thread.start()
    try:
        base = f"http://127.0.0.1:{server.server_address[1]}/rest"
        # The second one reads each answer in a hook, before it gets here.
        hooks = {"response": [lambda response: response.read()]}
        for mine in (httpx.Client(), httpx.Client(event_hooks=hooks)):
            for _ in range(2):
                transport = PolicyTransport(HQKey(CANARY), mine, base_url=base, scope=OWN_ACCOUNT)
                with httpx.Client(base_url=base, transport=transport) as http:
                    assert http.get("/v2/mailboxes").content == body
            assert not mine.is_closed
            mine.close()
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def test_one_transport_serves_many_accounts_at_once() -> None:
    network = httpx.MockTransport(lambda request: httpx.Response(200, text=request.headers["x-company-id"]))
    with httpx.Client(base_url=BASE, transport=PolicyTransport(HQKey(CANARY), network)) as http:

        def ask(number: int) -> str:
            return http.get("/v2/mailboxes", extensions={SCOPE_EXTENSION: CompanyScope(number)}).text

        with ThreadPoolExecutor(16) as threads:
            assert list(threads.map(ask, range(1, 301))) == [str(number) for number in range(1, 301)]
