"""Where the Schema Objects of an OpenAPI 3.0 document are."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from .json_value import Pointer, is_mapping, mapping, members, sequence

_PAYLOADS = {"example", "examples"}
_ONE = ("items", "not", "additionalProperties")
_SEVERAL = ("allOf", "anyOf", "oneOf")


def schemas_in(node: Any, pointer: Pointer = ()) -> Iterator[tuple[Pointer, dict[str, Any]]]:
    """Every schema and every schema inside of one, with its place; payloads are not looked into."""
    for key, value in members(node):
        if key == "schema":
            yield from _nested(value, (*pointer, key))
        elif key == "schemas":
            for name, schema in members(value):
                yield from _nested(schema, (*pointer, key, name))
        elif key not in _PAYLOADS:
            yield from schemas_in(value, (*pointer, key))


def _nested(schema: Any, pointer: Pointer) -> Iterator[tuple[Pointer, dict[str, Any]]]:
    if not is_mapping(schema):
        return
    yield pointer, schema
    for key in _ONE:
        yield from _nested(schema.get(key), (*pointer, key))
    for key in _SEVERAL:
        for at, part in enumerate(sequence(schema.get(key))):
            yield from _nested(part, (*pointer, key, at))
    for name, part in mapping(schema.get("properties")).items():
        yield from _nested(part, (*pointer, "properties", name))
