"""The spec as promises, from the OpenAPI document that the package brings along."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any, cast

from attrs import frozen

from .constraints import rules_of
from .expected_schema import ANYTHING, Promise
from .names import words_of

_VERBS = ("get", "put", "post", "patch", "delete", "options", "head", "trace")


@frozen
class PromisedAnswer:
    """What is said of the answers with one status.

    Attributes:
        headers: names in lower case.
        content: the body by media type; empty if none is described.
    """

    headers: frozenset[str]
    content: dict[str, Promise]


class Promises:
    """An OpenAPI document (3.1) as promises."""

    def __init__(self, document: dict[str, Any]) -> None:
        self._document = document
        self._read: dict[str, Promise] = {}
        self.version = str(document["info"]["version"])
        #: What is said of the answers, by operationId and status.
        self.operations: dict[str, dict[int, PromisedAnswer]] = {
            operation["operationId"]: dict(self._answers(operation))
            for item in document["paths"].values()
            for verb, operation in item.items()
            if verb in _VERBS
        }
        #: Every word that a field's name in the spec is made of.
        self.words = words_of(_property_names(document))

    def _answers(self, operation: dict[str, Any]) -> Iterator[tuple[int, PromisedAnswer]]:
        for status, raw in operation["responses"].items():
            answer = self._resolved(raw)
            content = {
                media_type: self._promise(described.get("schema", {}))
                for media_type, described in answer.get("content", {}).items()
            }
            yield int(status), PromisedAnswer(frozenset(map(str.lower, answer.get("headers", {}))), content)

    def _promise(self, schema: dict[str, Any]) -> Promise:
        """A schema as a promise; the same reference always leads to the same one, or a recursive schema had no end."""
        reference = schema.get("$ref")
        if reference is not None and reference in self._read:
            return self._read[reference]
        promise = Promise()
        if reference is not None:
            self._read[reference] = promise
        self._fill(promise, self._merged(schema))
        return promise

    def _fill(self, promise: Promise, schema: dict[str, Any]) -> None:
        types = schema.get("type", [])
        promise.types = frozenset([types] if isinstance(types, str) else types)
        if "number" in promise.types:
            promise.types |= {"integer"}
        promise.properties = {name: self._promise(one) for name, one in schema.get("properties", {}).items()}
        promise.required = tuple(schema.get("required", ()))
        if "items" in schema:
            promise.items = self._promise(schema["items"])
        rest = schema.get("additionalProperties", False)
        if rest is not False:
            promise.rest = ANYTHING if rest is True else self._promise(rest)
        promise.branches = tuple(self._promise(one) for key in ("anyOf", "oneOf") for one in schema.get(key, ()))
        promise.rules = tuple(rules_of(schema))
        promise.is_open = not (promise.types or promise.properties or promise.branches or promise.rules)

    def _merged(self, schema: dict[str, Any]) -> dict[str, Any]:
        """A schema with its reference followed and its `allOf` in one."""
        schema = self._resolved(schema)
        whole: dict[str, Any] = {key: value for key, value in schema.items() if key != "allOf"}
        for part in map(self._merged, schema.get("allOf", ())):
            whole = {
                **part,
                **whole,
                "properties": {**part.get("properties", {}), **whole.get("properties", {})},
                "required": [*part.get("required", ()), *whole.get("required", ())],
            }
        return whole

    def _resolved(self, node: dict[str, Any]) -> dict[str, Any]:
        while "$ref" in node:
            target: Any = self._document
            for step in node["$ref"].removeprefix("#/").split("/"):
                target = target[step.replace("~1", "/").replace("~0", "~")]
            node = target
        return node


def _property_names(node: object) -> Iterator[str]:
    if isinstance(node, list):
        for item in cast("list[object]", node):
            yield from _property_names(item)
    elif isinstance(node, dict):
        inner = cast("dict[str, object]", node)
        properties = inner.get("properties")
        if isinstance(properties, dict):
            yield from cast("dict[str, object]", properties)
        for key, value in inner.items():
            # Payloads: the names in there are somebody's data.
            if key not in {"example", "examples", "default"}:
                yield from _property_names(value)


@cache
def promises() -> Promises:
    """Those of the packaged OpenAPI document. It is read once, when the first response is compared."""
    # Not by a path: the package may be in an archive.
    packaged = files("woodpecker_runtime").joinpath("openapi-3.1.json")
    if not packaged.is_file():
        # A checkout, where the document stands outside of the package.
        packaged = Path(__file__).parents[3] / "spec" / "dist" / "openapi-3.1.json"
    return Promises(json.loads(packaged.read_bytes()))
