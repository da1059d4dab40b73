"""One request, or one chain of redirects, through the policy transport to a transport that keeps what was sent."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Any

import httpx
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
