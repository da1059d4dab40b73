"""The operations as the packaged spec describes them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any, NamedTuple

from woodpecker_runtime.packaged_spec import packaged_spec

_VERBS = ("get", "put", "post", "delete", "patch")
_JSON = "application/json"


class Field(NamedTuple):
    """A parameter or a property.

    Attributes:
        name: as the API has it.
        model: the name of the schema if it is one of the document's own; of a list, that of its items.
        schema: the resolved schema.
    """

    name: str
    schema: dict[str, Any]
    required: bool = False
    description: str = ""
    model: str = ""

    @property
    def kinds(self) -> list[str]:
        """Its JSON types without null."""
        return [kind for kind in _types(self.schema) if kind != "null"]

    @property
    def nullable(self) -> bool:
        return "null" in _types(self.schema)

    @property
    def secret(self) -> bool:
        return self.schema.get("format") == "password"

    @property
    def items(self) -> dict[str, Any]:
        """The resolved schema of the items of a list; empty for others."""
        return resolved(self.schema.get("items", {}))

    @property
    def is_rows(self) -> bool:
        """Whether it is a list of objects."""
        return self.kinds == ["array"] and "properties" in self.items

    @property
    def is_texts(self) -> bool:
        """Whether it is a list of plain values."""
        return self.kinds == ["array"] and not self.is_rows

    @property
    def values(self) -> list[str]:
        """The values that are known, of its items if it is a list."""
        schema = self.items if self.kinds == ["array"] else self.schema
        values: list[Any] = schema.get("enum") or schema.get("x-known-values") or []
        return [str(value) for value in values]


class DescribedOperation(NamedTuple):
    """An operation.

    Attributes:
        resource: the names of the resources that lead to its method; empty for a method of the account itself.
        words: those of its command.
        tag: what the spec says of its tag.
        query: its query parameters without the page's number, which listings count themselves.
        body: the properties of its JSON body.
        result: the resolved schema of what is returned, of one entry if it is a listing; None for nothing.
        is_list: whether the method returns entries, one after the other or as a list.
        body_examples: the examples of the body.
        outcome_check: how to find out whether a call ran whose response was lost; None for one that changes nothing.
    """

    id: str
    method: str
    path: str
    family: str
    resource: tuple[str, ...]
    name: str
    words: tuple[str, ...]
    tag: str
    summary: str
    description: str
    page: str
    effects: frozenset[str]
    arguments: tuple[Field, ...]
    query: tuple[Field, ...]
    body: tuple[Field, ...]
    result: dict[str, Any] | None
    is_list: bool
    body_examples: tuple[dict[str, Any], ...]
    outcome_check: str | None

    @property
    def command(self) -> str:
        return " ".join(["woodpecker", *self.words])

    @property
    def is_account_read(self) -> bool:
        return self.family == "account" and self.method == "GET"

    @property
    def shows_secrets(self) -> bool:
        """Whether a secret is what the call is for. A listing shows those that exist only if it is asked to."""
        return "secret-in-response" in self.effects and self.method != "GET"


def resolved(schema: dict[str, Any]) -> dict[str, Any]:
    """The schema that a reference leads to."""
    while "$ref" in schema:
        found: Any = packaged_spec()
        for step in schema["$ref"].split("/")[1:]:
            found = found[step]
        schema = found
    return schema


@cache
def operations() -> tuple[DescribedOperation, ...]:
    """All operations, in the document's order."""
    found: dict[tuple[str, ...], DescribedOperation] = {}
    for path, item in packaged_spec()["paths"].items():
        for verb in _VERBS:
            if verb in item:
                operation = _operation(path, item, verb)
                # The account's, where the agency has a method of the same name; or the other way round.
                words = (operation.family, *operation.words) if operation.words in found else operation.words
                found[words] = operation._replace(words=words)
    return tuple(found.values())


def fields_of(schema: dict[str, Any]) -> tuple[Field, ...]:
    """The properties of an object."""
    required = schema.get("required", ())
    return tuple(
        _field(name, inner, name in required, inner.get("description", ""))
        for name, inner in schema.get("properties", {}).items()
    )


def _operation(path: str, item: dict[str, Any], verb: str) -> DescribedOperation:
    raw = item[verb]
    parameters = [resolved(one) for one in (*item.get("parameters", ()), *raw.get("parameters", ()))]
    listing: dict[str, Any] | None = raw.get("x-pagination")
    content = resolved(raw.get("requestBody", {})).get("content", {}).get(_JSON, {})
    result, is_list = _result(raw["responses"], listing)
    resource = tuple(part for part in str(raw["x-resource"]).split(".") if part)
    tags = {tag["name"]: tag.get("description", "") for tag in packaged_spec().get("tags", ())}
    return DescribedOperation(
        id=raw["operationId"],
        method=verb.upper(),
        path=path,
        family=raw["x-route-family"],
        resource=resource,
        name=raw["x-method"],
        words=tuple(word.replace("_", "-") for word in (*resource, str(raw["x-method"]))),
        tag=tags.get(raw["tags"][0], ""),
        summary=raw["summary"].strip().rstrip("."),
        description=raw.get("description", "").strip(),
        page=raw.get("externalDocs", {}).get("url", ""),
        effects=frozenset(raw["x-effect"]),
        arguments=tuple(_parameters(parameters, "path", "")),
        query=tuple(_parameters(parameters, "query", (listing or {}).get("page", ""))),
        body=fields_of(resolved(content.get("schema", {}))),
        result=result,
        is_list=is_list,
        body_examples=tuple(resolved(one)["value"] for one in content.get("examples", {}).values()),
        outcome_check=raw.get("x-outcome-check"),
    )


def _parameters(parameters: list[dict[str, Any]], place: str, but: str) -> Iterator[Field]:
    for one in parameters:
        if one["in"] == place and one["name"] != but:
            yield _field(one["name"], one["schema"], one.get("required", False), one.get("description", ""))


def _field(name: str, schema: dict[str, Any], required: bool, description: str) -> Field:
    whole = resolved(schema)
    reference = schema.get("$ref") or whole.get("items", {}).get("$ref", "")
    described = description or whole.get("description", "")
    return Field(name, whole, required, " ".join(described.split()), reference.rpartition("/")[2])


def _result(responses: dict[str, Any], listing: dict[str, Any] | None) -> tuple[dict[str, Any] | None, bool]:
    """The schema of what the method returns, and whether it returns several."""
    for status, response in responses.items():
        schema = resolved(response).get("content", {}).get(_JSON, {}).get("schema")
        if str(status).startswith("2") and schema is not None:
            whole = resolved(schema)
            for step in filter(None, (listing or {}).get("items", "").split("/")):
                whole = resolved(whole["properties"][step])
            is_list = "array" in _types(whole)
            return (resolved(whole.get("items", {})) if is_list else whole), is_list
    return None, False


def _types(schema: dict[str, Any]) -> list[str]:
    kinds = schema.get("type", [])
    return [kinds] if isinstance(kinds, str) else kinds
