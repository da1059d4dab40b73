"""`request`: any route, under the rules of the generated methods. What is language-neutral: spec/conformance."""

from __future__ import annotations

import asyncio
import inspect
import json
import logging
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime
from enum import Enum, IntEnum
from functools import partial
from http import HTTPMethod
from time import sleep
from types import MappingProxyType
from typing import Any

import httpx
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from opentelemetry.sdk.trace import TracerProvider
from opentelemetry.sdk.trace.export import SimpleSpanProcessor
from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter
from woodpecker_auth import Secret
from woodpecker_client import (
    UNSET,
    Account,
    Agency,
    ApiError,
    AsyncAccount,
    AsyncAgency,
    Attempt,
    ConnectionFailed,
    Hooks,
    InvalidValue,
    LaneTimeout,
    Observer,
    PolicyError,
    Response,
    ServerError,
    TransportError,
    Unauthorized,
    UnexpectedResponse,
    WoodpeckerError,
)
from woodpecker_client.tracing import OpenTelemetryHooks
from woodpecker_runtime import retries

from tests.client.conftest import Network
from tests.doors import FORMS, account_of, itself, own_account, request

each_form = pytest.mark.parametrize("form", FORMS)


@pytest.fixture(autouse=True)
def short_pauses(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(retries, "_FIRST_PAUSE", 0.001)


def ok(request: httpx.Request) -> httpx.Response:
    return httpx.Response(200, json={"ok": True})


def send(form: str, respond: Any, *args: Any, call: dict[str, Any] | None = None, **settings: Any) -> Response[Any]:
    """`request` on an account with a client's key."""
    transport = httpx.MockTransport(respond)
    response: Response[Any] = request(
        form, "client", "client-key", itself, *args, call=call or {}, transport=transport, **settings
    )
    return response


def sent(*args: Any, **call: Any) -> httpx.Request:
    """The one request that a call makes, the same in both forms."""
    network = Network(ok)
    for form in FORMS:
        send(form, network, *args, call=call)
    first, second = network.sent
    assert (first.method, first.url, first.content) == (second.method, second.url, second.content)
    return first


def refusal(*args: Any, **call: Any) -> str:
    """What an `InvalidValue` says that refused the call before anything was sent, the same in both forms."""
    network = Network(ok)
    said: set[str] = set()
    for form in FORMS:
        with pytest.raises(InvalidValue) as caught:
            send(form, network, *args, call=call)
        said.add(str(caught.value))
    assert network.sent == []
    (text,) = said
    return text


# What is sent


def test_dates_are_days_and_what_is_unset_is_left_out() -> None:
    params = {"from": date(2026, 1, 31), "days": [date(2026, 2, 1)], "page": UNSET, "empty": "", "zero": 0}
    assert str(sent("GET", "/v1/x", params=params).url).partition("?")[2] == (
        "from=2026-01-31&days=2026-02-01&empty=&zero=0"
    )
    assert sent("GET", "/v1/x", params=MappingProxyType({"a": 1.5})).url.query == b"a=1.5"
    assert sent("GET", "/v1/x", params=httpx.QueryParams("a=1&b=2")).url.query == b"a=1&b=2"
    assert sent("GET", "/v1/x", params={}).url.raw_path == b"/rest/v1/x"
    assert sent("GET", "/v1/x", params={"page": UNSET}).url.raw_path == b"/rest/v1/x"


class Word(str, Enum):  # noqa: UP042 - a StrEnum prints as its text
    ROUTE = "/v1/campaign_list"
    STATE = "RUNNING"


def test_a_member_of_an_enum_of_texts_is_sent_as_its_text() -> None:
    request = sent("GET", Word.ROUTE, params={Word.STATE: Word.STATE, "list": [Word.STATE]})
    assert request.url.raw_path == b"/rest/v1/campaign_list?RUNNING=RUNNING&list=RUNNING"
    assert json.loads(sent("POST", "/v1/x", json={Word.STATE: [Word.STATE]}).content) == {"RUNNING": ["RUNNING"]}


def test_any_json_value_is_a_body() -> None:
    for value in ({}, [], 0, False, "", {"a": [None, {"b": 1.5}], "ä": "ß"}, [[1]], 2**63 - 1, -(2**63)):
        assert json.loads(sent("POST", "/v1/x", json=value).content) == value
    assert sent("POST", "/v1/x").content == b"" and "content-type" not in sent("POST", "/v1/x").headers


def test_a_secret_in_the_body_is_sent_as_its_text() -> None:
    assert json.loads(sent("POST", "/v1/x", json={"password": Secret("p w")}).content) == {"password": "p w"}


def test_a_method_may_be_the_standard_librarys() -> None:
    assert sent(HTTPMethod.DELETE, "/v1/x").method == "DELETE"


@each_form
def test_what_is_sent_again_is_what_was_sent_first(form: str) -> None:
    body = {"items": [1]}

    def respond(request: httpx.Request) -> httpx.Response:
        body["items"].append(2)
        return httpx.Response(429 if len(network.sent) < 3 else 200)

    network = Network(respond)
    send(form, network, "POST", "/v1/x", call={"json": body})
    assert [json.loads(one.content) for one in network.sent] == [{"items": [1]}] * 3


# What is refused


class Number(IntEnum):
    ONE = 1


class Real(float):
    """As numpy's float64 is one."""


class MultiDict(Mapping[str, str]):
    """As multidict's is one: `items` has all pairs."""

    def __init__(self, pairs: list[tuple[str, str]]) -> None:
        self._pairs = pairs

    def __getitem__(self, name: str) -> str:
        return dict(self._pairs)[name]

    def __iter__(self) -> Iterator[str]:
        return (name for name, _ in self._pairs)

    def __len__(self) -> int:
        return len(self._pairs)


def endless() -> list[Any]:
    one: list[Any] = []
    one.append(one)
    return one


def nested(levels: int) -> Any:
    value: Any = 1
    for _ in range(levels - 1):
        value = [value]
    return value


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (None, "params.x should be text, a number"), (b"a", "params.x should be"), ((1,), "params.x should be"),
        ({"a": 1}, "params.x should be"), ([], "params.x is an empty list"), ([[1]], "params.x[0] should be"),
        ([1, None], "params.x[1] should be"), (float("nan"), "params.x should be a finite number"),
        (float("-inf"), "params.x should be a finite number"), (2**63, "params.x should be an integer of at most 64"),
        (datetime(2026, 1, 1, tzinfo=UTC), "params.x should be text"), ("\ud800", "params.x holds a lone surrogate"),
        (Secret("s"), "params.x is a Secret"), ([Secret("s")], "params.x[0] is a Secret"),
        (Number.ONE, "params.x should be a plain int or float"), (Real(1), "params.x should be a plain int or float"),
    ],
)  # fmt: skip
def test_a_parameter_that_no_query_can_express_is_refused_by_name(value: object, said: str) -> None:
    assert refusal("GET", "/v1/x", params={"x": value}).startswith(said)


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ((1,), "json should be"), ({1}, "json should be"), (b"a", "json should be"), (UNSET, "json is missing"),
        ({"a": (1,)}, "json.a should be"), ({"a": [date(2026, 1, 1)]}, "json.a[0] should be"),
        ({"a": UNSET}, "json.a is missing"), (float("nan"), "json should be a finite number"),
        ([float("inf")], "json[0] should be a finite number"), ({"a": -(2**63) - 1}, "json.a should be an integer of"),
        ({"a": 10**5000}, "json.a should be an integer of at most 64 bits"),
        ("\udfff", "json holds a lone surrogate"), ({1: 2}, "json: the name of a field should be text"),
        ({"\ud800": 1}, "json: the name of a field holds a lone surrogate"), ({None: 2}, "json: the name of a field"),
        ({Secret("token"): 1}, "json.token is a Secret"), ({"a": Number.ONE}, "json.a should be a plain int or float"),
        ([Real(1)], "json[0] should be a plain int or float"), (endless(), "json is nested more than 100 levels deep"),
        (nested(101), "json is nested more than 100 levels deep"),
    ],
)  # fmt: skip
def test_a_body_that_cannot_be_sent_as_what_it_is_is_refused_by_name(value: object, said: str) -> None:
    assert refusal("POST", "/v1/x", json=value).startswith(said)


