"""Models as plain values, and nested values as flat ones."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, cast

from woodpecker_auth import Secret
from woodpecker_auth.redaction import REDACTED
from woodpecker_runtime.model import Model

#: The only field of what is no object.
VALUE = "value"


def plain(result: object, *, reveal: bool) -> Any:
    """The JSON value of a result.

    Args:
        reveal: whether secrets are what was asked for; else they are `***`.
    """
    value = result.to_dict() if isinstance(result, Model) else result
    return _revealed(value) if reveal else _hidden(value)


def _hidden(value: object) -> object:
    if isinstance(value, Secret):
        return REDACTED
    if isinstance(value, dict):
        return {name: _hidden(inner) for name, inner in cast("dict[str, object]", value).items()}
    if isinstance(value, list):
        return [_hidden(inner) for inner in cast("list[object]", value)]
    return value


def _revealed(value: object) -> object:
    if isinstance(value, Secret):
        return str(value)
    if isinstance(value, dict):
        return {name: _revealed(inner) for name, inner in cast("dict[str, object]", value).items()}
    if isinstance(value, list):
        return [_revealed(inner) for inner in cast("list[object]", value)]
    return value


def flat(value: object) -> dict[str, Any]:
    """The fields of a JSON value by their paths: `details.email`. A list is one value."""
    return dict(_leaves(cast("object", value), "")) if isinstance(value, dict) else {VALUE: value}


def _leaves(value: object, path: str) -> Iterator[tuple[str, Any]]:
    if isinstance(value, dict) and value:
        for name, inner in cast("dict[str, object]", value).items():
            yield from _leaves(inner, f"{path}.{name}" if path else name)
    else:
        yield path, value


def cell(value: object) -> str:
    """A value as the text of a cell: empty for null, JSON for what holds objects."""
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case str():
            return value
        case list() if not any(isinstance(one, list | dict) for one in cast("list[object]", value)):
            return ";".join(map(cell, cast("list[object]", value)))
        case _:
            return json.dumps(value, ensure_ascii=False)
