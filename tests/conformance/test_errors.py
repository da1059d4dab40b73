"""errors.json: a response -> a success, or one kind of error and what it says."""

from __future__ import annotations

import asyncio
from datetime import datetime
from typing import Any

import httpx
import pytest
from woodpecker_client import ApiError
from woodpecker_runtime.client import AsyncClient, Client
from woodpecker_runtime.operation import Operation

from .generated_operations import GENERATED, filled
from .vectors import cases, inputs, kind_of


@cases("errors")
def test_a_response_becomes_its_error_or_a_success(case: dict[str, Any]) -> None:
    for call in (blocking, in_asyncio):
        replay(call, **inputs(case))


def replay(call: Any, *, operation: str, answer: dict[str, Any], expect: dict[str, Any]) -> None:
    called = GENERATED[operation]
    network = httpx.MockTransport(lambda request: response_of(**answer))
    if expect == {"kind": "success"}:
        call(called, network)
        return
    with pytest.raises(ApiError) as caught:
        call(called, network)
    check(caught.value, operation=operation, **expect)


def response_of(*, status: int, headers: dict[str, str], body: str) -> httpx.Response:
    return httpx.Response(status, headers=headers, content=body.encode())


def check(error: ApiError, *, operation: str, kind: str, status: int, **expected: Any) -> None:
    assert (kind_of(error), error.operation, error.status) == (kind, operation, status)
    if kind == "unexpected_response":
        assert expected == {}
        return
    moment = expected.pop("timestamp")
    assert expected == {"title": error.title, "detail": error.detail, "code": error.code}
    assert error.timestamp == (None if moment is None else datetime.fromisoformat(moment))


def blocking(operation: Operation[Any], network: httpx.MockTransport) -> None:
    with Client(transport=network, max_retries=0) as client:
        client.call(filled(operation))


def in_asyncio(operation: Operation[Any], network: httpx.MockTransport) -> None:
    async def main() -> None:
        async with AsyncClient(transport=network, max_retries=0) as client:
            await client.call(filled(operation))

    asyncio.run(main())