def test_a_body_may_have_a_hundred_levels() -> None:
    assert json.loads(sent("POST", "/v1/x", json=nested(100)).content) == nested(100)


@pytest.mark.parametrize(
    "params",
    [
        httpx.QueryParams([("id", "1"), ("id", "2")]),
        httpx.Headers([("id", "1"), ("id", "2")]),
        MultiDict([("id", "1"), ("id", "2")]),
    ],
)
def test_a_parameter_that_is_there_twice_is_not_lost(params: Any) -> None:
    assert refusal("GET", "/v1/x", params=params) == "params.id is there twice: give a list of its values"


def test_a_name_that_may_be_data_is_not_shown() -> None:
    assert refusal("POST", "/v1/x", json={"eve@example.com": {1}}).startswith("json.<name> should be")
    assert refusal("GET", "/v1/x", params={"4c6f72656d": None}).startswith("params.<name> should be")


@pytest.mark.parametrize("method", ["get", "", "OPTIONS", "TRACE", "GET ", None, b"GET", 7, ["GET"]])
def test_another_method_is_refused(method: Any) -> None:
    assert refusal(method, "/v1/x") == "method should be GET, HEAD, POST, PUT, PATCH or DELETE"


@pytest.mark.parametrize("retry", ["always", "SAFE", None, True, ["safe"]])
def test_another_retry_is_refused(retry: Any) -> None:
    assert refusal("GET", "/v1/x", retry=retry) == "retry should be safe or rejected-only"


