"""redirects.json: what each hop of a chain of redirects carries."""

from __future__ import annotations

from typing import Any

import httpx
import pytest

from .policy_runs import DEFAULT_BASE_URL, FORMS, policy_headers, refusal_of
from .vectors import cases, inputs, key_of, scope_of


@cases("redirects")
def test_each_hop_carries_these_headers_or_is_refused(case: dict[str, Any]) -> None:
    for form in FORMS:
        replay(form, **inputs(case))


def replay(
    form: Any,
    *,
    key: dict[str, Any],
    context: dict[str, Any] | None,
    hops: list[dict[str, Any]],
    base_url: str = DEFAULT_BASE_URL,
) -> None:
    sent: list[httpx.Request] = []

    def network(arrived: httpx.Request) -> httpx.Response:
        sent.append(arrived)
        if len(sent) == len(hops):
            return httpx.Response(200)
        following = hops[len(sent)]
        return httpx.Response(following["redirect_status"], headers={"location": following["url"]})

    first = hops[0]
    body = b"{}" if first["body"] else None
    reason = refusal_of(
        form, lambda: (key_of(**key), scope_of(context)), base_url, network, first["method"], first["url"], body
    )
    for number, hop in enumerate(hops):
        check(sent[number] if number < len(sent) else None, reason, **hop)
    assert len(sent) <= len(hops)


def check(
    sent: httpx.Request | None,
    reason: str | None,
    *,
    url: str,
    method: str,
    body: bool,
    expect: dict[str, Any],
    redirect_status: int | None = None,
) -> None:
    match expect:
        case {"refused": wanted, **rest} if not rest:
            assert sent is None
            assert reason == wanted
        case {"headers": headers, **rest} if rest.keys() <= {"or_refused"}:
            if sent is None:
                assert reason is not None and reason == rest.get("or_refused")
            else:
                assert policy_headers(sent) == headers
                assert (sent.method, bool(sent.content)) == (method, body)
        case _:
            pytest.fail(f"no such expectation: {expect}")
