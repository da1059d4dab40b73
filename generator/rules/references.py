"""Every `$ref` leads to something fitting in the same file."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..json_value import Pointer, is_mapping, members
from ..spec import Problem, Spec

_PAYLOADS = {"example", "value", "default"}


def references_lead_somewhere(spec: Spec) -> Iterator[Problem]:
    """Dangling, circular and non-local references, and references in the place of a path's operations."""
    for pointer, node in _references(spec.document, ()):
        target = node["$ref"]
        if not str(target).startswith("#/"):
            # openapi-python-client drops an operation behind such a reference without a word.
            yield spec.problem((*pointer, "$ref"), f"$ref {target} leaves this file: put what it names in here")
        elif len(pointer) == 2 and pointer[0] == "paths":
            # The same happens to one within the file.
            yield spec.problem((*pointer, "$ref"), f"{pointer[1]}: write the operations here instead of a $ref")
        elif _is_of_another_kind(pointer, target):
            yield spec.problem((*pointer, "$ref"), f"$ref {target} is none of components/{pointer[-2]}")
        else:
            try:
                spec.resolve(node)
            except LookupError as bad:
                yield spec.problem((*pointer, "$ref"), str(bad.args[0]))


def _is_of_another_kind(pointer: Pointer, target: str) -> bool:
    """Whether a parameter or a response of an operation is referred to among other things."""
    if pointer[0] != "paths" or not 2 <= len(pointer) <= 5:
        return False
    kind = pointer[len(pointer) - 2]
    return kind in ("parameters", "responses") and not target.startswith(f"#/components/{kind}/")


def _references(node: Any, pointer: Pointer) -> Iterator[tuple[Pointer, dict[str, Any]]]:
    if is_mapping(node) and isinstance(node.get("$ref"), str):
        yield pointer, node
    for key, value in members(node):
        # A payload may say "$ref" and mean nothing by it; a property may be called "example".
        if key not in _PAYLOADS or pointer[-1:] == ("properties",):
            yield from _references(value, (*pointer, key))