@pytest.mark.parametrize("path", [None, 7, b"/v1/x", "\ud800", Secret("/v1/x"), httpx.URL("/v1/x")])
def test_a_path_that_is_no_text_is_refused(path: Any) -> None:
    assert refusal("GET", path).startswith("path ")


@pytest.mark.parametrize("params", [[("a", 1)], "a=1", 7, httpx.QueryParams("a=1&a=2").multi_items()])
def test_params_are_a_dict(params: Any) -> None:
    assert refusal("GET", "/v1/x", params=params).startswith("params should be a dict")


@pytest.mark.parametrize("setting", ["timeout", "deadline"])
def test_settings_of_the_call_are_checked_as_elsewhere(setting: str) -> None:
    assert setting in refusal("GET", "/v1/x", **{setting: -1})
    assert refusal("GET", "/v1/x", **{setting: True}).endswith("not bool")


@each_form
@pytest.mark.parametrize(
    ("kind", "door", "path", "reason"),
    [
        ("hq", itself, "/v2/mailboxes", "account_route_without_context"),
        ("hq", account_of(7), "/v2/agency/companies", "agency_route_with_company"),
        ("hq", own_account, "/v2/agency/companies", "agency_route_with_company"),
        ("client", itself, "/v2/agency/companies", "agency_route_with_client_key"),
        ("hq", itself, "/v2/mailboxes/../agency/companies", "ambiguous_path"),
    ],
)
def test_a_route_of_the_other_family_is_refused(form: str, kind: str, door: Any, path: str, reason: str) -> None:
    network = Network(ok)
    with pytest.raises(PolicyError) as caught:
        request(form, kind, "key", door, "GET", path, call={}, transport=httpx.MockTransport(network))
    assert caught.value.reason == reason and network.sent == []


