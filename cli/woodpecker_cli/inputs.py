"""What options hold: numbers, query parameters, files, JSON.

No text shows what was given: it may be a key in the wrong place.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable
from typing import Any

from .usage import UsageError


def company_id(text: str) -> int:
    """The number of a company; the policy decides whether it can be one."""
    if not (text.isascii() and text.isdigit() and len(text) < 20):
        raise UsageError("--company should be a company's number, such as 880101")
    return int(text)


def seconds(text: str) -> float:
    """A number of seconds; the client decides whether it can be a deadline."""
    try:
        return float(text)
    except ValueError:
        pass
    raise UsageError("--deadline should be a number of seconds")


def query_of(pairs: Iterable[str]) -> dict[str, str | list[Any]]:
    """`NAME=VALUE`, each; several of one name become a list."""
    values: dict[str, list[Any]] = {}
    for pair in pairs:
        name, sign, value = pair.partition("=")
        if not name or not sign:
            raise UsageError("--param should be NAME=VALUE")
        values.setdefault(name, []).append(value)
    return {name: given[0] if len(given) == 1 else given for name, given in values.items()}


def json_of(source: str) -> Any:
    """The JSON of `TEXT`, `@FILE` or `-`."""
    if source == "-":
        text = standard_input("--json")
    elif source.startswith("@"):
        text = file_text(source[1:], "--json")
    else:
        text = source
    try:
        value = json.loads(text)
    except json.JSONDecodeError as wrong:
        # Without its cause, which holds the text.
        raise UsageError(f"--json is not JSON: {wrong.msg}, line {wrong.lineno}, column {wrong.colno}") from None
    except (ValueError, RecursionError):
        raise UsageError("--json holds a number or nesting that is too large") from None
    if value is None:
        raise UsageError("--json is null, which is no body: leave it out")
    return value


def standard_input(option: str) -> str:
    return _decoded(sys.stdin.buffer.read(), option)


def file_text(name: str, option: str) -> str:
    try:
        with open(name, "rb") as file:
            data = file.read()
    except (OSError, ValueError) as failure:
        # Not the name.
        reason = failure.strerror if isinstance(failure, OSError) else "no file can have this name"
        raise UsageError(f"the file of {option} cannot be read: {reason}") from None
    return _decoded(data, option)


def _decoded(data: bytes, option: str) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise UsageError(f"what {option} reads is not UTF-8") from None
