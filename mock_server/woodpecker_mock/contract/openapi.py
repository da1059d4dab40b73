"""The OpenAPI document that the mock serves."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any, cast

_NAME = "openapi-3.1.json"


@cache
def openapi_document() -> dict[str, Any]:
    """The OpenAPI 3.1 document, as the mock validates by it."""
    return cast("dict[str, Any]", json.loads(_text(), object_hook=_as_validated))


def published_document() -> dict[str, Any]:
    """The OpenAPI 3.1 document for readers, with this mock as the only server."""
    document = cast("dict[str, Any]", json.loads(_text()))
    document["servers"] = [{"url": "/rest", "description": "This mock. All data in it is sample data."}]
    return document


def _text() -> str:
    """The packaged document, or the repository's where the mock runs from a checkout."""
    packaged = Path(__file__).parents[1] / _NAME
    checkout = Path(__file__).parents[3] / "spec" / "dist" / _NAME
    return (packaged if packaged.is_file() else checkout).read_text(encoding="utf-8")


def _as_validated(node: dict[str, Any]) -> dict[str, Any]:
    """What JSON Schema does not know, in its own words: `int64` is a range, and `x-envelopes` a choice."""
    if "x-envelopes" in node:
        return {"anyOf": node["x-envelopes"]}
    if node.get("format") == "int64":
        node.setdefault("maximum", 2**63 - 1)
        node.setdefault("minimum", -(2**63))
    return node


def resolve(node: dict[str, Any]) -> dict[str, Any]:
    """The node that this one refers to, or the node itself."""
    while "$ref" in node:
        target: Any = openapi_document()
        for step in node["$ref"].removeprefix("#/").split("/"):
            target = target[step.replace("~1", "/").replace("~0", "~")]
        node = target
    return node