_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text() | st.binary() | st.dates() | st.datetimes()
    | st.text(st.characters(categories=["Cs"]), max_size=2) | st.just(UNSET) | st.builds(Secret, st.text()),
    lambda inner: st.lists(inner, max_size=3) | st.tuples(inner) | st.dictionaries(st.text() | st.integers(), inner),
    max_leaves=8,
)  # fmt: skip
_PATHS = st.lists(
    st.sampled_from(["/", "v2", "agency", "..", ".", "%2e", "%", "?", "#", "\\", ";", "://", "ä", "x", "\n", "{id}"])
    | st.text(max_size=3),
    max_size=6,
).map("".join)


@settings(max_examples=400, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.sampled_from(["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"]) | _VALUES,
    _PATHS.map(lambda path: f"/v1/{path}") | _PATHS | _VALUES,
    st.dictionaries(st.text(max_size=4), _VALUES, max_size=3) | _VALUES,
    _VALUES,
    st.sampled_from(["safe", "rejected-only", UNSET]) | _VALUES,
    _VALUES | st.just(UNSET),
    _VALUES | st.just(UNSET),
)
@example("GET", f"/v1/{'x' * 70000}", None, None, UNSET, UNSET, UNSET)
@example("GET", "/v1/x", {"a": "x" * 70000}, None, UNSET, UNSET, UNSET)
def test_whatever_is_passed_no_other_exception_than_ours_is_raised(
    method: Any, path: Any, params: Any, body: Any, retry: Any, timeout: Any, deadline: Any
) -> None:
    network = Network(ok)
    with Account("client-key", transport=httpx.MockTransport(network), max_retries=0) as account:
        try:
            account.request(method, path, params=params, json=body, retry=retry, timeout=timeout, deadline=deadline)
        except WoodpeckerError:
            return
    # What was sent is what was asked for.
    (arrived,) = network.sent
    assert arrived.method == method and arrived.url.raw_path.partition(b"?")[0] == f"/rest{path}".encode()
    assert (json.loads(arrived.content) if arrived.content else None) == body


# What comes back


@each_form
@pytest.mark.parametrize(
    ("made", "parsed"),
    [
        (partial(httpx.Response, 200, json={"webhooks": []}), {"webhooks": []}),
        (partial(httpx.Response, 200, json=None), None),
        (partial(httpx.Response, 200, content=b"[1]"), [1]),  # without a media type
        (partial(httpx.Response, 200, content=b"a,b"), None),
        (partial(httpx.Response, 200, content=b"a,b\n1,2\n", headers={"content-type": "text/csv"}), None),
        (partial(httpx.Response, 200, content=b'{"a": 1}', headers={"content-type": "text/plain"}), None),
        (partial(httpx.Response, 200), None),
        (partial(httpx.Response, 200, headers={"content-type": "application/json"}), None),
        (partial(httpx.Response, 202), None),
        (partial(httpx.Response, 204), None),
        (partial(httpx.Response, 204, headers={"content-type": "application/json"}), None),
        (partial(httpx.Response, 200, json={"title": "x", "status": 200}), {"title": "x", "status": 200}),
    ],
)  # fmt: skip
def test_a_success_is_parsed_if_it_is_json(form: str, made: Callable[[], httpx.Response], parsed: Any) -> None:
    for method in ("GET", "POST"):
        got = send(form, lambda request: made(), method, "/v1/x")
        assert (got.status_code, got.content, got.parsed) == (made().status_code, made().content, parsed)
        assert got.headers == made().headers and isinstance(got, Response)


@each_form
def test_a_response_to_head_has_only_headers(form: str) -> None:
    headers = {"content-type": "application/json", "content-length": "300"}
    got = send(form, lambda request: httpx.Response(200, headers=headers), "HEAD", "/v1/x")
    assert (got.parsed, got.content, got.headers["content-length"]) == (None, b"", "300")


