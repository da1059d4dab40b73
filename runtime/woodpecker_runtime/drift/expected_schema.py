"""A schema of the spec, in the form that a received value is compared with.

A validator would say what is wrong with a response, but not what else was in it, nor which optional field never comes.
"""

from __future__ import annotations

from typing import Any, cast

from attrs import define, field

from .constraints import Constraint

_TYPES: dict[type[Any], str] = {
    type(None): "null", bool: "boolean", int: "integer", float: "number", str: "string", list: "array", dict: "object",
}  # fmt: skip


def json_type(value: object) -> str:
    """The JSON type of a parsed value. A whole number with a fraction is an integer, as in JSON Schema."""
    kind = _TYPES[type(value)]
    return "integer" if kind == "number" and cast("float", value).is_integer() else kind


@define(eq=False)
class ExpectedSchema:
    """One schema.

    Attributes:
        types: the JSON types it allows; empty for any.
        properties: its fields.
        required: the fields that are always there.
        items: of its items.
        rest: of fields that are not listed, where the spec allows them explicitly.
        branches: one of these has to fit, too (`anyOf`, `oneOf`).
        constraints: what holds beyond the type.
        is_open: whether it says nothing at all.
    """

    types: frozenset[str] = frozenset()
    properties: dict[str, ExpectedSchema] = field(factory=dict[str, "ExpectedSchema"])
    required: tuple[str, ...] = ()
    items: ExpectedSchema | None = None
    rest: ExpectedSchema | None = None
    branches: tuple[ExpectedSchema, ...] = ()
    constraints: tuple[Constraint, ...] = ()
    is_open: bool = False

    def allows_type_of(self, value: object) -> bool:
        return not self.types or json_type(value) in self.types

    def distance(self, value: object) -> int:
        """How far a value is from it, at first sight: what tells one branch from another."""
        if not self.allows_type_of(value):
            return 1_000_000
        if not isinstance(value, dict):
            return 0
        known, there = self.properties, cast("dict[str, object]", value)
        return (
            sum(name not in there for name in self.required)
            + sum(name not in known for name in there)
            + sum(not known[name].allows_type_of(there[name]) for name in known.keys() & there.keys())
        )


#: For what the spec does not mention.
NOTHING = ExpectedSchema()
#: For what the spec leaves open.
ANYTHING = ExpectedSchema(is_open=True)
