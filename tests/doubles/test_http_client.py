"""A client of httpx or httpx2 of the user's own as `http_client=` of all four clients."""

from __future__ import annotations

import asyncio
import gzip
import json
import os
import subprocess
import sys
import tomllib
from collections.abc import AsyncIterator, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from time import monotonic
from typing import Any

import httpx
import httpx2
import pytest
from woodpecker_auth import LocalLanes
from woodpecker_client import (
    Agency,
    AsyncAgency,
    ConnectionFailed,
    InvalidValue,
    PolicyError,
    ServerError,
    TimedOut,
    TransportError,
    WoodpeckerError,
    __version__,
)
from woodpecker_client.models import CompanyCreate
from woodpecker_mock import Fault

from .clients import COMPANY, ClientKind

ROOT = Path(__file__).parents[2]
ME = {"user_id": 1, "firm_id": 7, "firm_name": "Below"}


@pytest.fixture(params=[httpx, httpx2], ids=lambda library: library.__name__)
def library(request: pytest.FixtureRequest) -> Any:
    return request.param


class CallMe:
    """Calls over a client of a library that has a response, or one response after the other; keeps what was sent."""

    def __init__(self, client: ClientKind, library: Any) -> None:
        self.seen: list[Any] = []
        self._client, self._library = client, library

    def __call__(self, *responses: Any, **settings: Any) -> Any:
        left = iter(responses)

        def respond(request: Any) -> Any:
            self.seen.append(request)
            given = next(left)
            if isinstance(given, Exception):
                raise given
            return given

        network = self._library.MockTransport(respond)
        return self._client.call_me(
            make_client=lambda: self._client.client_of(self._library)(transport=network), **settings
        )


@pytest.fixture
def call_me(client: ClientKind, library: Any) -> CallMe:
    return CallMe(client, library)


def test_it_sends_what_the_header_policy_says(client, library, call_me):
    assert call_me(library.Response(200, json=ME)).firm_name == "Below"
    (request,) = call_me.seen
    assert type(request) is library.Request
    assert client.headers.items() <= dict(request.headers).items()
    assert request.headers["user-agent"] == f"woodpecker-client/{__version__}"
    assert client.is_agency or "x-company-id" not in request.headers


def test_it_speaks_over_the_network(client, library, mock):
    assert client.call_me(3, client.client_of(library)).firm_id == COMPANY
    assert mock.executed_for["getMe", COMPANY] == 3


def test_its_headers_hooks_and_timeout_are_kept_and_its_redirects_and_auth_are_not(client, library):
    seen: list[Any] = []

    async def note(request: Any) -> None:
        seen.append(request)

    def make() -> Any:
        return client.client_of(library)(
            transport=library.MockTransport(lambda request: library.Response(302, headers={"location": "/elsewhere"})),
            headers={"user-agent": "agency-bot"},
            timeout=3,
            event_hooks={"request": [note if client.is_async else seen.append]},
            follow_redirects=True,
            auth=("me", "password"),
        )

    with pytest.raises(WoodpeckerError, match="302"):
        client.call_me(make_client=make)
    (request,) = seen
    assert request.headers["user-agent"] == "agency-bot" and "authorization" not in request.headers
    assert request.extensions["timeout"]["read"] == 3


def test_it_stays_open(client, library):
    network = library.MockTransport(lambda request: library.Response(200, json=ME))

    async def in_asyncio() -> None:
        async with client.client_of(library)(transport=network) as http:
            async with client.open(http_client=http) as opened:
                await client.account_of(opened).me()
            assert not http.is_closed

    if client.is_async:
        return asyncio.run(in_asyncio())
    with client.client_of(library)(transport=network) as http:
        with client.open(http_client=http) as opened:
            client.account_of(opened).me()
        assert not http.is_closed


def test_the_key_does_not_follow_a_redirect_to_another_origin(client, library, call_me):
    there = library.Response(302, headers={"location": "https://elsewhere.example/"})
    call_me(there, library.Response(200, json=ME), follow_redirects=True)
    ours, theirs = call_me.seen
    assert ours.headers["x-api-key"] == client.key
    assert not {"x-api-key", "x-company-id"} & set(theirs.headers)