@each_form
@pytest.mark.parametrize("content", [b'{"a": [1, ', b"<p>", b"[" * 101 + b"]" * 101])
def test_a_body_that_only_says_it_is_json_is_an_error(form: str, content: bytes) -> None:
    response = httpx.Response(200, content=content, headers={"content-type": "application/json"})
    for method, may_have_run in (("GET", False), ("POST", True)):
        with pytest.raises(UnexpectedResponse) as caught:
            send(form, lambda request: response, method, "/v1/x")
        # It may hold a secret, and nobody knows where.
        assert (caught.value.may_have_run, caught.value.body) == (may_have_run, b"***")


@each_form
def test_a_v1_error_inside_a_success_raises(form: str) -> None:
    body = {"status": {"status": "ERROR", "code": "E_SESSION", "msg": "log in"}}
    with pytest.raises(Unauthorized) as caught:
        send(form, lambda request: httpx.Response(200, json=body), "GET", "/v1/x")
    assert (caught.value.code, caught.value.detail, caught.value.status) == ("E_SESSION", "log in", 200)


@each_form
def test_a_redirect_is_an_error_or_followed(form: str) -> None:
    def respond(request: httpx.Request) -> httpx.Response:
        if request.url.path.endswith("/y"):
            return httpx.Response(200, json=1)
        return httpx.Response(302, headers={"location": "/rest/v1/y"})

    with pytest.raises(UnexpectedResponse, match="a redirect, which is not followed"):
        send(form, respond, "GET", "/v1/x")
    for method in ("GET", "HEAD"):
        assert send(form, respond, method, "/v1/x", follow_redirects=True).parsed == 1


def test_a_repr_shows_no_json() -> None:
    for body in ({"password": "p"}, ["p"], "p", [[1, "p"]]):
        got = send("blocking", lambda request: httpx.Response(200, json=body), "GET", "/v1/x")  # noqa: B023
        assert repr(got) == "Response(status_code=200, parsed=…)" and got.parsed == body
    assert repr(send("blocking", lambda request: httpx.Response(204), "GET", "/v1/x")) == (
        "Response(status_code=204, parsed=None)"
    )


# Failures


@each_form
def test_an_error_names_the_route_and_has_the_whole_url(form: str) -> None:
    path = "/v2/domains/example.com/mailboxes/eve@example.com"
    with pytest.raises(ApiError) as caught:
        request(
            form, "hq", "key", account_of(7), "DELETE", path, call={"params": {"a": "b@c"}}, max_retries=0,
            transport=httpx.MockTransport(lambda request: httpx.Response(400, json={"errors": ["no"]})),
        )  # fmt: skip
    error = caught.value
    assert str(error) == "400 from request (DELETE /v2/domains/{}/mailboxes/{}): a body of application/json"
    assert (error.operation, error.company, error.method, error.attempts) == ("request", 7, "DELETE", 1)
    assert error.url == f"https://api.woodpecker.co/rest{path}?a=b%40c" and error.body == b'{"errors":["no"]}'


@each_form
@pytest.mark.parametrize(
    ("path", "company"),
    [
        ("/v2/agency/companies/880101/users", 880101), ("/v2/agency/companies", None),
        ("/v2/agency/companies/0880101/users", None), ("/v2/agency/companies/search", None),
        ("/v2/agency/companies/9223372036854775808/users", None), (f"/v2/agency/companies/{'9' * 5000}/x", None),
    ],
)  # fmt: skip
def test_an_error_names_the_company_in_the_path(form: str, path: str, company: int | None) -> None:
    transport = httpx.MockTransport(lambda request: httpx.Response(404))
    with pytest.raises(ApiError) as caught:
        request(form, "hq", "key", itself, "GET", path, call={}, transport=transport)
    assert caught.value.company == company


