"""What the model gets to see of a response or an error."""

from __future__ import annotations

import json
import os
import stat
from pathlib import Path
from typing import Any

from fastmcp.exceptions import ToolError
from fastmcp.server.middleware import CallNext, Middleware, MiddlewareContext
from fastmcp.tools import ToolResult
from fastmcp.utilities.exceptions import get_http_status_code
from jsonschema import Draft202012Validator
from mcp.types import CallToolRequestParams, TextContent
from woodpecker_auth import InvalidValue

from .connection import NotAnswered
from .contract import SECRET, Contract


class SecretsFile:
    """A file that only its owner can read, for what the model must not see: one JSON object per line.

    Raises:
        InvalidValue: others can read the file, or it cannot be written.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        try:
            # Opened now: a key that cannot be stored once it was created would be lost.
            self._file = os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
        except OSError as error:
            raise InvalidValue(f"the secrets file cannot be written: {error}") from None
        if os.name == "posix" and stat.S_IMODE(os.fstat(self._file).st_mode) & 0o077:
            os.close(self._file)
            raise InvalidValue(f"others can read the secrets file {path}: chmod 600 it")

    def append(self, call: CallToolRequestParams, response: object) -> None:
        line = json.dumps({"tool": call.name, "arguments": call.arguments, "response": response})
        os.write(self._file, f"{line}\n".encode())

    @property
    def note(self) -> str:
        """What stands in place of a secret."""
        return f"*** (in the file {self._path.name} of the person who runs this server)"

    def close(self) -> None:
        os.close(self._file)


class Answers(Middleware):
    """Moves secrets into the file, and explains errors."""

    def __init__(self, contract: Contract, secrets: SecretsFile | None) -> None:
        self._contract, self._secrets = contract, secrets
        self._operations = {operation.tool: operation for operation in contract.operations}

    async def on_call_tool(
        self,
        context: MiddlewareContext[CallToolRequestParams],
        call_next: CallNext[CallToolRequestParams, ToolResult],
    ) -> ToolResult:
        operation = self._operations[context.message.name]
        try:
            result = await call_next(context)
        except ToolError as error:
            if operation.is_safe or not _may_have_run(error):
                raise
            check = self._contract.with_tool_names(operation.outcome_check)
            raise ToolError(f"{error}. It may have run, so do not repeat it before you know. {check}") from None
        if SECRET not in operation.effects:
            return result
        # An operation with secrets is no tool without the file.
        assert self._secrets is not None
        response = result.structured_content or [
            block.text for block in result.content if isinstance(block, TextContent)
        ]
        self._secrets.append(context.message, response)
        shown = without_secrets(response, operation.response_schema, self._secrets.note)
        return ToolResult(structured_content=shown if isinstance(shown, dict) else {"result": shown})


def without_secrets(value: Any, schema: dict[str, Any], note: str) -> Any:
    """A response with a note in place of all that is a secret, or that the spec does not describe and could be one."""
    if isinstance(value, dict) and "properties" in schema:
        known = schema["properties"]
        return {name: without_secrets(each, known.get(name, {}), note) for name, each in value.items()}
    if isinstance(value, list) and "items" in schema:
        return [without_secrets(each, schema["items"], note) for each in value]
    is_secret = schema.get("format") == "password" or isinstance(value, dict | list)
    is_described = not is_secret and Draft202012Validator({"type": schema.get("type", [])}).is_valid(value)
    return value if is_described else note


def _may_have_run(error: ToolError) -> bool:
    """Whether a failed call was sent and not answered, or answered by a server that failed."""
    if isinstance(error, NotAnswered):
        return error.was_sent
    status = get_http_status_code(error.__cause__) if error.__cause__ else None
    return status is not None and status >= 500
