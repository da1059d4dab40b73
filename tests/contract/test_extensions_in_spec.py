"""What the spec says beside OpenAPI's own words: extensions, the company header, links."""

from __future__ import annotations

import copy
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

ROOT = Path(__file__).parents[2]
SPEC: dict[str, Any] = yaml.safe_load((ROOT / "spec/openapi.yaml").read_text(encoding="utf-8"))
RULES: dict[str, Any] = json.loads(
    (ROOT / "spec/extensions.schema.json").read_text(encoding="utf-8")
)
OPERATIONS: dict[str, dict[str, Any]] = {
    operation["operationId"]: operation | {"verb": verb, "path": path}
    for path, item in SPEC["paths"].items()
    for verb, operation in item.items()
}
each_operation = pytest.mark.parametrize("operation", OPERATIONS.values(), ids=OPERATIONS)


def resolve(node: dict[str, Any]) -> dict[str, Any]:
    while "$ref" in node:
        target: Any = SPEC
        for step in node["$ref"].removeprefix("#/").split("/"):
            target = target[step]
        node = target
    return node


def problems(node: dict[str, Any], kind: str | None = None) -> list[str]:
    """What the rules have against an operation, or against an object of another kind."""
    rules = {"$defs": RULES["$defs"], "$ref": f"#/$defs/{kind}"} if kind else RULES
    return [error.message for error in Draft202012Validator(rules).iter_errors(node)]


def extended_objects(node: Any, kind: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    """Each parameter, response and schema with its kind; examples hold data and are passed over."""
    kinds = {"parameters": "parameter", "responses": "response", "schemas": "schema"}
    kinds |= {"schema": "schema", "items": "schema", "properties": "schema", "anyOf": "schema"}
    if isinstance(node, list):
        for entry in node:
            yield from extended_objects(entry, kind)
    elif isinstance(node, dict):
        for name, value in node.items():
            if name in ("examples", "links") or not isinstance(value, dict | list):
                continue
            within = kinds.get(name, "")
            children = value if isinstance(value, list) else list(value.values())
            if name in ("schema", "items"):
                children = [value]
            for child in children:
                if within and isinstance(child, dict) and "$ref" not in child:
                    yield within, child
            yield from extended_objects(value)