@each_form
def test_a_lost_call_says_that_nothing_is_known(form: str) -> None:
    def lost(request: httpx.Request) -> httpx.Response:
        raise httpx.ReadError("reset.", request=request)

    with pytest.raises(TransportError) as caught:
        send(form, lost, "POST", "/v1/webhooks/subscribe", call={"json": {"event": "E"}})
    assert caught.value.may_have_run
    assert str(caught.value) == (
        "no response from request (POST /v1/webhooks/subscribe): reset. It is unknown whether the call ran, and it was "
        "not sent again. To find out: read what it would have changed. The spec does not describe this route, so it "
        "names no call for that."
    )


@each_form
def test_a_call_that_no_transport_could_send_has_not_run(form: str) -> None:
    def unsent(request: httpx.Request) -> httpx.Response:
        raise httpx.UnsupportedProtocol("no transport for it", request=request)

    with pytest.raises(TransportError) as caught:
        send(form, unsent, "POST", "/v1/x")
    assert not caught.value.may_have_run and isinstance(caught.value.__cause__, httpx.UnsupportedProtocol)


@each_form
def test_retries_and_deadlines_are_those_of_the_client_and_the_call(form: str) -> None:
    network = Network(lambda request: httpx.Response(503))
    with pytest.raises(ServerError) as caught:
        send(form, network, "PUT", "/v1/x", call={"retry": "safe"}, max_retries=3)
    assert (len(network.sent), caught.value.attempts, caught.value.may_have_run) == (4, 4, False)
    network = Network(lambda request: httpx.Response(429, headers={"retry-after": "5"}))
    with pytest.raises(ApiError):
        send(form, network, "GET", "/v1/x", call={"deadline": 2})
    assert len(network.sent) == 1
    seen: list[Any] = []
    send(form, lambda one: seen.append(one.extensions["timeout"]["read"]) or ok(one), "GET", "/v1/x",
         call={"timeout": 3})  # fmt: skip
    assert seen == [3]


@each_form
def test_a_refused_connection_is_tried_again_whatever_the_retry(form: str) -> None:
    def refused(request: httpx.Request) -> httpx.Response:
        raise httpx.ConnectError("refused", request=request)

    network = Network(refused)
    with pytest.raises(ConnectionFailed) as caught:
        send(form, network, "DELETE", "/v1/x")
    assert len(network.sent) == 3 and not caught.value.may_have_run


# Lanes


ME = {"user_id": 1, "user_name": "a", "user_email": "b@example.com", "firm_id": 2, "firm_name": "c"}


class Busy:
    """Takes its time, and counts the requests at once for each company."""

    def __init__(self) -> None:
        self.now: dict[str | None, int] = {}
        self.most: dict[str | None, int] = {}

    def begin(self, request: httpx.Request) -> str | None:
        company = request.headers.get("x-company-id")
        self.now[company] = self.now.get(company, 0) + 1
        self.most[company] = max(self.most.get(company, 0), self.now[company])
        return company

    def end(self, company: str | None) -> httpx.Response:
        self.now[company] -= 1
        return httpx.Response(200, json=ME)

    def __call__(self, request: httpx.Request) -> httpx.Response:
        company = self.begin(request)
        sleep(0.01)
        return self.end(company)

    async def slow(self, request: httpx.Request) -> httpx.Response:
        company = self.begin(request)
        await asyncio.sleep(0.01)
        return self.end(company)


def test_one_request_of_an_account_is_in_flight_generated_ones_included() -> None:
    busy = Busy()

    def work(number: int) -> object:
        account = agency.account(1 + number % 2)
        return account.me() if number % 3 else account.request("GET", "/v1/campaign_list")

    with Agency("hq-key", transport=httpx.MockTransport(busy)) as agency, ThreadPoolExecutor(8) as threads:
        list(threads.map(work, range(12)))
    assert busy.most == {"1": 1, "2": 1}


def test_the_same_for_asyncio() -> None:
    busy = Busy()

    async def main() -> None:
        async with AsyncAgency("hq-key", transport=httpx.MockTransport(busy.slow)) as agency:
            accounts = [agency.account(1 + number % 2) for number in range(12)]
            await asyncio.gather(
                *(one.request("GET", "/v1/campaign_list") for one in accounts),
                *(one.me() for one in accounts),
            )

    asyncio.run(main())
    assert busy.most == {"1": 1, "2": 1}


