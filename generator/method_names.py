"""Texts of the spec with an operation's method in the place of its operationId.

The spec names operations by operationId, in backticks, because that is what clients in all languages know. A user of
this one calls methods.
"""

from __future__ import annotations

import re
from typing import Any

from .json_value import mapping, members

TEXTS = frozenset({"description", "summary", "x-outcome-check"})
"""The keys of the texts that may name operations."""

PAYLOADS = frozenset({"example", "examples", "default", "enum"})
"""The keys of what is sent or received, whose own keys mean something else."""


def method_names(document: dict[str, Any]) -> dict[str, str]:
    """The methods of all operations as users write them, such as `mailboxes.list`, by operationId."""
    return {
        operation["operationId"]: f"{operation['x-resource']}.{operation['x-method']}".lstrip(".")
        for item in document["paths"].values()
        for operation in item.values()
        if "operationId" in mapping(operation)
    }


def write_method_names(document: dict[str, Any]) -> None:
    """Replace each operationId in backticks, in all texts of the document."""
    names = method_names(document)
    _rewrite(document, re.compile("`(" + "|".join(map(re.escape, names)) + ")`"), names)


def _rewrite(node: Any, operation: re.Pattern[str], names: dict[str, str]) -> None:
    for key, value in members(node):
        if key in TEXTS and isinstance(value, str):
            node[key] = operation.sub(lambda found: f"`{names[found[1]]}`", value)
        elif key not in PAYLOADS:
            _rewrite(value, operation, names)
