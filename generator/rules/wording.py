"""What an operation's own text says of the costliest facts, for pages and tools that show no extensions."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from ..json_value import Pointer, members, sequence
from ..method_names import PAYLOADS, TEXTS
from ..spec import Problem, Spec

_SHOWN = ("billable", "irreversible")
_HQ_ONLY = "HQ key only."


def summaries_name_effects(spec: Spec) -> Iterator[Problem]:
    """A summary ends with the effects that cannot be taken back, such as "(billable, irreversible)"."""
    for operation in spec.operations():
        effects = [one for one in _SHOWN if one in sequence(operation.raw.get("x-effect"))]
        _, _, end = str(operation.raw.get("summary")).partition(" (")
        wanted = f"{', '.join(effects)})" if effects else ""
        if end != wanted:
            reason = f"ends with ({wanted}, as x-effect says" if effects else "ends without parentheses"
            yield spec.problem((*operation.pointer, "summary"), f"{operation.name}: the summary {reason}")


def agency_routes_name_their_key(spec: Spec) -> Iterator[Problem]:
    """The description of an agency route begins with the key that it requires, and no other does."""
    for operation in spec.operations():
        family = operation.raw.get("x-route-family")
        named = str(operation.raw.get("description")).startswith(_HQ_ONLY)
        if family in ("agency", "account") and named is not (family == "agency"):
            reason = f"the description of an agency route, and of no other, begins with {_HQ_ONLY!r}"
            yield spec.problem(operation.pointer, f"{operation.name}: {reason}")


def operations_are_named_in_backticks(spec: Spec) -> Iterator[Problem]:
    """An operationId in a text stands in backticks, so that a client can write its own method there."""
    names = "|".join(re.escape(operation.name) for operation in spec.operations() if "operationId" in operation.raw)
    bare = re.compile(rf"(?<![\w`])({names})(?![\w`])")
    for pointer, text in _texts(spec.document, ()):
        for name in dict.fromkeys(bare.findall(text) if names else ()):
            yield spec.problem(pointer, f"{name}: an operation is named in backticks")


def _texts(node: Any, pointer: Pointer) -> Iterator[tuple[Pointer, str]]:
    for key, value in members(node):
        if key in TEXTS and isinstance(value, str):
            yield (*pointer, key), value
        elif key not in PAYLOADS:
            yield from _texts(value, (*pointer, key))
