"""The spec with its line numbers, so that every complaint can name the place."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError

VERBS = ("get", "put", "post", "patch", "delete")


@dataclass(frozen=True)
class Problem:
    """One thing that is wrong with the spec."""

    file: str
    line: int
    reason: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.reason}"


class SpecError(Exception):
    """The spec cannot be used; `problems` says where and why."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__("\n".join(map(str, problems)))
        self.problems = problems


@dataclass(frozen=True)
class Operation:
    """An operation where it stands in the document."""

    path: str
    verb: str
    raw: dict[str, Any]
    pointer: tuple[str, ...]


class Spec:
    """A parsed OpenAPI document.

    Raises:
        SpecError: the file is not YAML, or not a mapping.
    """

    def __init__(self, path: Path, shown_as: str = "spec/openapi.yaml") -> None:
        self.path = path
        self.shown_as = shown_as
        text = path.read_bytes()
        self.sha256 = hashlib.sha256(text).hexdigest()
        try:
            self._marked: Any = YAML(typ="rt").load(text)
            self.document: dict[str, Any] = YAML(typ="safe").load(text)
        except MarkedYAMLError as bad:
            mark = bad.problem_mark or bad.context_mark
            line = mark.line + 1 if mark else 1
            reason = " ".join(str(bad.problem or bad).split("\n")[0].split())
            raise SpecError([Problem(shown_as, line, f"not YAML: {reason}")]) from None
        except YAMLError as bad:
            raise SpecError([Problem(shown_as, 1, f"not YAML: {bad}")]) from None
        if not isinstance(self.document, dict):
            raise SpecError([Problem(shown_as, 1, "not an OpenAPI document")])

    def problem(self, pointer: tuple[str | int, ...], reason: str) -> Problem:
        """A complaint about the node at `pointer`, with its line."""
        return Problem(self.shown_as, self.line(pointer), reason)

    def line(self, pointer: tuple[str | int, ...]) -> int:
        """The line of a node: of its key in a mapping, of its dash in a list."""
        node, line = self._marked, 1
        for step in pointer:
            try:
                position = node.lc.key(step) if hasattr(node, "keys") else node.lc.item(step)
                line = position[0] + 1
                node = node[step]
            except (AttributeError, KeyError, IndexError, TypeError):
                break
        return line

    def operations(self) -> Iterator[Operation]:
        """Every operation, in the document's order."""
        for path, item in self.document.get("paths", {}).items():
            for verb in VERBS:
                if isinstance(item, dict) and verb in item:
                    yield Operation(path, verb, item[verb], ("paths", path, verb))

    def resolve(self, node: dict[str, Any]) -> dict[str, Any]:
        """What a local reference points at; the node itself if it is none."""
        while "$ref" in node:
            target: Any = self.document
            for step in node["$ref"].removeprefix("#/").split("/"):
                target = target[step.replace("~1", "/").replace("~0", "~")]
            node = target
        return node