def test_a_lane_that_stays_busy_ends_the_wait_at_the_deadline() -> None:
    async def main() -> None:
        async def for_ever(request: httpx.Request) -> httpx.Response:
            await asyncio.sleep(30)
            raise AssertionError

        async with AsyncAgency("hq-key", transport=httpx.MockTransport(for_ever)) as agency:
            first = asyncio.create_task(agency.account(7).request("GET", "/v1/x"))
            await asyncio.sleep(0)
            with pytest.raises(LaneTimeout):
                await agency.account(7).request("POST", "/v1/y", deadline=0.05)
            first.cancel()

    asyncio.run(main())


# What is seen


class Seen(Hooks):
    def __init__(self) -> None:
        self.attempts: list[Attempt] = []

    def on_response(self, attempt: Attempt) -> None:
        self.attempts.append(attempt)


PATHS = {
    "/v1/campaign_list": "/v1/campaign_list",
    "/v2/domains/example.com/mailboxes/eve%40example.com": "/v2/domains/{}/mailboxes/{}",
    "/v2/campaigns/12345/": "/v2/campaigns/{}/",
    "/v2/campaigns/b90637e7-8ccd-4df1-86a6-d07581abbf3e": "/v2/campaigns/{}",
    "/v2/campaigns/Eve": "/v2/campaigns/{}",
    "/": "/",
}


@each_form
@pytest.mark.parametrize(("path", "template"), PATHS.items())
def test_hooks_spans_and_logs_know_the_route_without_its_data(
    form: str, path: str, template: str, caplog: pytest.LogCaptureFixture
) -> None:
    seen, exporter, provider = Seen(), InMemorySpanExporter(), TracerProvider()
    provider.add_span_processor(SimpleSpanProcessor(exporter))
    with caplog.at_level(logging.DEBUG):
        request(
            form, "hq", "key", account_of(7), "POST", path,
            call={"params": {"email": "eve@example.com"}, "json": {"a": "eve@"}},
            transport=httpx.MockTransport(ok), hooks=[seen, OpenTelemetryHooks(provider)],
        )  # fmt: skip
    (attempt,) = seen.attempts
    assert (attempt.operation, attempt.method, attempt.path, attempt.company) == ("request", "POST", template, 7)
    (span,) = exporter.get_finished_spans()
    assert span.name == f"POST {template}" and span.attributes is not None
    assert span.attributes["url.template"] == template and span.attributes["woodpecker.operation"] == "request"
    assert any(f"path={template} " in record.getMessage() for record in caplog.records)
    assert not any("eve" in record.getMessage() for record in caplog.records)
    assert any(record.name == "httpx" for record in caplog.records)


@each_form
def test_an_observer_neither_sees_nor_fails(form: str, caplog: pytest.LogCaptureFixture) -> None:
    observer = Observer()
    send(form, ok, "GET", "/v1/me", observe=observer)
    with pytest.raises(ApiError):
        send(form, lambda request: httpx.Response(400), "GET", "/v2/mailboxes", observe=observer)
    assert observer.report().responses == 0 and observer.report().mismatches == ()
    assert [record for record in caplog.records if record.levelno >= logging.WARNING] == []


def test_the_four_doors_have_one_signature() -> None:
    doors: list[Callable[..., Any]] = [kind.request for kind in (Agency, Account, AsyncAgency, AsyncAccount)]
    assert len({str(inspect.signature(door)) for door in doors}) == 1
    assert [inspect.iscoroutinefunction(door) for door in doors] == [False, False, True, True]
    for door in doors:
        described = inspect.getdoc(door) or ""
        entries: Mapping[str, Any] = inspect.signature(door).parameters
        assert all(f"\n    {name}: " in described for name in entries if name != "self")
