"""The examples in the docstrings of methods, as they stand, against the mock."""

from __future__ import annotations

import ast
import asyncio
import inspect
import re
from collections.abc import Iterator
from textwrap import dedent
from types import CodeType

import pytest
from woodpecker_client import Agency, AsyncAgency
from woodpecker_mock import MockServer

from tests.client.test_docstrings import METHODS
from tests.operations import ID as COMPANY
from tests.operations import OPERATIONS

EXAMPLES = [
    pytest.param(dedent(code), id=param.id)
    for param in METHODS
    for code in re.findall(r"```python\n(.*?)```", inspect.getdoc(param.values[0]) or "", re.DOTALL)  # type: ignore[arg-type]
]


@pytest.fixture
def mock() -> Iterator[MockServer]:
    with MockServer() as running:  # with the ids of the spec's examples
        for company in running.world.agencies[0].companies.values():
            company.account.name += " Ltd"  # the names are free for what an example creates
        yield running


@pytest.mark.parametrize("code", EXAMPLES)
def test_an_example_runs(code: str, mock: MockServer) -> None:
    before = sum(mock.executed.values())

    async def run_async() -> None:
        async with AsyncAgency(mock.hq_key, base_url=mock.base_url) as agency:
            await eval(compiled(code), {"agency": agency, "account": agency.account(COMPANY)})

    if "await " in code:
        asyncio.run(run_async())
    else:
        with Agency(mock.hq_key, base_url=mock.base_url) as agency:
            eval(compiled(code), {"agency": agency, "account": agency.account(COMPANY)})
    assert sum(mock.executed.values()) == before + 1


def compiled(code: str) -> CodeType:
    return compile(code, "example", "exec", flags=ast.PyCF_ALLOW_TOP_LEVEL_AWAIT)


def test_each_operation_with_a_body_has_one_in_each_form() -> None:
    with_body = [name for name, (*_, operation) in OPERATIONS.items() if "requestBody" in operation]
    assert len(EXAMPLES) == 2 * len(with_body)
