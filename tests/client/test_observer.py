"""An observer finds every way in which a response can differ from the spec, and keeps none of its values."""

from __future__ import annotations

import asyncio
import json
import logging
import pickle
import subprocess
import sys
import tracemalloc
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from functools import partial
from gc import get_referents
from itertools import product
from threading import Barrier
from types import FunctionType, ModuleType
from typing import Any

import httpx
import pytest
from woodpecker_client import (
    Account,
    Agency,
    ApiError,
    AsyncAccount,
    AsyncAgency,
    InvalidValue,
    Mismatch,
    Observer,
    Report,
)
from woodpecker_runtime import retries
from woodpecker_runtime.drift.body_fields import MemoryBudget
from woodpecker_runtime.drift.expected_responses import ExpectedResponses, expected_responses
from woodpecker_runtime.drift.names import printable, printable_media_type, words_of
from woodpecker_runtime.drift.responses_seen import Body, ResponsesSeen

JSON = {"content-type": "application/json"}
ME = {"user_id": 1, "user_name": "Ada", "user_email": "ada@example.com", "firm_id": 2, "firm_name": "Quillby"}
BOX = {
    "id": 1,
    "type": "SMTP",
    "details": {"email": "a@example.com", "provider": "CUSTOM", "login": "a", "server": "s"},
}
PROBLEM = {"title": "Not Found", "status": 404, "detail": "Company not found", "timestamp": "2025-06-11 08:15:42"}


def seen(operation: str, status: int, body: Any = None, headers: dict[str, str] = JSON) -> Report:
    observer = Observer()
    content = body if isinstance(body, bytes) else b"" if body is None else json.dumps(body).encode()
    observer.saw(operation, status, httpx.Headers(headers), content)
    return observer.report()


def described(found: tuple[Mismatch, ...]) -> set[tuple[str, str, str]]:
    return {(one.kind, one.where, one.what) for one in found}


def mailbox(**details: Any) -> list[Any]:
    return [{**BOX, "details": {**BOX["details"], **details}}]


SUMMARY = {
    "processing_finished": True, "batch_size": 1, "pending_mailboxes_count": 0, "connected_mailboxes_count": 0,
    "conditionally_connected_mailboxes_count": 0, "failed_mailboxes_count": 1, "conditionally_connected_mailboxes": [],
}  # fmt: skip

