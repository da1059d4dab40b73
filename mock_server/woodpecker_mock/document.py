"""The spec as the mock uses it: which operation a request is for, and whether request and answer fit."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Any, cast

import jsonschema_rs

_VERBS = ("get", "put", "post", "patch", "delete")
_INTEGER = re.compile(r"-?[0-9]{1,1000}")


class Refusal(Exception):
    """What is wrong with a request, one line for each problem; never a value that was sent."""

    def __init__(self, problems: tuple[str, ...]) -> None:
        super().__init__(problems)
        self.problems = problems


@dataclass(frozen=True)
class Pages:
    """How the answers of an operation come in pages: what `x-pagination` says.

    Attributes:
        first: the number of the first page.
        page: the parameter with the number of the page.
        size: the parameter with the size of the page; None where it is fixed.
        page_size: the size, or what it is if the parameter is left out.
        items: a JSON pointer to the items of a page.
        total_items: pointers to how many items all pages have together, as several names have been seen.
        total_pages: the same for the pages; empty where the answer does not say.
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
        cut: what a larger number is cut to instead of being refused.
    """

    name: str
    place: str
    required: bool
    kind: str
    validator: jsonschema_rs.Draft202012Validator
    cut: int | None = None

    def read(self, text: str) -> Any:
        """The typed value.

        Raises:
            Refusal: the text is none.
        """
        value: Any = text
        if self.kind == "integer":
            value = int(text) if _INTEGER.fullmatch(text) else None
            if value is not None and self.cut is not None:
                value = min(value, self.cut)
        elif self.kind == "boolean":
            value = {"true": True, "false": False}.get(text)
        if value is None or not self.validator.is_valid(value):
            raise Refusal((f"{self.place} parameter {self.name} is not a valid {self.kind}",))
        return value


@dataclass(frozen=True)
class Operation:
    """One operation of the spec."""

    id: str
    method: str
    path: str
    family: str
    raw: dict[str, Any]
    parameters: tuple[Parameter, ...]
    body: jsonschema_rs.Draft202012Validator | None
    answers: dict[int, jsonschema_rs.Draft202012Validator | None]

    @cached_property
    def success(self) -> int:
        """The status that the mock answers with: where several are plausible, the highest that carries a body."""
        good = [status for status in self.answers if status < 300]
        return max(good, key=lambda status: (self.answers[status] is not None, status))

    @cached_property
    def coded_errors(self) -> frozenset[int]:
        """The statuses that the operation answers with a code and details."""
        responses = {int(code): _resolved(one, document()) for code, one in self.raw["responses"].items()}
        return frozenset(status for status, one in responses.items() if "CodeError" in json.dumps(one))

    @cached_property
    def pages(self) -> Pages:
        """How its answers come in pages, for an operation that has a parameter for the page."""
        said = self.raw["x-pagination"]
        return Pages(**said | {name: tuple(said[name]) for name in ("total_items", "total_pages") if name in said})

    def parse(self, path: dict[str, str], query: dict[str, str]) -> dict[str, Any]:
        """The typed parameters of a request.

        Raises:
            Refusal: one is missing or does not fit.
        """
        given: dict[str, Any] = {}
        for one in self.parameters:
            text = (path if one.place == "path" else query).get(one.name)
            if text is not None:
                given[one.name] = one.read(text)
            elif one.required:
                raise Refusal((f"{one.place} parameter {one.name} is missing",))
        return given

    def check_body(self, value: Any) -> None:
        """Whether a request body fits.

        Raises:
            Refusal: it does not; fields are named by JSON pointers.
        """
        if self.body is not None:
            problems = [_told(error) for error in self.body.iter_errors(value)]
            if problems:
                raise Refusal(tuple(problems[:5]))


def _told(error: Any) -> str:
    place = "/" + "/".join(map(str, error.instance_path)) if error.instance_path else "the body"
    rule = str(error.schema_path[-1]) if error.schema_path else "schema"
    if rule == "required":
        return f"{place}: {str(error.message).replace(chr(34), chr(39))}"
    return f"{place} breaks the rule {rule}"


@cache
def document() -> dict[str, Any]:
    """The OpenAPI 3.1 document: the packaged one, or the repository's where the mock runs from a checkout."""
    packaged = Path(__file__).with_name("openapi-3.1.json")
    checkout = Path(__file__).parents[2] / "spec" / "dist" / "openapi-3.1.json"
    text = (packaged if packaged.is_file() else checkout).read_text(encoding="utf-8")
    return cast("dict[str, Any]", json.loads(text, object_hook=_bounded))


def _bounded(node: dict[str, Any]) -> dict[str, Any]:
    """JSON Schema knows no `int64`; as a range it is checked."""
    if node.get("format") == "int64":
        node.setdefault("maximum", 2**63 - 1)
        node.setdefault("minimum", -(2**63))
    return node


@cache
def operations() -> dict[str, Operation]:
    """Every operation by its operationId, in the spec's order."""
    whole = document()
    found: dict[str, Operation] = {}
    for path, item in whole["paths"].items():
        for verb in _VERBS:
            if verb in item:
                operation = _operation(path, verb, item, whole)
                found[operation.id] = operation
    return found


def _operation(path: str, verb: str, item: dict[str, Any], whole: dict[str, Any]) -> Operation:
    raw = item[verb]
    listed = [_resolved(one, whole) for one in [*item.get("parameters", []), *raw.get("parameters", [])]]
    body = _resolved(raw["requestBody"], whole) if "requestBody" in raw else None
    return Operation(
        id=raw["operationId"],
        method=verb.upper(),
        path=path,
        family=raw["x-route-family"],
        raw=raw,
        parameters=tuple(_parameter(one, whole) for one in listed if one["in"] in {"path", "query"}),
        body=None if body is None else _validator(_schema(body), whole),
        answers={int(code): _answer(answer, whole) for code, answer in raw["responses"].items()},
    )


def _parameter(raw: dict[str, Any], whole: dict[str, Any]) -> Parameter:
    schema = _resolved(raw["schema"], whole)
    # An older vendor page says that a larger number is cut; OpenAPI has no word for that.
    # https://docs.woodpecker.co/en/articles/6203540-blacklisting-emails-and-domains-for-agencies
    cut = schema["maximum"] if raw is whole["components"]["parameters"]["BlacklistPageSize"] else None
    return Parameter(
        raw["name"], raw["in"], raw.get("required", False), schema["type"], _validator(raw["schema"], whole), cut
    )


def _answer(answer: dict[str, Any], whole: dict[str, Any]) -> jsonschema_rs.Draft202012Validator | None:
    resolved = _resolved(answer, whole)
    return _validator(_schema(resolved), whole) if "content" in resolved else None


def _schema(holder: dict[str, Any]) -> dict[str, Any]:
    return cast("dict[str, Any]", holder["content"]["application/json"]["schema"])


def _validator(schema: dict[str, Any], whole: dict[str, Any]) -> jsonschema_rs.Draft202012Validator:
    return jsonschema_rs.Draft202012Validator({**schema, "components": whole["components"]}, validate_formats=True)


def _resolved(node: dict[str, Any], whole: dict[str, Any]) -> dict[str, Any]:
    while "$ref" in node:
        target: Any = whole
        for step in node["$ref"].removeprefix("#/").split("/"):
            target = target[step.replace("~1", "/").replace("~0", "~")]
        node = target
    return node
