"""The server: the operations that are permitted, as tools, under the header policy."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Set
from contextlib import AsyncExitStack, asynccontextmanager
from typing import Any

from fastmcp import FastMCP
from fastmcp.server.providers.openapi import OpenAPIProvider
from fastmcp.tools import Tool
from woodpecker_auth import DEFAULT_BASE_URL, DEFAULT_DEADLINE, HQKey, RouteFamily, Scope

from .answers import Answers, SecretsFile
from .connection import connect
from .contract import SECRET, Contract


@asynccontextmanager
async def woodpecker_server(
    key: HQKey,
    account: Scope | None,
    *,
    base_url: str = DEFAULT_BASE_URL,
    permitted: Set[str] = frozenset(),
    secrets: SecretsFile | None = None,
    deadline: float = DEFAULT_DEADLINE,
) -> AsyncGenerator[FastMCP[Any]]:
    """The server, with open connections.

    Args:
        account: the one that all account tools act for. With None the header policy refuses their calls.
        permitted: effects of `x-effect` and `WRITES`; an operation with any other is no tool.
        secrets: for what responses contain of keys and links; without it, operations that return some are no tools.
        deadline: seconds for a call in total.
    """
    contract = Contract()
    allowed = permitted - {SECRET} if secrets is None else permitted | {SECRET}
    chosen = [operation for operation in contract.operations if operation.needs <= allowed]
    of_tool = {operation.tool: operation for operation in chosen}

    def annotate(_: object, tool: object) -> None:
        assert isinstance(tool, Tool)
        tool.annotations = of_tool[tool.name].annotations

    scopes: dict[RouteFamily, Scope | None] = {"agency": None, "account": account}
    server: FastMCP[Any] = FastMCP("woodpecker", middleware=[Answers(contract, secrets)])
    async with AsyncExitStack() as stack:
        for family, scope in scopes.items():
            operations = [operation for operation in chosen if operation.family == family]
            server.add_provider(
                OpenAPIProvider(
                    contract.document(operations),
                    await stack.enter_async_context(connect(key, scope, base_url, deadline)),
                    mcp_names={operation.id: operation.tool for operation in operations},
                    mcp_component_fn=annotate,
                    # Responses are read as tolerantly as the Python client reads them.
                    validate_output=False,
                )
            )
        yield server
