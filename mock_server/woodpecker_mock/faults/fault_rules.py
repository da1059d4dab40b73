"""Which values each field of a fault may have, from JSON as well as from Python."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from math import isfinite
from typing import Any, Literal, TypeAlias, get_args

from ..contract.json_values import is_object
from ..contract.operations import operations

FaultKind: TypeAlias = Literal["status", "truncated", "reset", "close", "hang", "slow"]
When: TypeAlias = Literal["before", "after"]

_NAME = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+")
_VALUE = re.compile(r"[\t -~]*")
# The server frames its responses itself; `truncated` and `reset` are for wrong framing.
_FRAMING = {"content-length", "transfer-encoding", "connection", "content-type"}
BODILESS = (204, 304)


def problem_with(fault: Mapping[str, Any]) -> str | None:
    """The first field that is not valid and why, or None; never a value that was given."""
    for name, (fits, wanted) in _RULES.items():
        if not fits(fault[name]):
            return f"{name} must be {wanted}"
    if fault["mid_body"] and fault["kind"] != "reset":
        return "mid_body is for the kind reset"
    if fault["status"] in BODILESS and fault["body"] not in (None, "", b""):
        return f"body must be left out: a response with the status {fault['status']} has none"
    return None


def encoded(body: Any) -> bytes:
    """A body's bytes: text and bytes as they are, anything else as JSON.

    Raises:
        TypeError, ValueError, RecursionError: it cannot be encoded.
    """
    if isinstance(body, bytes):
        return body
    return (body if isinstance(body, str) else json.dumps(body, ensure_ascii=False)).encode()


def _whole(value: Any, least: int) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and value >= least


def _seconds(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and isfinite(value) and value >= 0


def _headers(value: Any) -> bool:
    return is_object(value) and all(
        isinstance(name, str)
        and isinstance(text, str)
        and _NAME.fullmatch(name)
        and _VALUE.fullmatch(text)
        and name.lower() not in _FRAMING
        for name, text in value.items()
    )


def _sendable(value: Any) -> bool:
    try:
        encoded(value)
    except (TypeError, ValueError, RecursionError):
        return False
    return True


_RULES: dict[str, tuple[Callable[[Any], bool], str]] = {
    "kind": (lambda value: value in get_args(FaultKind), f"one of {', '.join(get_args(FaultKind))}"),
    "when": (lambda value: value in get_args(When), " or ".join(get_args(When))),
    "operation": (lambda value: value is None or value in list(operations()), "an operationId of the spec"),
    "key": (lambda value: value is None or isinstance(value, str), "a text"),
    "company": (lambda value: value is None or _whole(value, 1), "a company id, 1 or more"),
    "after": (lambda value: _whole(value, 0), "a number, 0 or more"),
    "times": (lambda value: value is None or _whole(value, 1), "a number, 1 or more, or none for always"),
    "status": (lambda value: _whole(value, 200) and value <= 599, "a status from 200 to 599"),
    "body": (_sendable, "a text, bytes or JSON"),
    "content_type": (
        lambda value: value is None or (isinstance(value, str) and _VALUE.fullmatch(value) is not None),
        "a header's value",
    ),
    "headers": (_headers, f"an object of header names and values, without {', '.join(sorted(_FRAMING))}"),
    "pause": (_seconds, "seconds, 0 or more"),
    "mid_body": (lambda value: isinstance(value, bool), "true or false"),
}