def test_its_failures_are_retried_as_those_of_the_network_are(library, call_me):
    responses = [library.ConnectError("below"), library.Response(503), library.Response(429)]
    assert call_me(*responses, library.Response(200, json=ME), max_retries=3).firm_name == "Below"
    assert len(call_me.seen) == 4


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("ConnectError", ConnectionFailed),
        ("ConnectTimeout", ConnectionFailed),
        ("ReadTimeout", TimedOut),
        ("PoolTimeout", ConnectionFailed),
        ("ReadError", TransportError),
        ("RemoteProtocolError", TransportError),
        ("ProxyError", TransportError),
    ],
)
def test_its_errors_are_errors_of_the_client(library, call_me, name, kind):
    with pytest.raises(kind, match="below"):
        call_me(getattr(library, name)("below"), max_retries=0)


def test_whatever_it_raises_for_a_request_is_an_error_of_the_client(library, call_me):
    names = vars(library).values()
    kinds = [kind for kind in names if isinstance(kind, type) and issubclass(kind, library.RequestError)]
    for kind in kinds:
        with pytest.raises(TransportError, match="below") as caught:
            call_me(kind("below"), max_retries=0)
        assert isinstance(caught.value.__cause__, httpx.RequestError), kind
    assert len(kinds) > 15


def test_a_response_that_breaks_off_is_an_error_of_the_client(client, library, call_me):
    class Breaking(library.SyncByteStream, library.AsyncByteStream):
        def __iter__(self) -> Iterator[bytes]:
            yield b"{"
            raise library.ReadError("broken off")

        async def __aiter__(self) -> AsyncIterator[bytes]:
            yield b"{"
            raise library.ReadError("broken off")

    with pytest.raises(TransportError, match="broken off"):
        call_me(library.Response(200, stream=Breaking()), max_retries=0)


def test_a_compressed_response_is_decoded_once(library, call_me):
    packed = library.ByteStream(gzip.compress(json.dumps(ME).encode()))
    headers = {"content-encoding": "gzip", "content-type": "application/json"}
    assert call_me(library.Response(200, headers=headers, stream=packed)).firm_name == "Below"


def test_a_response_that_its_hook_has_read_is_not_decoded_again(client, library):
    packed = gzip.compress(json.dumps(ME).encode())

    async def pieces() -> AsyncIterator[bytes]:
        yield packed

    def respond(request: Any) -> Any:
        # As from a network, it can be read once.
        once = pieces() if client.is_async else iter([packed])
        return library.Response(200, headers={"content-encoding": "gzip"}, content=once)

    async def aread(response: Any) -> None:
        await response.aread()

    read = aread if client.is_async else library.Response.read
    hooks, network = {"response": [read]}, library.MockTransport(respond)
    got = client.call_me(make_client=lambda: client.client_of(library)(transport=network, event_hooks=hooks))
    assert got.firm_name == "Below"


def test_the_session_of_one_response_does_not_go_along_with_the_next_request(client, library):
    seen: list[Any] = []

    def respond(request: Any) -> Any:
        seen.append(request.headers["cookie"])
        return library.Response(200, json=ME, headers={"set-cookie": "session=1; path=/"})

    network = library.MockTransport(respond)
    client.call_me(2, lambda: client.client_of(library)(transport=network, cookies={"of": "the owner"}))
    assert seen == ["of=the owner"] * 2


def test_a_company_among_its_headers_is_refused(client, library, mock):
    headers = {"x-company-id": "900013"}
    with pytest.raises(PolicyError):
        client.call_me(make_client=lambda: client.client_of(library)(headers=headers))
    assert not mock.log


