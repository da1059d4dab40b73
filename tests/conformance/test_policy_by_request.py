"""policy.json once more, with `request` on the four doors: what they cannot express is named, with the reason."""

from __future__ import annotations

from typing import Any
from urllib.parse import parse_qsl

import httpx
import pytest
from woodpecker_client import PolicyError

from tests.doors import FORMS, request

from .policy_runs import DEFAULT_BASE_URL, check_expectation
from .vectors import door_of, inputs, load

NO_DOOR = "no door acts for an account with a client's key but that account"
NOT_EXPRESSED = {
    "client-own-account": NO_DOOR,
    "client-account-route-with-company": NO_DOOR,
    "client-v1-with-company": NO_DOOR,
    "client-agency-route-with-company": NO_DOOR,
    "client-agency-route-own-account": NO_DOOR,
    "family-base-path-only": "a path begins with a slash",
}
CASES = load("policy")["cases"]


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("case", [pytest.param(one, id=one["id"]) for one in CASES if one["id"] not in NOT_EXPRESSED])
def test_the_doors_follow_the_policy(form: str, case: dict[str, Any]) -> None:
    replay(form, **inputs(case))


def replay(
    form: str,
    *,
    key: dict[str, Any],
    context: dict[str, Any] | None,
    request: dict[str, str],
    expect: dict[str, Any],
    base_url: str = DEFAULT_BASE_URL,
    typed: bool = False,
) -> None:
    sent: list[httpx.Request] = []

    def network(arrived: httpx.Request) -> httpx.Response:
        sent.append(arrived)
        return httpx.Response(200)

    reason = None
    try:
        send(form, network, base_url, key, context, **request)
    except PolicyError as refused:
        reason = refused.reason
    check_expectation(expect, reason, sent, typed)


def send(form: str, network: Any, base_url: str, key: dict[str, Any], context: Any, *, method: str, path: str) -> None:
    path, _, query = path.partition("?")
    call = {"params": dict(parse_qsl(query))}
    transport = httpx.MockTransport(network)
    request(
        form,
        key["kind"],
        key["value"],
        door_of(context),
        method,
        path,
        call=call,
        transport=transport,
        base_url=base_url,
    )


def test_what_is_left_out_is_there_and_cannot_be_expressed() -> None:
    left_out = {case["id"]: case for case in CASES if case["id"] in NOT_EXPRESSED}
    assert left_out.keys() == NOT_EXPRESSED.keys()
    assert all(
        case["request"]["path"] == "" or (case["key"]["kind"] == "client" and case["context"] is not None)
        for case in left_out.values()
    )
