"""What the spec says about routes and fields, where a call of any route can use it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, cast

from woodpecker_auth import Secret
from woodpecker_runtime.json_body import DEEPEST
from woodpecker_runtime.operation import OperationRequest
from woodpecker_runtime.packaged_spec import packaged_spec

from .usage import UsageError


def with_outcome_check(request: OperationRequest[Any]) -> OperationRequest[Any]:
    """The request; if the spec describes its route, its error says how to find out whether it ran."""
    if request.operation.outcome_check is None:
        return request
    check = _outcome_check(request.operation.method, request.url)
    return request if check is None else request._replace(operation=request.operation._replace(outcome_check=check))


def _outcome_check(method: str, path: str) -> str | None:
    for template, operations in packaged_spec()["paths"].items():
        pattern = re.sub(r"\\{.*?\\}", "[^/]+", re.escape(template))
        if re.fullmatch(pattern, path) and method.lower() in operations:
            found: str | None = operations[method.lower()].get("x-outcome-check")
            return found
    return None


def with_secrets(body: Any) -> Any:
    """A copy of a JSON body in which the values of the spec's secret fields are `Secret`.

    Raises:
        UsageError: the body is nested too deeply.
    """
    return _with_secrets(body, frozenset(_secret_fields(packaged_spec()["components"]["schemas"])), 1)


def _with_secrets(value: object, names: frozenset[str], depth: int) -> object:
    if depth > DEEPEST:
        raise UsageError(f"the JSON is nested more than {DEEPEST} levels deep")
    if isinstance(value, list):
        return [_with_secrets(item, names, depth + 1) for item in cast("list[object]", value)]
    if isinstance(value, dict):
        return {
            name: Secret(inner) if name in names and isinstance(inner, str) else _with_secrets(inner, names, depth + 1)
            for name, inner in cast("dict[str, object]", value).items()
        }
    return value


def _secret_fields(node: object) -> Iterator[str]:
    """The names of the properties with `format: password`."""
    if isinstance(node, dict):
        inner = cast("dict[str, Any]", node)
        properties = inner.get("properties")
        if isinstance(properties, dict):
            for name, schema in cast("dict[str, Any]", properties).items():
                if schema.get("format") == "password":
                    yield name
        for part in inner.values():
            yield from _secret_fields(part)
    elif isinstance(node, list):
        for part in cast("list[object]", node):
            yield from _secret_fields(part)
