"""`Agency` and `Account`: how they are opened, bound, shared and closed."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator

import httpx
import pytest
from woodpecker_client import (
    Account,
    Agency,
    AsyncAccount,
    AsyncAgency,
    ClientClosed,
    InvalidValue,
    PolicyError,
    Response,
)
from woodpecker_client.models import CompanyCreate

VARIABLES = ("WOODPECKER_API_KEY", "WOODPECKER_COMPANY_ID", "WOODPECKER_BASE_URL")
ME = {"user_id": 1, "firm_id": 2}


@pytest.fixture(autouse=True)
def environment(monkeypatch: pytest.MonkeyPatch) -> Iterator[pytest.MonkeyPatch]:
    for name in VARIABLES:
        monkeypatch.delenv(name, raising=False)
    yield monkeypatch


@pytest.fixture
def echo(environment) -> Iterator[str]:
    """The base URL of a server whose response to `/v1/me` holds the headers it got, as extra fields."""
    from http.server import BaseHTTPRequestHandler, HTTPServer
    from threading import Thread

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            key, company = self.headers["x-api-key"], self.headers["x-company-id"] or ""
            body = f'{{"user_id": 1, "firm_id": 2, "key": "{key}", "company": "{company}"}}'.encode()
            self.send_response(200)
            self.send_header("content-type", "application/json")
            self.send_header("content-length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:
            pass

    server = HTTPServer(("127.0.0.1", 0), Handler)
    thread = Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_address[1]}/rest"
    server.shutdown()
    thread.join()
    server.server_close()


def test_the_environment_opens_an_agency(environment, echo):
    environment.setenv("WOODPECKER_API_KEY", "hq")
    environment.setenv("WOODPECKER_BASE_URL", echo)
    with Agency.from_env() as agency:
        me = agency.account(7).me()
    assert (me["key"], me["company"]) == ("hq", "7")


def test_the_environment_opens_an_account(environment, echo):
    environment.setenv("WOODPECKER_API_KEY", "k")
    environment.setenv("WOODPECKER_BASE_URL", echo)
    with Account.from_env() as account:
        assert account.me()["company"] == ""
    environment.setenv("WOODPECKER_COMPANY_ID", "7")
    with Account.from_env() as account:
        assert account.me()["company"] == "7"


def test_the_environment_opens_the_async_clients(environment, echo):
    environment.setenv("WOODPECKER_API_KEY", "k")
    environment.setenv("WOODPECKER_BASE_URL", echo)
    environment.setenv("WOODPECKER_COMPANY_ID", "7")

    async def main() -> None:
        async with AsyncAgency.from_env() as agency, AsyncAccount.from_env() as account:
            assert (await agency.account(8).me())["company"] == "8"
            assert (await agency.own_account.me())["company"] == ""
            assert (await account.me())["company"] == "7"

    asyncio.run(main())


@pytest.mark.parametrize("company", ["", "abc", "0", "-1", "1.5", str(2**63)])
def test_a_company_in_the_environment_is_checked(environment, company):
    environment.setenv("WOODPECKER_API_KEY", "k")
    environment.setenv("WOODPECKER_COMPANY_ID", company)
    with pytest.raises(PolicyError) as refused:
        Account.from_env()
    assert refused.value.reason == "invalid_company_id"


def test_a_missing_variable_is_named():
    for kind in (Agency, Account, AsyncAgency, AsyncAccount):
        with pytest.raises(PolicyError, match="WOODPECKER_API_KEY"):
            kind.from_env()


def test_closing_a_bound_account_leaves_its_agency_open_and_not_the_other_way_round():
    agency = Agency("hq", transport=httpx.MockTransport(lambda request: httpx.Response(200, json=ME)))
    with agency.account(1) as account:
        account.me()
    account.close()
    assert agency.account(2).me().firm_id == 2
    agency.close()
    with pytest.raises(ClientClosed):
        account.me()


def test_a_client_of_ones_own_keeps_its_headers_hooks_and_timeout_and_stays_open():
    seen: list[httpx.Request] = []
    mine = httpx.Client(
        transport=httpx.MockTransport(lambda request: httpx.Response(200, json=ME)),
        headers={"user-agent": "agency-bot"},
        timeout=3,
        event_hooks={"request": [seen.append]},
    )
    with Agency("hq", http_client=mine) as agency:
        agency.account(7).me()
    assert not mine.is_closed
    (request,) = seen
    assert request.headers["user-agent"] == "agency-bot" and request.headers["x-company-id"] == "7"
    assert request.extensions["timeout"]["read"] == 3


def test_a_client_and_a_transport_are_one_too_many():
    with pytest.raises(InvalidValue, match="not both"):
        Agency("hq", http_client=httpx.Client(), transport=httpx.MockTransport(lambda request: httpx.Response(200)))


def test_a_raw_response_has_status_headers_and_bytes(account):
    response = account(201, json=ME, headers={"x-request": "7"}).with_raw_response.me()
    assert isinstance(response, Response)
    assert (response.status_code, response.headers["x-request"], response.parsed.firm_id) == (201, "7", 2)
    assert response.content.startswith(b"{") and "headers" not in repr(response)


def test_a_body_is_given_by_name_and_sent_as_the_api_reads_it(agency):
    hq, network = agency(lambda request: httpx.Response(201, json={"companies": [{"id": 1, "name": "Quillby"}]}))
    made = hq.companies.create(companies=[CompanyCreate(name="Quillby")])
    assert made.companies[0].id == 1
    assert network.sent[0].read() == b'{"companies":[{"name":"Quillby"}]}'


@pytest.mark.parametrize("bad", ["1/../2", 0, -1, True, 2**63, None])
def test_an_id_that_could_name_another_route_is_refused(agency, bad):
    hq, network = agency(lambda request: httpx.Response(200))
    with pytest.raises(InvalidValue, match="company_id should be a positive integer"):
        hq.companies.email_accounts.list(bad)
    assert network.sent == []


@pytest.mark.parametrize("base_url", ["http://api.woodpecker.co/rest", "nonsense", "https://u:p@api.woodpecker.co"])
def test_an_unsafe_base_url_is_refused_before_anything_is_opened(base_url):
    with pytest.raises(PolicyError):
        Agency("hq", base_url=base_url)
