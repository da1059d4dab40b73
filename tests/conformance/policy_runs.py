"""One request, or one chain of redirects, through the policy transport to a transport that keeps what was sent."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Any

import httpx
import pytest
from woodpecker_auth import AsyncPolicyTransport, Key, PolicyError, PolicyTransport, Scope

DEFAULT_BASE_URL = "https://api.woodpecker.co/rest"
POLICY_HEADERS = ("x-api-key", "x-company-id")

Respond = Callable[[httpx.Request], httpx.Response]
MakeKey = Callable[[], tuple[Key, Scope | None]]


def blocking(make_key: MakeKey, base_url: str, respond: Respond, method: str, url: str, body: bytes | None) -> None:
    key, scope = make_key()
    transport = PolicyTransport(key, httpx.MockTransport(respond), base_url=base_url, scope=scope)
    with httpx.Client(transport=transport, follow_redirects=True) as http:
        http.request(method, url, content=body)


def in_asyncio(make_key: MakeKey, base_url: str, respond: Respond, method: str, url: str, body: bytes | None) -> None:
    async def main() -> None:
        key, scope = make_key()
        transport = AsyncPolicyTransport(key, httpx.MockTransport(respond), base_url=base_url, scope=scope)
        async with httpx.AsyncClient(transport=transport, follow_redirects=True) as http:
            await http.request(method, url, content=body)

    asyncio.run(main())


FORMS = [blocking, in_asyncio]


def refusal_of(send: Callable[..., None], *args: Any) -> str | None:
    """The reason of the policy's refusal, None if there was none."""
    try:
        send(*args)
    except PolicyError as refused:
        return refused.reason
    return None


def policy_headers(request: httpx.Request) -> dict[str, str]:
    """The headers of a request that the policy sets. A duplicate one is a failure."""
    assert all(len(request.headers.get_list(name)) < 2 for name in POLICY_HEADERS)
    return {name: request.headers[name] for name in POLICY_HEADERS if name in request.headers}


def check_expectation(expect: dict[str, Any], reason: str | None, sent: list[httpx.Request], typed: bool) -> None:
    """Fail unless a case of policy.json ended as it has to: one request with these headers, or a refusal and none.

    Args:
        reason: of the refusal; None if there was none.
        typed: whether a type can rule out what the case passes.
    """
    match expect:
        case {"headers": headers, **rest} if not rest:
            assert reason is None
            assert [policy_headers(one) for one in sent] == [headers]
            assert not typed
        case {"refused": wanted, **rest} if rest.keys() <= {"or_refused"}:
            assert sent == []
            assert reason in (wanted, rest.get("or_refused"))
        case _:
            pytest.fail(f"no such expectation: {expect}")
