"""`x-pagination` points at parameters and properties that exist."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..json_value import is_mapping, mapping, sequence
from ..spec import Operation, Problem, Spec


def pagination_points_at_something(spec: Spec) -> Iterator[Problem]:
    """Parameters named by `page` and `size`; items and totals found in the schema of the success."""
    for operation in spec.operations():
        paging = operation.raw.get("x-pagination")
        if not is_mapping(paging):
            continue
        place = (*operation.pointer, "x-pagination")
        query = [one.get("name") for one in spec.parameters(operation) if one.get("in") == "query"]
        for key in ("page", "size"):
            if key in paging and paging[key] not in query:
                reason = f"{operation.name}: no query parameter is called {paging[key]}"
                yield spec.problem((*place, key), reason)
        response = success_schema(spec, operation)
        for key in ("items", "total_items", "total_pages"):
            for target in _listed(paging.get(key)):
                if not _has(spec, response, target.split("/")[1:]):
                    yield spec.problem((*place, key), f"{operation.name}: the response has no {target}")


def _listed(value: Any) -> list[str]:
    return [one for one in (sequence(value) or [value]) if isinstance(one, str)]


def success_schema(spec: Spec, operation: Operation) -> dict[str, Any]:
    """The JSON schema of the operation's success; empty where it has none."""
    for status, response in mapping(operation.raw.get("responses")).items():
        if status.startswith("2"):
            content = mapping(spec.resolve(mapping(response)).get("content"))
            return mapping(mapping(content.get("application/json")).get("schema"))
    return {}


def _has(spec: Spec, schema: dict[str, Any], steps: list[str]) -> bool:
    schema = spec.resolve(schema)
    if not steps:
        return bool(schema)
    parts = [schema, *(spec.resolve(mapping(part)) for part in sequence(schema.get("allOf")))]
    found = [mapping(part.get("properties")).get(steps[0]) for part in parts]
    return any(_has(spec, one, steps[1:]) for one in found if is_mapping(one))
