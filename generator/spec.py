"""The spec with its line numbers, so that every complaint can name the place."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from .json_value import Pointer, is_mapping, is_sequence, mapping, sequence
from .plain_yaml import read_yaml

SHOWN_AS = "spec/openapi.yaml"
VERBS = ("get", "put", "post", "patch", "delete", "options", "head", "trace")


@dataclass(frozen=True, order=True)
class Problem:
    """One thing that is wrong with the spec."""

    file: str
    line: int
    reason: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.reason}"


class SpecError(Exception):
    """The spec cannot be used; `problems` says where and why, in the order of the lines."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = sorted(set(problems))
        super().__init__("\n".join(map(str, self.problems)))


@dataclass(frozen=True)
class Operation:
    """An operation where it stands in the document."""

    path: str
    verb: str
    raw: dict[str, Any]
    pointer: Pointer

    @property
    def name(self) -> str:
        """The operationId, or verb and path where it has none."""
        return str(self.raw.get("operationId", f"{self.verb.upper()} {self.path}"))


class Spec:
    """A parsed OpenAPI document.

    Raises:
        SpecError: the file is missing, is not YAML with a JSON form, or holds no mapping.
    """

    def __init__(self, path: Path, shown_as: str = SHOWN_AS) -> None:
        self.path = path
        self.shown_as = shown_as
        try:
            raw = path.read_bytes()
        except FileNotFoundError:
            raise SpecError([Problem(shown_as, 1, "there is no such file")]) from None
        self.sha256 = hashlib.sha256(raw).hexdigest()
        plain = read_yaml(raw)
        self._lines = plain.lines
        if plain.mistakes:
            raise SpecError(Problem(shown_as, line, reason) for line, reason in plain.mistakes)
        if not is_mapping(plain.value):
            raise SpecError([Problem(shown_as, 1, "not an OpenAPI document")])
        self.document = plain.value

    @property
    def version(self) -> str:
        """`info.version`."""
        return str(self.document["info"]["version"])

    def problem(self, pointer: Pointer, reason: str) -> Problem:
        """A complaint about the node at `pointer`, with its line."""
        return Problem(self.shown_as, self.line(pointer), reason)

    def line(self, pointer: Pointer) -> int:
        """The line of a node (of its key in a mapping, of its dash in a list), or of what it would stand in."""
        while pointer not in self._lines:
            pointer = pointer[:-1]
        return self._lines[pointer]

    def operations(self) -> Iterator[Operation]:
        """Every operation, in the document's order."""
        for path, item in mapping(self.document.get("paths")).items():
            for verb in (key for key in mapping(item) if key in VERBS):
                yield Operation(path, verb, mapping(item[verb]), ("paths", path, verb))

    def parameters(self, operation: Operation) -> list[dict[str, Any]]:
        """An operation's parameters with those of its path, references followed."""
        shared = sequence(self.document["paths"][operation.path].get("parameters"))
        own = sequence(operation.raw.get("parameters"))
        return [self.resolve(one) for one in [*shared, *own] if is_mapping(one)]

    def resolve(self, node: dict[str, Any]) -> dict[str, Any]:
        """What a local reference points at; the node itself if it is none.

        Raises:
            LookupError: the reference leads nowhere.
        """
        seen: list[str] = []
        while isinstance(node.get("$ref"), str):
            target = node["$ref"]
            if target in seen:
                raise LookupError(f"$ref {target} leads back to itself")
            seen.append(target)
            found = self._at(target)
            if not is_mapping(found):
                raise LookupError(f"$ref {target} leads nowhere")
            node = found
        return node

    def _at(self, reference: str) -> Any:
        node: Any = self.document
        for step in reference.removeprefix("#/").split("/"):
            key = step.replace("~1", "/").replace("~0", "~")
            if is_sequence(node) and key.isdecimal():
                node = node[int(key)] if int(key) < len(node) else None
            else:
                node = mapping(node).get(key)
        return node
