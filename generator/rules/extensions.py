"""The x- keys have the properties that spec/extensions.schema.json gives them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from jsonschema import Draft202012Validator
from jsonschema.exceptions import ValidationError

from ..json_value import Pointer, is_mapping, mapping, members
from ..schemas import schemas_in
from ..spec import Problem, Spec

_SCHEMA = "extensions.schema.json"
# What stands in these may begin with x- and be no extension: it is payload, or a key is a name.
_PAYLOADS = {"default", "enum", "example", "value"}
_NAMES = {"callbacks", "content", "encoding", "examples", "headers", "links", "mapping", "parameters", "properties"}


def extensions_fit_their_schema(spec: Spec) -> Iterator[Problem]:
    """Missing and unknown x- keys, and values outside of what each may be."""
    whole = json.loads(spec.path.with_name(_SCHEMA).read_text(encoding="utf-8"))
    for kind, pointer, node in _places(spec):
        schema = whole if kind == "operation" else {"$defs": whole["$defs"], "$ref": f"#/$defs/{kind}"}
        validator: Any = Draft202012Validator(schema)
        for error in validator.iter_errors(node):
            place, reason = _place_and_reason(error)
            yield spec.problem((*pointer, *place), f"{_name(pointer, node)}: {reason}")


def extensions_stand_where_they_are_read(spec: Spec) -> Iterator[Problem]:
    """x- keys on anything but operations, parameters, responses and schemas."""
    read = {pointer for _, pointer, _ in _places(spec)}
    for pointer, key in _extensions(spec.document, ()):
        if pointer not in read:
            yield spec.problem((*pointer, key), f"{key}: no extension is read from here")


def _extensions(node: Any, pointer: Pointer) -> Iterator[tuple[Pointer, str]]:
    """Every x- key, and the place of what it stands on."""
    named = pointer[-1:] and (pointer[-1] in _NAMES or pointer[:-1] == ("components",))
    for key, value in members(node):
        if named or key not in _PAYLOADS:
            if str(key).startswith("x-") and not named:
                yield pointer, str(key)
            else:
                yield from _extensions(value, (*pointer, key))


def _places(spec: Spec) -> Iterator[tuple[str, Pointer, dict[str, Any]]]:
    for operation in spec.operations():
        yield "operation", operation.pointer, operation.raw
    for kind in ("parameter", "response"):
        for pointer, group in _groups(spec, f"{kind}s"):
            for key, node in members(group):
                if is_mapping(node):
                    yield kind, (*pointer, key), node
    for pointer, node in schemas_in(spec.document):
        yield "schema", pointer, node


def _groups(spec: Spec, key: str) -> Iterator[tuple[Pointer, Any]]:
    """What is called `key` in every operation, in every path, and in the components."""
    for operation in spec.operations():
        yield (*operation.pointer, key), operation.raw.get(key)
    for path, item in members(spec.document.get("paths")):
        yield ("paths", path, key), mapping(item).get(key)
    yield ("components", key), mapping(spec.document.get("components")).get(key)


def _place_and_reason(error: ValidationError) -> tuple[Pointer, str]:
    path = tuple(error.absolute_path)
    if "propertyNames" in error.absolute_schema_path:
        return (*path, str(error.instance)), f"{error.instance} is no extension that {_SCHEMA} knows"
    return path, "".join(f"{step}: " for step in path) + error.message


def _name(pointer: Pointer, node: dict[str, Any]) -> str:
    return str(node.get("operationId") or node.get("name") or " ".join(map(str, pointer[-2:])))
