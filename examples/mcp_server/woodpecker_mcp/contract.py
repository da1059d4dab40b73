"""The spec, and which of its operations become tools.

All that is known about an operation is read from the spec: https://spec.openapis.org and the `x-` extensions that
this project's spec/README.md explains.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Set
from importlib.resources import files
from typing import Any

import jsonref  # type: ignore[import-untyped]
from mcp.types import ToolAnnotations
from woodpecker_auth import COMPANY_HEADER, RouteFamily

#: What a call may do only if it is permitted by this name: to change something at all.
WRITES = "writes"
#: The effect whose secrets go into a file.
SECRET = "secret-in-response"

_METHODS = ("get", "put", "post", "delete", "patch")


class Operation:
    """One operation of the spec.

    Attributes:
        tool: the name of its tool, which is that of the method in the Python client.
    """

    def __init__(self, path: str, method: str, described: dict[str, Any]) -> None:
        self.path, self.method, self._described = path, method, described
        self.id: str = described["operationId"]
        self.family: RouteFamily = described["x-route-family"]
        self.tool = "_".join(filter(None, [*described["x-resource"].split("."), described["x-method"]]))
        self.effects = frozenset[str](described["x-effect"])
        self.is_safe = described["x-retry"] == "safe"
        #: How to find out whether a call without a response has run.
        self.outcome_check: str = described.get("x-outcome-check", "")

    @property
    def needs(self) -> Set[str]:
        """What has to be permitted: its effects and, unless it only reads, `WRITES`."""
        return self.effects if self.method == "get" else self.effects | {WRITES}

    @property
    def annotations(self) -> ToolAnnotations:
        """The hints by which a host decides when to ask a person. A POST without an effect only adds something."""
        reads = self.method == "get"
        return ToolAnnotations(
            title=self._described["summary"],
            read_only_hint=reads,
            destructive_hint=not reads and (self.method != "post" or bool(self.effects - {SECRET})),
            idempotent_hint=self.is_safe,
            open_world_hint=True,
        )

    @property
    def response_schema(self) -> dict[str, Any]:
        """The schema of a success, with its references resolved; empty if it has no body."""
        [response] = [each for status, each in self._described["responses"].items() if status.startswith("2")]
        return dict(response.get("content", {}).get("application/json", {}).get("schema", {}))


class Contract:
    """The document, which the client's package contains, and its operations."""

    def __init__(self) -> None:
        packaged = files("woodpecker_runtime").joinpath("spec", "openapi-3.1.json")
        self._document: dict[str, Any] = json.loads(packaged.read_text(encoding="utf-8"))
        resolved: Any = jsonref.replace_refs(self._document, proxies=False, lazy_load=False)
        self.operations = list(_operations(resolved["paths"]))
        self._tools = {operation.id: operation.tool for operation in self.operations}

    def document(self, operations: list[Operation]) -> dict[str, Any]:
        """The document with these operations only, and without the header that names a company: it is no argument."""
        paths: dict[str, Any] = {}
        for operation in operations:
            described = dict(self._document["paths"][operation.path][operation.method])
            described["parameters"] = [
                parameter
                for parameter in described.get("parameters", [])
                if self._named(parameter)["name"].lower() != COMPANY_HEADER
            ]
            paths.setdefault(operation.path, {})[operation.method] = described
        return {**self._document, "paths": paths}

    def with_tool_names(self, text: str) -> str:
        """A text of the spec with the names of tools in place of operation ids."""
        return re.sub(r"\w+", lambda word: self._tools.get(word[0], word[0]), text)

    def _named(self, parameter: dict[str, Any]) -> dict[str, Any]:
        reference: str = parameter.get("$ref", "")
        found = self._document["components"]["parameters"][reference.rpartition("/")[2]] if reference else parameter
        return dict(found)


def _operations(paths: dict[str, Any]) -> Iterator[Operation]:
    for path, item in paths.items():
        for method in _METHODS:
            if method in item:
                yield Operation(path, method, item[method])
