"""The responses that the spec describes, from the packaged OpenAPI document."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any, cast

from attrs import frozen

from ..packaged_spec import packaged_spec
from .constraints import constraints_of
from .expected_schema import ANYTHING, ExpectedSchema
from .names import words_of

_VERBS = ("get", "put", "post", "patch", "delete", "options", "head", "trace")


@frozen
class ExpectedResponse:
    """What the spec says of the responses with one status.

    Attributes:
        headers: names in lower case.
        content: the body by media type; empty if none is described.
    """

    headers: frozenset[str]
    content: dict[str, ExpectedSchema]


class ExpectedResponses:
    """The responses of all operations of an OpenAPI document (3.1)."""

    def __init__(self, document: dict[str, Any]) -> None:
        self._document = document
        self._read: dict[str, ExpectedSchema] = {}
        self.version = str(document["info"]["version"])
        #: The expected responses, by operationId and status.
        self.operations: dict[str, dict[int, ExpectedResponse]] = {
            operation["operationId"]: dict(self._responses(operation))
            for item in document["paths"].values()
            for verb, operation in item.items()
            if verb in _VERBS
        }
        #: Every word that a field's name in the spec is made of.
        self.words = words_of(_property_names(document))

    def _responses(self, operation: dict[str, Any]) -> Iterator[tuple[int, ExpectedResponse]]:
        for status, raw in operation["responses"].items():
            response = self._resolved(raw)
            content = {
                media_type: self._schema(described.get("schema", {}))
                for media_type, described in response.get("content", {}).items()
            }
            yield int(status), ExpectedResponse(frozenset(map(str.lower, response.get("headers", {}))), content)

    def _schema(self, schema: dict[str, Any]) -> ExpectedSchema:
        """The expected schema; the same reference always gives the same object, or a recursive schema had no end."""
        reference = schema.get("$ref")
        if reference is not None and reference in self._read:
            return self._read[reference]
        expected = ExpectedSchema()
        if reference is not None:
            self._read[reference] = expected
        self._fill(expected, self._merged(schema))
        return expected

    def _fill(self, expected: ExpectedSchema, schema: dict[str, Any]) -> None:
        types = schema.get("type", [])
        expected.types = frozenset([types] if isinstance(types, str) else types)
        if "number" in expected.types:
            expected.types |= {"integer"}
        expected.properties = {name: self._schema(one) for name, one in schema.get("properties", {}).items()}
        expected.required = tuple(schema.get("required", ()))
        if "items" in schema:
            expected.items = self._schema(schema["items"])
        rest = schema.get("additionalProperties", False)
        if rest is not False:
            expected.rest = ANYTHING if rest is True else self._schema(rest)
        expected.branches = tuple(self._schema(one) for key in ("anyOf", "oneOf") for one in schema.get(key, ()))
        expected.constraints = tuple(constraints_of(schema))
        expected.is_open = not (expected.types or expected.properties or expected.branches or expected.constraints)

    def _merged(self, schema: dict[str, Any]) -> dict[str, Any]:
        """A schema with its reference followed and its `allOf` in one; with `x-envelopes`, the choice between them."""
        schema = self._resolved(schema)
        if "x-envelopes" in schema:
            return {"anyOf": schema["x-envelopes"]}
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
def expected_responses() -> ExpectedResponses:
    """Those of the packaged OpenAPI document, read when the first response is compared."""
    return ExpectedResponses(packaged_spec())
