"""policy.json: key, context and route -> headers or a refusal."""

from __future__ import annotations

from typing import Any

import httpx

from .policy_runs import DEFAULT_BASE_URL, FORMS, check_expectation, refusal_of
from .vectors import cases, inputs, key_of, scope_of


@cases("policy")
def test_the_policy_sends_these_headers_or_refuses(case: dict[str, Any]) -> None:
    for form in FORMS:
        replay(form, **inputs(case))


def replay(
    form: Any,
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

    def send(*, method: str, path: str) -> str | None:
        url = base_url.rstrip("/") + path
        return refusal_of(form, lambda: (key_of(**key), scope_of(context)), base_url, network, method, url, None)

    check_expectation(expect, send(**request), sent, typed)
