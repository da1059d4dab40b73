"""Every operation of the spec, its low-level function, and arguments for it."""

from __future__ import annotations

import importlib
import inspect
import json
import pkgutil
from pathlib import Path
from typing import Any

from woodpecker_client import api

from tests.references import resolved

SPEC = json.loads((Path(__file__).parents[1] / "spec" / "dist" / "openapi-3.0.json").read_text(encoding="utf-8"))
OPERATIONS: dict[str, tuple[str, str, dict[str, Any]]] = {
    operation["operationId"]: (verb.upper(), path, operation)
    for path, item in SPEC["paths"].items()
    for verb, operation in item.items()
    if verb in {"get", "put", "post", "patch", "delete"}
}
MODULES = {
    module.OPERATION.id: module
    for module in (
        importlib.import_module(found.name)
        for found in pkgutil.walk_packages(api.__path__, "woodpecker_client.api.")
        if not found.ispkg
    )
}
ID = 880101


def example(node: dict[str, Any]) -> Any:
    """The first example of a request body or a response; None where it has no content."""
    content = resolved(node, SPEC).get("content")
    if not content:
        return None
    return resolved(next(iter(content["application/json"]["examples"].values())), SPEC)["value"]


def body_model(name: str) -> Any:
    """The body of the spec's example as the operation's model; None for an operation without one."""
    operation = OPERATIONS[name][2]
    if "requestBody" not in operation:
        return None
    parameters = inspect.signature(MODULES[name].request, eval_str=True).parameters
    return parameters["body"].annotation.from_dict(example(operation["requestBody"]))


def function_arguments(name: str) -> dict[str, Any]:
    """What a low-level function needs: ids, and the body."""
    body = body_model(name)
    ids = {
        key: ID for key in inspect.signature(MODULES[name].request).parameters if f"{{{key}}}" in OPERATIONS[name][1]
    }
    return ids if body is None else {**ids, "body": body}