DIFFERENCES: dict[str, tuple[Callable[[], Report], set[tuple[str, str, str]]]] = {
    "a status that is not listed": (
        partial(seen, "getMe", 418, headers={}), {("undocumented_status", "418", "no body")},
    ),
    "204 for an empty list, where the spec knows no 204": (
        partial(seen, "listCompanies", 204, headers={}), {("undocumented_status", "204", "no body")},
    ),
    "another media type": (
        partial(seen, "getMe", 500, b"<html>", {"content-type": "text/html; charset=utf-8"}),
        {("media_type", "500", "text/html instead of application/json")},
    ),
    "no media type": (
        partial(seen, "getMe", 200, ME, {}), {("media_type", "200", "no media type instead of application/json")},
    ),
    "no body": (partial(seen, "getMe", 200), {("missing_body", "200", "no body")}),
    "a body after all": (
        partial(seen, "updateMailboxFooter", 200, {"id": 3}),
        {("unexpected_body", "200", "application/json")},
    ),
    "broken JSON": (partial(seen, "getMe", 200, b'{"user_id": 1'), {("unreadable_body", "200", "not JSON")}),
    "a header": (
        partial(seen, "getMe", 429, headers={"Retry-After": "9", "cf-ray": "1", "X-Company-880101": "1"}),
        {
            ("undocumented_header", "429 retry-after", "not documented"),
            ("undocumented_header", "429 <name>", "not documented"),
        },
    ),
    "a field too few": (
        partial(seen, "getMe", 200, {"firm_id": 1}),
        {("missing_required", "200 /user_id", "missing")},
    ),
    "an id as text": (
        partial(seen, "connectMailboxes", 202, {"batch_id": "7"}),
        {("type", "202 /batch_id", "string instead of integer")},
    ),
    "an empty text for an empty list": (
        partial(seen, "listMailboxes", 200, mailbox(freeze_account="")),
        {("type", "200 /[]/details/freeze_account", "empty string instead of array")},
    ),
    "a fraction for an integer": (
        partial(seen, "getMe", 200, {**ME, "user_id": 1.5}), {("type", "200 /user_id", "number instead of integer")},
    ),
    "an array for an object": (partial(seen, "getMe", 200, [ME]), {("type", "200", "array instead of object")}),
    "null": (
        partial(seen, "getMe", 200, {**ME, "firm_name": None}), {("null", "200 /firm_name", "null instead of string")},
    ),
    "a value that is not known": (
        partial(seen, "listMailboxes", 200, [{**BOX, "type": "EXCHANGE"}]),
        {("unknown_value", "200 /[]/type", "a value outside of x-known-values")},
    ),
    "a time in another form": (
        partial(seen, "getMe", 404, {**PROBLEM, "timestamp": "2025-06-11T08:15:42+0200"}),
        {("format", "404 /timestamp", "not of the form utc")},
    ),
    "a time that goes on": (
        partial(seen, "getMe", 404, {**PROBLEM, "timestamp": "2025-06-11 08:15:42.123"}),
        {("format", "404 /timestamp", "not of the form utc")},
    ),
    "a date for a time": (
        partial(seen, "updateMicrosoftCredential", 200, {"credential_id": 1, "secret_expires_at": "2027-03-31"}),
        {("format", "200 /secret_expires_at", "not of the form date-time")},
    ),
    "an id below 1": (partial(seen, "getMe", 200, {**ME, "user_id": 0}), {("limit", "200 /user_id", "beyond minimum")}),
    "an id beyond 64 bits": (
        partial(seen, "getMe", 200, {**ME, "user_id": 2**63}), {("limit", "200 /user_id", "beyond int64")},
    ),
    "fields that are new": (
        partial(seen, "listMailboxes", 200, mailbox(nickname="x", reputation={"status": 3, "score": [1.5]})),
        {
            ("undocumented_field", "200 /[]/details/nickname", "string"),
            ("undocumented_field", "200 /[]/details/reputation", "object"),
            ("undocumented_field", "200 /[]/details/reputation/status", "integer"),
            ("undocumented_field", "200 /[]/details/reputation/<name>", "array"),
            ("undocumented_field", "200 /[]/details/reputation/<name>/[]", "number"),
        },
    ),
    "v1's error in a success": (
        partial(seen, "getMe", 200, {"status": {"status": "ERROR", "code": "E_SESSION"}}),
        {
            ("missing_required", "200 /user_id", "missing"),
            ("missing_required", "200 /firm_id", "missing"),
            ("undocumented_field", "200 /status", "object"),
            ("undocumented_field", "200 /status/status", "string"),
            ("undocumented_field", "200 /status/code", "string"),
        },
    ),
    "a code that v1 is not known for": (
        partial(seen, "getMe", 401, {"status": {"status": "ERROR", "code": "E_NEW", "msg": "no"}}),
        {("unknown_value", "401 /status/code", "a value outside of x-known-values")},
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", DIFFERENCES)
def test_a_difference_is_found(name: str) -> None:
    look, expected = DIFFERENCES[name]
    assert described(look().contradictions) == expected


def test_what_the_spec_leaves_open_is_told_and_contradicts_nothing() -> None:
    failed = [{"email": "a@example.com", "ada": 1}, {"email": "b@example.com", "message": None}, "broken"]
    report = seen("getConnectionSummary", 200, {**SUMMARY, "failed_mailboxes": failed})
    assert report.contradictions == ()
    assert described(report.mismatches) >= {
        ("open_field", "200 /failed_mailboxes/[]", "object"),
        ("open_field", "200 /failed_mailboxes/[]", "string"),
        ("open_field", "200 /failed_mailboxes/[]/email", "string"),
        ("open_field", "200 /failed_mailboxes/[]/message", "null"),
        ("open_field", "200 /failed_mailboxes/[]/<name>", "integer"),
    }


def test_what_never_came_is_told_with_how_often_it_could_have_come() -> None:
    observer = Observer()
    for boxes in ([BOX], [BOX, *mailbox(port=None)], []):
        observer.saw("listMailboxes", 200, JSON, json.dumps(boxes).encode())
    found = {(one.kind, one.where): one.times for one in observer.report().mismatches}
    assert found["never_seen_field", "200 /[]/details/signature"] == 3
    assert ("never_seen_field", "200 /[]/details/port") not in found, "null is a value"
    assert ("never_seen_field", "200 /[]/details/warmup_data/status") not in found, "it had no chance to come"
    assert found["never_seen_status", "204"] == found["never_seen_status", "429"] == 3
    assert ("never_seen_status", "200") not in found


def test_a_required_field_that_is_missing_now_and_then_is_counted() -> None:
    pages = {"content": [{"id": 1, "name": "a", "active": True}, {"id": 2, "name": "b"}, {"id": 3, "name": "c"}]}
    (found,) = seen("listCompanies", 200, pages).contradictions
    assert found == Mismatch("listCompanies", "missing_required", "200 /content/[]/active", "missing", 2)


def test_equal_mismatches_are_one_with_a_count() -> None:
    observer = Observer()
    for _ in range(3):
        observer.saw("listMailboxes", 200, JSON, json.dumps([*mailbox(port="1"), *mailbox(port="2")]).encode())
    assert observer.report().contradictions == (
        Mismatch("listMailboxes", "type", "200 /[]/details/port", "string instead of integer or null", 6),
    )


def test_a_report_is_sorted_typed_data_and_markdown() -> None:
    observer = Observer()
    observer.saw("listMailboxes", 200, JSON, json.dumps(mailbox(nickname="x", port="1")).encode())
    observer.saw("getMe", 418, {}, b"")
    report = observer.report()
    assert [one.operation for one in report.mismatches] == sorted(one.operation for one in report.mismatches)
    assert pickle.loads(pickle.dumps(report)) == report
    document = report.to_json()
    assert json.loads(json.dumps(document)) == document
    assert document["responses"] == 2 and len(document["mismatches"]) == len(report.mismatches)
    text = str(report)
    assert text.startswith("# Responses and the spec 1.")
    assert "\n## getMe\n\n- undocumented_status: `418`, no body (1)\n- never_seen_status: 200, 400" in text
    assert "\n- undocumented_field: `200 /[]/details/nickname`, string (1)\n" in text


def test_the_forms_of_composition_are_understood() -> None:
    """None but `x-envelopes`, a choice, occurs in a response today; the next version of the spec may have any."""
    leaf = {"type": "object", "required": ["kind"], "properties": {"kind": {"enum": ["leaf"]}}}
    tree = {
        "type": "object",
        "allOf": [{"required": ["kind"], "properties": {"kind": {"type": "string", "pattern": "^t"}}}],
        "properties": {"below": {"type": "array", "maxItems": 2, "items": {"$ref": "#/components/schemas/Node"}}},
        "additionalProperties": {"type": "integer"},
    }
    node = {"oneOf": [{"$ref": "#/components/schemas/Leaf"}, tree]}
    content = {"application/json": {"schema": {"$ref": "#/components/schemas/Node"}}}
    spec = ExpectedResponses({
        "info": {"version": "1"},
        "paths": {"/": {"get": {"operationId": "grow", "responses": {"200": {"content": content}}}}},
        "components": {"schemas": {"Node": node, "Leaf": leaf}},
    })  # fmt: skip
    seen_responses = ResponsesSeen(spec.operations["grow"][200])
    body = {
        "kind": "tree", "ada@example.com": 1, "grace": "x",
        "below": [{"kind": "leaf"}, {"kind": "bush"}, {"kind": "oak", "below": [{"kind": "leaf", "size": 1}]}],
    }  # fmt: skip
    seen_responses.look(JSON, Body("application/json", json.dumps(body).encode()), spec.words, MemoryBudget())
    assert set(seen_responses.findings()) == {
        ("type", "/<name>", "string instead of integer", 1),
        ("limit", "/below", "beyond maxItems", 1),
        ("unknown_value", "/below/[]/kind", "a value outside of enum", 1),
        ("format", "/below/[]/kind", "not as its pattern", 1),
        ("undocumented_field", "/below/[]/below/[]/size", "integer", 1),
    }


def test_every_keyword_and_form_of_the_specs_schemas_is_one_that_is_compared() -> None:
    """Or the spec would say what nobody checks."""
    compared = {
        "$ref", "type", "properties", "required", "items", "additionalProperties", "allOf", "anyOf", "oneOf", "enum",
        "x-known-values", "format", "x-vendor-time", "pattern", "minimum", "maximum", "exclusiveMinimum",
        "exclusiveMaximum", "minLength", "maxLength", "minItems", "maxItems", "x-envelopes",
    }  # fmt: skip
    prose = {"description", "x-evidence", "example", "title", "default"}
    forms: set[str] = set()

    def look(schema: dict[str, Any]) -> None:
        assert schema.keys() <= compared | prose
        forms.update(schema[keyword] for keyword in ("format", "x-vendor-time") if keyword in schema)
        rest = schema.get("additionalProperties")
        inner = [*schema.get("properties", {}).values(), *(schema.get(key) for key in ("items",) if key in schema)]
        inner += [one for key in ("allOf", "anyOf", "oneOf") for one in schema.get(key, ())]
        for one in [*inner, *([rest] if isinstance(rest, dict) else [])]:
            look(one)

    document = expected_responses()._document
    for schema in document["components"]["schemas"].values():
        look(schema)
    assert forms <= {"int64", "date-time", "utc", "offset", "password"}


@pytest.mark.parametrize("name", ["nickname", "warmupData", "error_2", "x-ratelimit-limit", "_id", "isOAuth2"])
def test_a_name_that_is_made_like_a_fields_is_printed(name: str) -> None:
    assert printable(name, None) == name


@pytest.mark.parametrize(
    "name",
    [
        "ada@example.com", "880101", "company_880101", "Ada Lovelace", "1.abcdef", "a1b2c3d4", "", "é", "a/b", "a\nb",
        "k" * 21, "abc_" + "k" * 30, "x" * 65, "2fa", "`code`", "<b>",
    ],
)  # fmt: skip
def test_a_name_that_may_be_data_is_not_printed(name: str) -> None:
    assert printable(name, None) == "<name>"


def test_in_a_map_only_words_of_the_spec_are_printed() -> None:
    words = words_of(["email", "smtp_password", "isOpen"])
    assert [printable(name, words) for name in ("email", "smtpEmail", "open")] == ["email", "smtpEmail", "open"]
    assert [printable(name, words) for name in ("ada", "ada_email", "email2")] == ["<name>"] * 3


@pytest.mark.parametrize(
    ("sent", "printed"),
    [
        ("application/json; charset=utf-8", "application/json"), ("Text/HTML", "text/html"), (None, "no media type"),
        ("application/hal+json", "application/hal+json"), ("ada@example.com", "<media type>"),
        ("text/880101", "<media type>"), ("text/" + "k" * 40, "<media type>"), ("ada/lovelace", "<media type>"),
    ],
)  # fmt: skip
def test_a_media_type_is_printed_without_its_parameters(sent: str | None, printed: str) -> None:
    assert printable_media_type(sent) == printed


CANARIES = ("ada.lovelace@example.com", "880101007", "Adalovelace", "0123cafe4567beef", "Quillby Press")


def test_no_value_and_no_name_that_is_data_is_kept(caplog: pytest.LogCaptureFixture) -> None:
    """Planted as values, as names in maps and in open elements, as headers, and as parts of media types."""
    caplog.set_level(logging.DEBUG)
    observer = Observer()
    data: dict[str, Any] = {name: {inner: [inner, 880101007, None] for inner in CANARIES} for name in CANARIES}
    headers = {"content-type": f"application/json; by={CANARIES[0]}", "set-cookie": CANARIES[3], "x-note": CANARIES[0]}
    headers |= {f"x-{CANARIES[1]}": CANARIES[4], f"x-{CANARIES[3]}": "1"}
    bodies: dict[str, Any] = {
        "inviteGuests": data,
        "getConnectionSummary": {**SUMMARY, "failed_mailboxes": [data, *CANARIES]},
        "listMailboxes": [*mailbox(email=CANARIES[0], provider=CANARIES[2], reputation=data, error=data)],
        "createCompanyApiKey": {"api_key": CANARIES[3], "label": CANARIES[2]},
        "getMe": {**ME, **{key: value for key, value in data.items() if key != "Adalovelace"}},
        "updateMailboxFooter": data,
    }

    def network(request: httpx.Request) -> httpx.Response:
        return httpx.Response(200, headers=headers, json=bodies["getMe"])

    with Agency("0123cafe4567beef", transport=httpx.MockTransport(network), observe=observer) as agency:
        with suppress(ApiError):
            agency.account(7).me()
    for status in (200, 201, 404, 418):
        for operation, body in bodies.items():
            observer.saw(operation, status, httpx.Headers(headers), json.dumps(body).encode())
            observer.saw(operation, status, {"content-type": f"text/{CANARIES[3]}"}, "".join(CANARIES).encode())
    report = observer.report()
    assert len(report.contradictions) > 50
    shown = [str(report), repr(report), json.dumps(report.to_json()), repr(observer), caplog.text]
    shown += [repr(pickle.dumps(report, protocol)) for protocol in range(6)]
    shown += [repr(one) for one in texts_behind(observer)]
    for canary in CANARIES:
        assert [text for text in shown if canary.lower() in text.lower()] == []
    with pytest.raises(TypeError, match="not pickled"):
        pickle.dumps(observer)


def texts_behind(start: object) -> list[object]:
    """Every text and number that an object leads to, without going into code."""
    found: list[object] = []
    pending, known = [start], set[int]()
    while pending:
        value = pending.pop()
        if id(value) in known or isinstance(value, type | ModuleType | FunctionType):
            continue
        known.add(id(value))
        if isinstance(value, str | bytes | int | float):
            found.append(value)
        pending += get_referents(value)
    return found


FAULTY = [
    httpx.Response(200, headers=JSON, content=b"[" * 1_000 + b"]" * 1_000),
    httpx.Response(200, headers=JSON, content=b"[" * 100_000 + b"]" * 100_000),
    httpx.Response(200, headers=JSON, content=b'{"a":' * 400 + b"1" + b"}" * 400),
    httpx.Response(200, headers=JSON, content=json.dumps([*mailbox(signature="x" * 5_000_000)]).encode()),
    httpx.Response(200, headers=JSON, content=b'[{"id":' + b"9" * 10_000 + b"}]"),
    httpx.Response(200, headers=JSON, content=b'"\xff\xfe'),
    httpx.Response(302, headers={"location": "https://example.com"}),
    httpx.Response(200, headers={**JSON, "content-encoding": "identity"}, content=b"NaN"),
]


@pytest.mark.parametrize("response", FAULTY, ids=range(len(FAULTY)))
def test_whatever_comes_the_call_ends_as_it_would_without_an_observer(
    response: httpx.Response, caplog: pytest.LogCaptureFixture
) -> None:
    def outcome(observe: Observer | None) -> str:
        transport = httpx.MockTransport(lambda request: response)
        with Agency("hq", transport=transport, observe=observe, max_retries=0) as agency:
            try:
                return repr(agency.account(7).mailboxes.list())
            except ApiError as error:
                return repr(error)

    observer = Observer()
    assert outcome(observer) == outcome(None)
    assert observer.report().responses == 1
    assert "observer failed" not in caplog.text


def test_what_is_nested_too_deeply_is_counted() -> None:
    assert seen("listMailboxes", 200, b'{"a":' * 400 + b"1" + b"}" * 400).contradictions[0].kind == "type"
    report = seen("inviteGuests", 200, b'{"name":' * 400 + b"1" + b"}" * 400)
    assert report.skipped == 1 and "unknown names: 1." in str(report)
    assert max(one.where.count("/") for one in report.mismatches) == 32


def test_an_observer_that_fails_costs_no_call(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def broken(*given: object) -> None:
        raise RuntimeError("ada@example.com")

    monkeypatch.setattr(Observer, "saw", broken)
    transport = httpx.MockTransport(lambda request: httpx.Response(200, json=ME))
    assert Account("k", transport=transport, observe=Observer()).me().user_name == "Ada"
    assert caplog.messages == ["the observer failed after getMe: RuntimeError"]


def test_every_attempt_with_a_response_is_seen_by_all_four_clients(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(retries, "_FIRST_PAUSE", 0.001)
    observer = Observer()

    def network() -> httpx.MockTransport:
        left = [
            httpx.Response(429),
            httpx.ConnectError("no"),
            httpx.Response(502, html="<p>"),
            httpx.Response(200, json=ME),
        ]

        def respond(request: httpx.Request) -> httpx.Response:
            one = left.pop(0)
            if isinstance(one, Exception):
                raise one
            return one

        return httpx.MockTransport(respond)

    async def main() -> None:
        await AsyncAgency("k", transport=network(), observe=observer).own_account.me()
        await AsyncAccount("k", transport=network(), observe=observer).me()

    Agency("k", transport=network(), observe=observer).account(7).me()
    Account("k", transport=network(), observe=observer).me()
    asyncio.run(main())
    report = observer.report()
    assert report.responses == 4 * 3
    assert described(report.contradictions) == {("undocumented_status", "502", "text/html")}
    assert report.contradictions[0].times == 4


def test_one_observer_serves_many_threads_and_loops_at_once() -> None:
    observer = Observer()
    boxes = json.dumps([*mailbox(nickname="x", port="1"), BOX]).encode()

    def call(_: int) -> None:
        async def main() -> None:
            transport = httpx.MockTransport(lambda request: httpx.Response(200, headers=JSON, content=boxes))
            async with AsyncAgency("k", transport=transport, observe=observer) as agency:
                await asyncio.gather(*(agency.account(id).mailboxes.list() for id in range(1, 26)))

        asyncio.run(main())
        observer.report()

    with ThreadPoolExecutor(8) as threads:
        list(threads.map(call, range(8)))
    report = observer.report()
    assert report.responses == 200
    assert {one.times for one in report.contradictions} == {200}
    assert {one.times for one in report.mismatches if one.where.endswith("signature")} == {400}


@pytest.fixture
def many_switches() -> Iterator[None]:
    """Threads switch after every few steps."""
    before = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    yield
    sys.setswitchinterval(before)


@pytest.mark.usefixtures("many_switches")
def test_no_response_is_lost_when_threads_begin_at_the_same_moment() -> None:
    boxes = json.dumps(mailbox(**dict.fromkeys(sorted(expected_responses().words)[:40], "x"))).encode()

    def look(observer: Observer, start: Barrier) -> None:
        start.wait()
        observer.saw("listMailboxes", 200, JSON, boxes)

    with ThreadPoolExecutor(8) as threads:
        for _ in range(20):
            observer, start = Observer(), Barrier(8)
            for ended in [threads.submit(look, observer, start) for _ in range(8)]:
                ended.result()
            report = observer.report()
            assert report.responses == 8 and {one.times for one in report.mismatches} == {8}


@pytest.mark.usefixtures("many_switches")
def test_a_report_can_be_made_while_responses_come() -> None:
    observer = Observer()

    def look() -> None:
        for status in range(200, 1200):
            observer.saw("getMe", status, {}, b"")

    with ThreadPoolExecutor(1) as threads:
        ended = threads.submit(look)
        numbers = [observer.report().responses]
        while not ended.done():
            numbers.append(observer.report().responses)
    assert numbers == sorted(numbers) and observer.report().responses == 1000


def test_memory_stays_bounded_whatever_names_come() -> None:
    names = ["".join(letters) for letters in product("abcdefghij", repeat=4)]
    known = sorted(word for word in expected_responses().words if word.isalpha())

    def nested(start: int, levels: int) -> Any:
        return {name: nested(start, levels - 1) for name in known[start : start + 8]} if levels else 1

    body = json.dumps({**ME, **dict.fromkeys(names, 1)}).encode()
    headers = {**JSON, **dict.fromkeys((f"x-{name}" for name in names[:500]), "1")}
    trees = [json.dumps(mailbox(reputation=nested(start, 4))).encode() for start in range(0, 80, 8)]
    observer = Observer()
    tracemalloc.start()
    observer.saw("getMe", 200, headers, body)
    for number, tree in enumerate(trees):
        observer.saw("listMailboxes", 200, JSON, tree)
        for name in names[:100]:
            observer.saw("getMe", 600 + number, {"content-type": f"text/{name}"}, b"x")
    size, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    report = observer.report()
    counts = Counter((one.operation, one.kind) for one in report.mismatches)
    assert counts["getMe", "undocumented_field"] == counts["getMe", "undocumented_header"] == 51
    assert counts["getMe", "undocumented_status"] == 10 * 51
    assert counts["listMailboxes", "undocumented_field"] < 2_000 and report.skipped > 0
    assert size < 2_000_000


def test_a_map_is_not_listed() -> None:
    report = seen("getMe", 200, {**ME, **{f"field{'_' * number}": 1 for number in range(60)}})
    paths = [one.where for one in report.contradictions]
    assert len(paths) == 51 and "200 /<name>" in paths


def test_without_an_observer_nothing_of_it_is_loaded() -> None:
    program = (
        "import httpx, sys\n"
        "from woodpecker_client import Account, Observer\n"
        "network = httpx.MockTransport(lambda request: httpx.Response(200, json={'user_id': 1, 'firm_id': 2}))\n"
        "Account('k', transport=network).me()\n"
        "print('woodpecker_runtime.drift.expected_responses' in sys.modules)\n"
        "observer = Observer()\n"
        "from woodpecker_runtime.drift.expected_responses import expected_responses\n"
        "print(expected_responses.cache_info().currsize)\n"
        "Account('k', transport=network, observe=observer).me()\n"
        "print(expected_responses.cache_info().currsize)\n"
    )
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert run.stdout.split() == ["False", "0", "1"]


@pytest.mark.parametrize("kind", [Agency, Account, AsyncAgency, AsyncAccount])
def test_something_else_is_no_observer(kind: Any) -> None:
    with pytest.raises(InvalidValue, match="observe is an Observer or None, not list"):
        kind("k", observe=[Observer()])


def test_an_operation_that_the_spec_does_not_have_is_refused() -> None:
    with pytest.raises(LookupError, match="getYou"):
        Observer().saw("getYou", 200, {}, b"")
