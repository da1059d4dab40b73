"""Requests: for every operation of the spec, with the bodies of its examples."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import quote, urlencode

from woodpecker_mock.contract.operations import InvalidRequest, Parameter, SpecOperation, operations

from .draw import Draw
from .known import Known, Sender

OPERATIONS = list(operations().values())

# For every query parameter, some of them are valid.
_TEXTS = ("true", "false", "1", "2", "3", "50", "admin", "guest", "2026-11-01", "2026-11-24", "stop1@example.com")


@dataclass
class PlannedRequest:
    """A request in its parts.

    Attributes:
        operation: None if it is for none; then `statuses` are the statuses that the response may have.
    """

    operation: SpecOperation | None
    sender: Sender
    method: str
    path: str
    query: dict[str, str] = field(default_factory=dict)
    headers: list[tuple[str, str]] = field(default_factory=list)
    body: bytes | None = None
    statuses: frozenset[int] = frozenset()

    def data(self) -> bytes:
        target = f"/rest{self.path}" + (f"?{urlencode(self.query)}" if self.query else "")
        headers = (f"{name}: {text}" for name, text in self.headers)
        lines = [f"{self.method} {target} HTTP/1.1", "host: localhost", *headers]
        if self.body is not None:
            lines.append(f"content-length: {len(self.body)}")
        return "\r\n".join([*lines, "", ""]).encode("ascii") + (self.body or b"")


def valid_request(draw: Draw, known: Known, operation: SpecOperation) -> PlannedRequest:
    """A request that fits the spec, from somebody who may send it."""
    sender = known.sender(draw, operation.family)
    path = operation.path
    query: dict[str, str] = {}
    for one in operation.parameters:
        if one.location == "path":
            path = path.replace(f"{{{one.name}}}", quote(str(known.id(draw, sender, one.name))))
        elif draw.chance(0.2):
            query[one.name] = _value(draw, one)
    request = PlannedRequest(operation, sender, operation.method, path, query, list(sender.headers))
    examples = example_bodies(operation)
    if examples:
        request.headers.append(("content-type", "application/json"))
        request.body = json.dumps(fresh(draw, draw.one(examples))).encode()
    return request


def example_bodies(operation: SpecOperation) -> list[Any]:
    content = operation.raw.get("requestBody", {}).get("content", {})
    return [example["value"] for example in content.get("application/json", {}).get("examples", {}).values()]


def fresh(draw: Draw, value: Any, name: str = "") -> Any:
    """An example with other addresses and names, so that it can be sent more than once."""
    if isinstance(value, dict):
        return {member: fresh(draw, inner, member) for member, inner in value.items()}
    if isinstance(value, list):
        return [fresh(draw, inner, name) for inner in value]
    if isinstance(value, str) and "@" in value:
        return f"{draw.one(('', '', 'fail', 'conditional'))}{draw.number(400)}.{value}"
    if isinstance(value, str) and name == "domains":
        return f"{draw.number(100)}.{value}"
    if isinstance(value, str) and name == "name":
        return f"{value} {draw.number(200)}"
    return value


def _value(draw: Draw, parameter: Parameter) -> str:
    """A text that is valid for a query parameter."""
    return draw.one([text for text in _TEXTS if _fits(parameter, text)])


def _fits(parameter: Parameter, text: str) -> bool:
    try:
        parameter.parse(text)
    except InvalidRequest:
        return False
    return True
