"""The x- keys have the shapes that spec/extensions.schema.json gives them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from jsonschema import Draft202012Validator
from jsonschema.exceptions import ValidationError

from ..plain_yaml import Pointer, mapping
from ..schemas import schemas_in
from ..spec import Problem, Spec

_SCHEMA = "extensions.schema.json"


def extensions_fit_their_schema(spec: Spec) -> Iterator[Problem]:
    """Missing and unknown x- keys, and values outside of what each may be."""
    whole = json.loads(spec.path.with_name(_SCHEMA).read_text(encoding="utf-8"))
    for kind, pointer, node in _places(spec):
        schema = whole if kind == "operation" else {"$defs": whole["$defs"], "$ref": f"#/$defs/{kind}"}
        for error in Draft202012Validator(schema).iter_errors(node):
            pointer_to, reason = _told(error)
            yield spec.problem((*pointer, *pointer_to), f"{_name(pointer, node)}: {reason}")


def _places(spec: Spec) -> Iterator[tuple[str, Pointer, dict[str, Any]]]:
    for operation in spec.operations():
        yield "operation", operation.pointer, operation.raw
    for kind in ("parameter", "response"):
        for pointer, group in _groups(spec, f"{kind}s"):
            for key, node in group:
                if isinstance(node, dict):
                    yield kind, (*pointer, key), node
    for pointer, node in schemas_in(spec.document):
        yield "schema", pointer, node


def _groups(spec: Spec, key: str) -> Iterator[tuple[Pointer, list[tuple[str | int, Any]]]]:
    """The lists and mappings called `key`: of every operation, of every path, and of the components."""
    owners = [(operation.pointer, operation.raw) for operation in spec.operations()]
    owners += [(("paths", path), item) for path, item in mapping(spec.document.get("paths")).items()]
    owners += [(("components",), spec.document.get("components"))]
    for pointer, owner in owners:
        group = mapping(owner).get(key)
        if isinstance(group, dict):
            yield (*pointer, key), list(group.items())
        elif isinstance(group, list):
            yield (*pointer, key), list(enumerate(group))


def _told(error: ValidationError) -> tuple[Pointer, str]:
    path = tuple(error.absolute_path)
    if "propertyNames" in error.absolute_schema_path:
        return (*path, error.instance), f"{error.instance} is no extension that {_SCHEMA} knows"
    return path, "".join(f"{step}: " for step in path) + error.message


def _name(pointer: Pointer, node: dict[str, Any]) -> str:
    return str(node.get("operationId") or node.get("name") or " ".join(map(str, pointer[-2:])))
