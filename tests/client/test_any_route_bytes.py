"""What `request` writes to a socket is what the generated call of the same route writes, byte by byte."""

from __future__ import annotations

import asyncio
import inspect
import re
from datetime import date
from typing import Any

import pytest
from woodpecker_client import Account, Agency, AsyncAccount, AsyncAgency, BadRequest, Unset

from tests.operations import ID, MODULES, OPERATIONS, body_model, function_arguments
from tests.secrets.wire import as_json, serving

VALUES: dict[Any, Any] = {int: 2, bool: True, str: "a b,ä@x&y=%2F+", date: date(2026, 1, 31)}


def query_arguments(name: str) -> dict[str, Any]:
    """A value for each query parameter of a low-level function."""
    parameters = inspect.signature(MODULES[name].request, eval_str=True).parameters.values()
    return {
        one.name: next(value for kind, value in VALUES.items() if one.annotation == kind | Unset)
        for one in parameters
        if one.kind is one.KEYWORD_ONLY and one.name != "body"
    }


def same_request(name: str) -> tuple[tuple[str, str], dict[str, Any]]:
    """The arguments of `request` for what a low-level function sends."""
    verb, path, _ = OPERATIONS[name]
    params = {name.rstrip("_"): value for name, value in query_arguments(name).items()}
    body = body_model(name)
    json = None if body is None else body.to_dict()  # in the order of the model, not that of the example
    return (verb, re.sub(r"\{\w+\}", str(ID), path)), {"params": params, "json": json}


def doors(name: str, agency: Any, account: Any) -> list[Any]:
    return [agency] if OPERATIONS[name][2]["x-route-family"] == "agency" else [agency.account(7), account]


def blocking(name: str, base_url: str) -> None:
    arguments, (args, call) = {**function_arguments(name), **query_arguments(name)}, same_request(name)
    with Agency("hq", base_url=base_url) as agency, Account("client", base_url=base_url) as account:
        for door in doors(name, agency, account):
            with pytest.raises(BadRequest):
                MODULES[name].sync(client=door._client, **arguments)
            with pytest.raises(BadRequest):
                door.request(*args, **call)


async def in_asyncio(name: str, base_url: str) -> None:
    arguments, (args, call) = {**function_arguments(name), **query_arguments(name)}, same_request(name)
    async with AsyncAgency("hq", base_url=base_url) as agency, AsyncAccount("client", base_url=base_url) as account:
        for door in doors(name, agency, account):
            with pytest.raises(BadRequest):
                await MODULES[name].asyncio(client=door._client, **arguments)
            with pytest.raises(BadRequest):
                await door.request(*args, **call)


@pytest.mark.parametrize("form", [blocking, in_asyncio])
@pytest.mark.parametrize("name", OPERATIONS)
def test_both_write_the_same_bytes(name: str, form: Any) -> None:
    with serving(lambda request: as_json(400, {})) as (base_url, arrived):
        made = form(name, base_url)
        if made is not None:
            asyncio.run(made)
    pairs = [*zip(arrived[::2], arrived[1::2], strict=True)]
    assert len(pairs) == (1 if OPERATIONS[name][2]["x-route-family"] == "agency" else 2)
    for generated, any_route in pairs:
        assert generated == any_route