@pytest.mark.parametrize("fault", [Fault(operation="createCompanies", when="after", kind="reset"), Fault(status=503)])
@pytest.mark.parametrize("kind", [Agency, AsyncAgency])
def test_a_change_that_may_have_run_is_sent_once(kind, library, mock, fault):
    client = ClientKind.at(mock, kind)
    mock.faults.add(fault)

    async def in_asyncio() -> None:
        async with client.client_of(library)() as http, client.open(http_client=http) as agency:
            await agency.companies.create(companies=[CompanyCreate(name="Quillby")])

    with pytest.raises((TransportError, ServerError)) as caught:
        if client.is_async:
            asyncio.run(in_asyncio())
        else:
            with client.client_of(library)() as http, client.open(http_client=http) as agency:
                agency.companies.create(companies=[CompanyCreate(name="Quillby")])
    assert caught.value.may_have_run and len(mock.log) == 1


def test_a_deadline_ends_a_call(client, library, mock):
    mock.latency, began = 20, monotonic()
    with pytest.raises(TimedOut):
        client.call_me(make_client=lambda: client.client_of(library)(timeout=60), deadline=0.3)
    assert monotonic() - began < 10


@pytest.mark.parametrize("depth", [1, 2])
def test_requests_for_one_account_wait_in_its_lane(client, library, mock, depth):
    mock.latency = 0.02
    settings = {"lanes": LocalLanes(depth=depth)}

    async def in_asyncio() -> None:
        async with client.client_of(library)() as http, client.open(http_client=http, **settings) as opened:
            account = client.account_of(opened)
            await asyncio.gather(*(account.me() for _ in range(6)))

    if client.is_async:
        asyncio.run(in_asyncio())
    else:
        with client.client_of(library)() as http, client.open(http_client=http, **settings) as opened:
            account = client.account_of(opened)
            with ThreadPoolExecutor(6) as threads:
                list(threads.map(lambda _: account.me(), range(6)))
    assert mock.limits[COMPANY].highest == depth


def test_what_is_no_such_client_is_refused(client, library):
    other = library.Client() if client.is_async else library.AsyncClient()
    kind = "AsyncClient" if client.is_async else "Client"
    for wrong in (other, client.client_of(library), library.MockTransport(lambda request: None), "client"):
        with pytest.raises(InvalidValue, match=f"http_client is an httpx.{kind} or an httpx2.{kind}, not "):
            client.open(http_client=wrong)
    asyncio.run(other.aclose()) if isinstance(other, library.AsyncClient) else other.close()


@pytest.mark.skipif(not hasattr(os, "fork"), reason="there is no fork here")
@pytest.mark.filterwarnings("ignore:.*multi-threaded, use of fork:DeprecationWarning")
def test_a_forked_child_is_refused(client, library):
    program = f"""
import asyncio, os, sys, {library.__name__} as library
from woodpecker_client import {client.kind.__name__} as Client

def respond(request):
    return library.Response(200, json={ME!r})

http = library.{"AsyncClient" if client.is_async else "Client"}(transport=library.MockTransport(respond))
opened = Client("key", http_client=http)
account = opened.account(7) if hasattr(opened, "account") else opened
me = (lambda: asyncio.run(account.me())) if {client.is_async} else account.me
me()
if os.fork():
    _, status = os.wait()
    me()
    sys.exit(os.waitstatus_to_exitcode(status))
try:
    me()
except Exception as refused:
    print(type(refused).__name__, refused, flush=True)
    os._exit(0)
os._exit(1)
"""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, timeout=60, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert "this http_client was created before the process forked" in done.stdout


def test_httpx2_is_no_dependency():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    needed = [*project["dependencies"], *(one for extra in project["optional-dependencies"].values() for one in extra)]
    assert not [one for one in needed if "httpx2" in one]
    program = (
        "import sys; sys.modules['httpx2'] = None\n"
        "import httpx; from woodpecker_client import Agency\n"
        f"network = httpx.MockTransport(lambda request: httpx.Response(200, json={ME!r}))\n"
        "with httpx.Client(transport=network) as http, Agency('k', http_client=http) as agency:\n"
        "    print(agency.account(7).me().firm_name)"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, timeout=60, check=False)
    assert (done.stdout, done.stderr) == ("Below\n", "")
