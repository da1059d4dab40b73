"""A request to an operation: as it was sent, and parsed by the rules of the spec."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from ..contract.operations import InvalidRequest, SpecOperation
from .body import parse_json
from .problem import Problem


@dataclass(frozen=True)
class RawRequest:
    """Texts of the path and the query, and the bytes of the body."""

    operation: SpecOperation
    path: dict[str, str]
    query: dict[str, str]
    content_type: str
    body: bytes


@dataclass(frozen=True)
class ParsedRequest:
    """Typed parameters, and a body that fits the spec."""

    parameters: dict[str, Any]
    body: Any


def parse(request: RawRequest) -> ParsedRequest:
    """The request, typed.

    Raises:
        Problem: 400, it does not fit the spec.
    """
    operation = request.operation
    body = None if operation.body is None else parse_json(request.content_type, request.body)
    try:
        parameters = operation.parse_parameters(request.path, request.query)
        operation.validate_body(body)
    except InvalidRequest as invalid:
        raise Problem(400, "Bad request", "; ".join(invalid.problems)) from None
    return ParsedRequest(parameters, body)
