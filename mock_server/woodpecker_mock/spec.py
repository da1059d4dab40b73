"""The spec as the server needs it: its operations, with their parameters and schemas ready to check values.

Routes, methods, parameters, schemas, statuses, families and paging rules come from the document and stand nowhere else.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from jsonschema_rs import Draft202012Validator

from .model import Json

_HERE = Path(__file__).parent
_PACKAGED = _HERE / "openapi-3.1.json"
_IN_REPOSITORY = _HERE.parents[1] / "spec" / "dist" / "openapi-3.1.json"
_METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace")

INT64 = 2**63


@dataclass(frozen=True)
class Parameter:
    name: str
    place: str
    required: bool
    schema: Json
    check: Draft202012Validator


@dataclass(frozen=True)
class Response:
    """`check` is None where the spec promises no content."""

    status: int
    check: Draft202012Validator | None
    headers: dict[str, Draft202012Validator]

    @property
    def is_success(self) -> bool:
        return 200 <= self.status < 300


@dataclass(frozen=True)
class Operation:
    id: str
    method: str
    path: str
    family: str
    pagination: Json
    parameters: tuple[Parameter, ...]
    body: Draft202012Validator | None
    responses: dict[int, Response]
    code_error_statuses: frozenset[int]
    """Statuses whose body may be the code-based error."""

    @property
    def is_v1(self) -> bool:
        return self.path.startswith("/v1/")

    @property
    def path_names(self) -> list[str]:
        return re.findall(r"\{(\w+)\}", self.path)

    def success_status(self, *, with_body: bool) -> int:
        """The documented success with or without a body; where several are, a POST says that something was created."""
        fitting = [r.status for r in self.responses.values() if r.is_success and (r.check is not None) == with_body]
        return max(fitting) if self.method == "POST" else min(fitting)


@cache
def operations() -> dict[str, Operation]:
    """All operations of the spec by operationId. Read and compiled once."""
    source = _PACKAGED if _PACKAGED.exists() else _IN_REPOSITORY
    reader = _Reader(json.loads(source.read_text(encoding="utf-8")))
    return {operation.id: operation for operation in reader.operations()}


class _Reader:
    def __init__(self, document: Json) -> None:
        self._document = document
        self._compiled: dict[str, Draft202012Validator] = {}
        _bound_int64(document)

    def operations(self) -> Iterator[Operation]:
        for path, item in self._document["paths"].items():
            for method in _METHODS:
                if method in item:
                    yield self._operation(path, method, item)

    def _operation(self, path: str, method: str, item: Json) -> Operation:
        raw = item[method]
        parameters = [self._resolved(p) for p in (*item.get("parameters", ()), *raw.get("parameters", ()))]
        responses = {int(status): self._resolved(r) for status, r in raw["responses"].items()}
        return Operation(
            id=raw["operationId"],
            method=method.upper(),
            path=path,
            family=raw["x-route-family"],
            pagination=raw.get("x-pagination", {}),
            parameters=tuple(
                Parameter(p["name"], p["in"], p.get("required", False), p["schema"], self._check(p["schema"]))
                for p in parameters
            ),
            body=self._content(self._resolved(raw.get("requestBody", {}))),
            responses={status: self._response(status, r) for status, r in responses.items()},
            code_error_statuses=frozenset(
                status for status, r in responses.items() if "schemas/CodeError" in json.dumps(r)
            ),
        )

    def _response(self, status: int, raw: Json) -> Response:
        headers = {name: self._check(self._resolved(h)["schema"]) for name, h in raw.get("headers", {}).items()}
        return Response(status, self._content(raw), headers)

    def _content(self, raw: Json) -> Draft202012Validator | None:
        return self._check(raw["content"]["application/json"]["schema"]) if "content" in raw else None

    def _check(self, schema: Json) -> Draft202012Validator:
        name = json.dumps(schema, sort_keys=True)
        if name not in self._compiled:
            whole = {**schema, "components": {"schemas": self._document["components"]["schemas"]}}
            # The mask keeps passwords that fail a check out of the message about it.
            self._compiled[name] = Draft202012Validator(whole, validate_formats=True, mask="the value")
        return self._compiled[name]

    def _resolved(self, node: Json) -> Json:
        while "$ref" in node:
            target: Any = self._document
            for step in node["$ref"].removeprefix("#/").split("/"):
                target = target[step.replace("~1", "/").replace("~0", "~")]
            node = target
        return node


def _bound_int64(node: Any) -> None:
    """Give `format: int64` its meaning, which JSON Schema leaves to the reader."""
    if isinstance(node, list):
        for element in node:  # pyright: ignore[reportUnknownVariableType]
            _bound_int64(element)
    elif isinstance(node, dict):
        if node.get("format") == "int64":  # pyright: ignore[reportUnknownMemberType]
            node.setdefault("minimum", -INT64)  # pyright: ignore[reportUnknownMemberType]
            node.setdefault("maximum", INT64 - 1)  # pyright: ignore[reportUnknownMemberType]
        for child in node.values():  # pyright: ignore[reportUnknownVariableType]
            _bound_int64(child)
