"""The operations of the spec: what a request for each has to look like, and which responses it has."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any, cast

import jsonschema_rs

from .openapi import openapi_document, resolve

_METHODS = ("get", "put", "post", "patch", "delete")
_INTEGER = re.compile(r"-?[0-9]{1,1000}")


class InvalidRequest(Exception):
    """What is wrong with a request, one line for each problem; never a value that was sent."""

    def __init__(self, problems: tuple[str, ...]) -> None:
        super().__init__(problems)
        self.problems = problems


@dataclass(frozen=True)
class PageFormat:
    """How an operation returns pages: `x-pagination`.

    Attributes:
        first: the number of the first page.
        page: the parameter with the number of the page.
        size: the parameter with the size of the page; None where it is fixed.
        page_size: the size, or its default if there is a parameter for it.
        items: a JSON pointer to the items of a page.
        total_items: pointers to the number of items on all pages, as several names have been seen.
        total_pages: the same for the number of pages; empty where the response does not contain it.
    """

    first: int
    page: str
    page_size: int
    items: str
    total_items: tuple[str, ...]
    total_pages: tuple[str, ...] = ()
    size: str | None = None


@dataclass(frozen=True)
class Parameter:
    """A path or query parameter.

    Attributes:
        location: `path` or `query`.
        kind: the JSON type of its values.
        clamp_to: what a larger number is reduced to instead of being rejected.
    """

    name: str
    location: str
    required: bool
    kind: str
    validator: jsonschema_rs.Draft202012Validator
    clamp_to: int | None = None

    def parse(self, text: str) -> Any:
        """The typed value.

        Raises:
            InvalidRequest: the text is not a valid value.
        """
        value: Any = text
        if self.kind == "integer":
            value = int(text) if _INTEGER.fullmatch(text) else None
            if value is not None and self.clamp_to is not None:
                value = min(value, self.clamp_to)
        elif self.kind == "boolean":
            value = {"true": True, "false": False}.get(text)
        if value is None or not self.validator.is_valid(value):
            raise InvalidRequest((f"{self.location} parameter {self.name} is not a valid {self.kind}",))
        return value


@dataclass(frozen=True)
class SpecOperation:
    """One operation of the spec.

    Attributes:
        responses: the validator of the body of each documented status; None where it has no body.
    """

    id: str
    method: str
    path: str
    family: str
    raw: dict[str, Any]
    parameters: tuple[Parameter, ...]
    body: jsonschema_rs.Draft202012Validator | None
    responses: dict[int, jsonschema_rs.Draft202012Validator | None]

    @cached_property
    def success_status(self) -> int:
        """The status of the mock's success: where several are plausible, the highest that has a body."""
        good = [status for status in self.responses if status < 300]
        return max(good, key=lambda status: (self.responses[status] is not None, status))

    @cached_property
    def example(self) -> Any:
        """The body of the first example of the success; None where it has no body."""
        content = resolve(self.raw["responses"][str(self.success_status)]).get("content")
        return resolve(next(iter(content["application/json"]["examples"].values())))["value"] if content else None

    @cached_property
    def coded_errors(self) -> frozenset[int]:
        """The statuses whose body has the form of `code` and `details`."""
        contents = {int(code): resolve(one).get("content", {}) for code, one in self.raw["responses"].items()}
        return frozenset(
            status
            for status, content in contents.items()
            if any("CodeError" in json.dumps(resolve(one["schema"])) for one in content.values())
        )

    @cached_property
    def roles(self) -> frozenset[str]:
        """For an agency route: the roles of a key's user, any of which is enough."""
        return frozenset(self.raw.get("x-roles", ["admin"]))

    @cached_property
    def pagination(self) -> PageFormat:
        """How it returns pages, for an operation that has a parameter for the page."""
        raw = self.raw["x-pagination"]
        return PageFormat(**raw | {name: tuple(raw[name]) for name in ("total_items", "total_pages") if name in raw})

    def parse_parameters(self, path: dict[str, str], query: dict[str, str]) -> dict[str, Any]:
        """The typed parameters of a request.

        Raises:
            InvalidRequest: one is missing or not valid.
        """
        parsed: dict[str, Any] = {}
        for one in self.parameters:
            text = (path if one.location == "path" else query).get(one.name)
            if text is not None:
                parsed[one.name] = one.parse(text)
            elif one.required:
                raise InvalidRequest((f"{one.location} parameter {one.name} is missing",))
        return parsed

    def validate_body(self, value: Any) -> None:
        """Whether a request body is valid.

        Raises:
            InvalidRequest: it is not; fields are named by JSON pointers.
        """
        if self.body is not None:
            problems = [_description(error) for error in self.body.iter_errors(value)]
            if problems:
                raise InvalidRequest(tuple(problems[:5]))


def _description(error: Any) -> str:
    location = "/" + "/".join(map(str, error.instance_path)) if error.instance_path else "the body"
    rule = str(error.schema_path[-1]) if error.schema_path else "schema"
    if rule == "required":
        return f"{location}: {str(error.message).replace(chr(34), chr(39))}"
    return f"{location} breaks the rule {rule}"


@cache
def operations() -> dict[str, SpecOperation]:
    """Every operation by its operationId, in the spec's order."""
    found: dict[str, SpecOperation] = {}
    for path, item in openapi_document()["paths"].items():
        for method in _METHODS:
            if method in item:
                operation = spec_operation(path, method, item)
                found[operation.id] = operation
    return found


def spec_operation(path: str, method: str, item: dict[str, Any]) -> SpecOperation:
    """The operation of a method in a Path Item Object."""
    raw = item[method]
    listed = [resolve(one) for one in [*item.get("parameters", []), *raw.get("parameters", [])]]
    return SpecOperation(
        id=raw["operationId"],
        method=method.upper(),
        path=path,
        family=raw["x-route-family"],
        raw=raw,
        parameters=tuple(_parameter(one) for one in listed if one["in"] in {"path", "query"}),
        body=_body_validator(raw["requestBody"]) if "requestBody" in raw else None,
        responses={int(code): _body_validator(response) for code, response in raw["responses"].items()},
    )


def _parameter(raw: dict[str, Any]) -> Parameter:
    schema = resolve(raw["schema"])
    # An older vendor page says that a larger number is cut; OpenAPI cannot express that.
    # https://docs.woodpecker.co/en/articles/6203540-blacklisting-emails-and-domains-for-agencies
    clamped = raw is openapi_document()["components"]["parameters"]["BlacklistPageSize"]
    return Parameter(
        raw["name"],
        raw["in"],
        raw.get("required", False),
        schema["type"],
        _validator(raw["schema"]),
        schema["maximum"] if clamped else None,
    )


def _body_validator(node: dict[str, Any]) -> jsonschema_rs.Draft202012Validator | None:
    """The validator of the body of a request or a response; None where there is no body."""
    resolved = resolve(node)
    if "content" not in resolved:
        return None
    return _validator(cast("dict[str, Any]", resolved["content"]["application/json"]["schema"]))


def _validator(schema: dict[str, Any]) -> jsonschema_rs.Draft202012Validator:
    return _validator_of_text(json.dumps(schema))


@cache
def _validator_of_text(schema: str) -> jsonschema_rs.Draft202012Validator:
    """The validator of a schema as JSON text. Most responses share theirs with those of other operations."""
    # Schemas refer to schemas only.
    components = {"schemas": openapi_document()["components"]["schemas"]}
    return jsonschema_rs.Draft202012Validator({**json.loads(schema), "components": components}, validate_formats=True)
