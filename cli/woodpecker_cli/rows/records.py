"""Models as plain values, and nested values as flat ones."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
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
    return _with_secrets(value, str if reveal else _redacted)


def _redacted(_secret: Secret) -> str:
    return REDACTED


def _with_secrets(value: object, shown: Callable[[Secret], str]) -> object:
    # By their exact types, most common first: a report has a hundred thousand of these.
    kind = type(value)
    if kind is str or kind is int or value is None:
        return value
    if kind is Secret:
        return shown(cast("Secret", value))
    if kind is dict:
        return {name: _with_secrets(inner, shown) for name, inner in cast("dict[str, object]", value).items()}
    if kind is list:
        return [_with_secrets(inner, shown) for inner in cast("list[object]", value)]
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
