"""Every method of the resource surface and every low-level function, in each of its forms.

Each sends its operation's request and returns what the spec's example of the response says.
"""

from __future__ import annotations

import asyncio
import inspect
import json
from collections.abc import Iterator
from typing import Any

import httpx
import pytest
from woodpecker_client import Account, Agency, AsyncAccount, AsyncAgency

from tests.operations import ID, MODULES, OPERATIONS, SPEC, body_model, example, function_arguments
from tests.references import resolved

each_operation = pytest.mark.parametrize("name", OPERATIONS)


class Server:
    """Responds to every request with the example of the operation's success, and keeps the requests."""

    def __init__(self, name: str) -> None:
        operation = OPERATIONS[name][2]
        status, success = next((int(code), one) for code, one in operation["responses"].items() if code[0] == "2")
        body = example(success)
        self._response = (status, b"" if body is None else json.dumps(body).encode())
        self.sent: list[httpx.Request] = []

    def __call__(self, request: httpx.Request) -> httpx.Response:
        self.sent.append(request)
        status, content = self._response
        return httpx.Response(status, content=content, headers={"content-type": "application/json"} if content else {})

    @property
    def transport(self) -> httpx.MockTransport:
        return httpx.MockTransport(self)


def arguments(name: str, method: Any) -> dict[str, Any]:
    """What a method of the surface needs: ids, and the parts of the body."""
    body = body_model(name)
    wanted = {key for key in inspect.signature(method).parameters if key not in {"timeout", "deadline"}}
    ids = {key: ID for key in wanted if f"{{{key}}}" in OPERATIONS[name][1]}
    return ids | {key: getattr(body, key) for key in wanted - ids.keys() if hasattr(body, key)}


def on_surface(root: Any, name: str) -> Any:
    """The method for an operation of an `Agency` or an `Account`."""
    operation = OPERATIONS[name][2]
    for step in filter(None, operation["x-resource"].split(".")):
        root = getattr(root, step)
    return getattr(root, operation["x-method"])


def with_raw_responses(root: Any, name: str) -> Iterator[Any]:
    """The same on each `with_raw_response` on the way: that of the client, and those of the resources."""
    operation = OPERATIONS[name][2]
    steps = [*filter(None, operation["x-resource"].split("."))]
    for depth in range(len(steps) + 1):
        node = root
        for step in [*steps[:depth], "with_raw_response", *steps[depth:]]:
            node = getattr(node, step)
        yield getattr(node, operation["x-method"])


def check(name: str, server: Server) -> None:
    """One request was sent, and it is the one that the spec describes."""
    verb, path, operation = OPERATIONS[name]
    [request] = server.sent
    for parameter in operation.get("parameters", []):
        described = resolved(parameter, SPEC)
        if described["in"] == "path":
            path = path.replace(f"{{{described['name']}}}", str(ID))
    assert (request.method, request.url.path) == (verb, f"/rest{path}")
    expected = example(operation["requestBody"]) if "requestBody" in operation else None
    assert (json.loads(request.content) if request.content else None) == expected


def value_of(name: str) -> Any:
    """The example of the success as the operation reads it."""
    server = Server(name)
    with client(name, server) as root:
        return MODULES[name].sync(client=root._client, **function_arguments(name))


def items_of(name: str) -> Any:
    """The entries in the value, which a method returns at once where one response holds everything."""
    value = value_of(name)
    for step in filter(None, OPERATIONS[name][2].get("x-pagination", {"items": ""})["items"].split("/")):
        value = getattr(value, step)
    return value


def client(name: str, server: Server) -> Agency | Account:
    family = OPERATIONS[name][2]["x-route-family"]
    make = Agency if family == "agency" else Account
    return make("key", transport=server.transport, max_retries=0)


def async_client(name: str, server: Server) -> AsyncAgency | AsyncAccount:
    family = OPERATIONS[name][2]["x-route-family"]
    make = AsyncAgency if family == "agency" else AsyncAccount
    return make("key", transport=server.transport, max_retries=0)


@each_operation
def test_a_method_sends_its_operation(name: str) -> None:
    server = Server(name)
    with client(name, server) as root:
        method = on_surface(root, name)
        result = method(**arguments(name, method))
        result = next(result.pages()) if hasattr(result, "pages") else result
    check(name, server)
    assert result == (items_of(name) if isinstance(result, list) else value_of(name))


@each_operation
def test_a_method_of_asyncio_sends_its_operation(name: str) -> None:
    server = Server(name)

    async def call() -> Any:
        async with async_client(name, server) as root:
            method = on_surface(root, name)
            result = method(**arguments(name, method))
            return await (anext(result.pages()) if hasattr(result, "pages") else result)

    result = asyncio.run(call())
    check(name, server)
    assert result == value_of(name)


@each_operation
def test_a_method_with_the_whole_response_sends_its_operation(name: str) -> None:
    server = Server(name)
    with client(name, server) as root:
        for method in with_raw_responses(root, name):
            response = method(**arguments(name, method))
            check(name, server)
            server.sent.clear()
            assert response.parsed == value_of(name)
            assert str(int(response.status_code)) in OPERATIONS[name][2]["responses"]


@each_operation
def test_a_method_of_asyncio_with_the_whole_response_sends_its_operation(name: str) -> None:
    server = Server(name)

    async def call() -> None:
        async with async_client(name, server) as root:
            for method in with_raw_responses(root, name):
                response = await method(**arguments(name, method))
                check(name, server)
                server.sent.clear()
                assert response.parsed == value_of(name)

    asyncio.run(call())


@each_operation
@pytest.mark.parametrize("form", ["sync", "sync_detailed", "asyncio", "asyncio_detailed"])
def test_a_low_level_function_sends_its_operation(form: str, name: str) -> None:
    server, function = Server(name), getattr(MODULES[name], form)

    async def call() -> Any:
        async with async_client(name, server) as root:
            return await function(client=root._client, **function_arguments(name))

    if form.startswith("asyncio"):
        result = asyncio.run(call())
    else:
        with client(name, server) as root:
            result = function(client=root._client, **function_arguments(name))
    check(name, server)
    assert (result.parsed if form.endswith("detailed") else result) == value_of(name)
