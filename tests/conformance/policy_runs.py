"""One request, or one chain of redirects, through the policy and onto a network that keeps what was sent."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Any

import httpx
from woodpecker_auth import AsyncPolicyTransport, Key, PolicyError, PolicyTransport, Scope

DEFAULT_BASE_URL = "https://api.woodpecker.co/rest"
OURS = ("x-api-key", "x-company-id")

Answer = Callable[[httpx.Request], httpx.Response]
Made = Callable[[], tuple[Key, Scope | None]]


def blocking(made: Made, base_url: str, answer: Answer, method: str, url: str, body: bytes | None) -> None:
    key, scope = made()
    guard = PolicyTransport(key, httpx.MockTransport(answer), base_url=base_url, scope=scope)
    with httpx.Client(transport=guard, follow_redirects=True) as http:
        http.request(method, url, content=body)


def in_asyncio(made: Made, base_url: str, answer: Answer, method: str, url: str, body: bytes | None) -> None:
    async def main() -> None:
        key, scope = made()
        guard = AsyncPolicyTransport(key, httpx.MockTransport(answer), base_url=base_url, scope=scope)
        async with httpx.AsyncClient(transport=guard, follow_redirects=True) as http:
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


def ours(request: httpx.Request) -> dict[str, str]:
    """The headers of a request that are the policy's business; one that stands there twice is a failure."""
    assert all(len(request.headers.get_list(name)) < 2 for name in OURS)
    return {name: request.headers[name] for name in OURS if name in request.headers}
