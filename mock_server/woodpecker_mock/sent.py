"""What was sent to an operation, and whether it fits the spec."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from .body import parsed
from .document import Operation, Refusal
from .policy import Problem


@dataclass(frozen=True)
class Sent:
    """Texts of the path and the query, and the body as it came."""

    operation: Operation
    path: dict[str, str]
    query: dict[str, str]
    content_type: str
    raw: bytes


@dataclass(frozen=True)
class Read:
    """Typed parameters, and a body that fits the spec."""

    parameters: dict[str, Any]
    body: Any


def read(sent: Sent) -> Read:
    """What was sent, typed.

    Raises:
        Problem: 400, it does not fit.
    """
    operation = sent.operation
    value = None if operation.body is None else parsed(sent.content_type, sent.raw)
    try:
        parameters = operation.parse(sent.path, sent.query)
        operation.check_body(value)
    except Refusal as refusal:
        raise Problem(400, "Bad request", "; ".join(refusal.problems)) from None
    return Read(parameters, value)
