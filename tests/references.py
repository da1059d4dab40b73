"""References within an OpenAPI document."""

from __future__ import annotations

from typing import Any


def resolved(node: dict[str, Any], document: dict[str, Any]) -> dict[str, Any]:
    """The node itself, or what its `$ref` leads to."""
    while "$ref" in node:
        target: Any = document
        for step in node["$ref"].removeprefix("#/").split("/"):
            target = target[step.replace("~1", "/").replace("~0", "~")]
        node = target
    return node
