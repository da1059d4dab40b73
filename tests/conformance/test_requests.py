"""requests.json: a call of any route -> the request, a refusal by name, or whether its failure is sent again."""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import parse_qs

import httpx
import pytest
from woodpecker_client import InvalidValue, PolicyError, WoodpeckerError
from woodpecker_runtime import retries

from tests.doors import FORMS, request

from .vectors import cases, door_of, inputs, load, values_of


@pytest.fixture(autouse=True)
def short_pauses(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(retries, "_FIRST_PAUSE", 0.001)


@cases("requests")
def test_a_call_of_any_route_is_sent_or_refused(case: dict[str, Any]) -> None:
    for form in FORMS:
        replay(form, **inputs(case))


def replay(
    form: str,
    *,
    key: dict[str, Any],
    context: dict[str, Any] | None,
    call: dict[str, Any],
    expect: dict[str, Any],
    failure: dict[str, Any] | None = None,
) -> None:
    sent: list[httpx.Request] = []

    def network(arrived: httpx.Request) -> httpx.Response:
        sent.append(arrived)
        if failure is not None and len(sent) == 1:
            return failed(arrived, **failure)
        return httpx.Response(200, json={})

    error: WoodpeckerError | None = None
    try:
        make(form, network, key, context, **call)
    except WoodpeckerError as raised:
        error = raised
    match expect:
        case {"sent": wanted, **rest} if not rest:
            assert error is None and len(sent) == 1
            check(sent[0], **wanted)
        case {"refused": reason, **rest} if not rest:
            assert isinstance(error, PolicyError) and error.reason == reason and sent == []
        case {"invalid": argument, **rest} if not rest:
            assert isinstance(error, InvalidValue) and str(error).startswith(argument) and sent == []
        case {"sent_again": again, "may_have_run": unknown, **rest} if not rest:
            assert len(sent) == 1 + again
            assert (error is None) is again and getattr(error, "may_have_run", False) is unknown
        case _:
            pytest.fail(f"no such expectation: {expect}")


def make(
    form: str,
    network: Any,
    key: dict[str, Any],
    context: dict[str, Any] | None,
    *,
    method: str,
    path: str,
    **call: Any,
) -> None:
    assert call.keys() <= {"params", "json", "retry"}
    transport = httpx.MockTransport(network)
    request(
        form, key["kind"], key["value"], door_of(context), method, path, call=call, transport=transport, max_retries=1
    )


def failed(
    request: httpx.Request, *, status: int | None = None, v1_code: str | None = None, connection: str | None = None
) -> httpx.Response:
    if connection is not None:
        raise {"lost": httpx.ReadError, "refused": httpx.ConnectError}[connection](connection, request=request)
    assert status is not None
    return httpx.Response(status, json={"status": {"status": "ERROR", "code": v1_code}} if v1_code else {})


def check(arrived: httpx.Request, *, method: str, path: str, query: dict[str, list[str]], **expected: Any) -> None:
    raw_path, _, raw_query = arrived.url.raw_path.decode("ascii").partition("?")
    assert (arrived.method, raw_path) == (method, f"/rest{path}")
    assert parse_qs(raw_query, keep_blank_values=True, strict_parsing=bool(raw_query)) == query
    if "body" not in expected:
        assert arrived.content == b"" and "content-type" not in arrived.headers
        return
    # As texts, because in Python False is 0.
    assert json.dumps(json.loads(arrived.content)) == json.dumps(expected.pop("body")) and not expected
    assert arrived.headers["content-type"] == "application/json"


def test_every_argument_is_refused_somewhere() -> None:
    arguments = load("vectors.schema")["$defs"]["argument"]["enum"]
    assert set(values_of(load("requests")["cases"], "invalid")) == set(arguments)


def test_each_failure_meets_both_rules() -> None:
    """Safe by the method and by the word, and rejected-only by both."""
    calls: dict[str, set[tuple[bool, str | None]]] = {}
    for case in load("requests")["cases"]:
        if "failure" in case:
            reads = case["call"]["method"] in ("GET", "HEAD")
            calls.setdefault(json.dumps(case["failure"]), set()).add((reads, case["call"].get("retry")))
    assert len(calls) == 12
    assert all(met >= {(True, None), (False, None), (False, "safe"), (True, "rejected-only")} for met in calls.values())
