"""The fields in the bodies of an operation's responses: counted, named by the spec, without their values."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import TypeAlias, cast

from attrs import define

from .expected_schema import ANYTHING, NOTHING, ExpectedSchema, json_type
from .names import HIDDEN, printable
from .report import Kind

#: Kind, path, what, how often.
Finding: TypeAlias = tuple[Kind, str, str, int]

# Different names that the spec does not know, in one object. A record has fewer; a map has as many as there are data.
_MOST_NAMES = 50
_MOST_FIELDS = 2_000
_DEEPEST = 32


@define
class MemoryBudget:
    """How many fields that the spec does not know an observer may still remember."""

    fields: int = _MOST_FIELDS
    skipped: int = 0

    def reserve(self) -> bool:
        """Take one field from the budget; whether there was one left."""
        if not self.fields:
            return False
        self.fields -= 1
        return True


class BodyField:
    """One field of the bodies, and all fields below it.

    Args:
        path: where it is in the body; the items of an array share one field, `[]`.
        schema: what the spec says of it.
        extra: what each value here is as such, if the spec does not describe it.
    """

    __slots__ = ("_children", "_depth", "_extra", "_found", "_objects", "_path", "_schema", "_unknown", "_visits")

    def __init__(self, path: str, schema: ExpectedSchema, extra: Kind | None = None, depth: int = 0) -> None:
        self._path, self._schema, self._depth = path, schema, depth
        self._extra: Kind | None = "open_field" if schema.is_open else extra
        self._visits = self._objects = self._unknown = 0
        self._found: Counter[tuple[Kind, str]] = Counter()
        # By field name; None for the items of an array, a number for a branch of the schema.
        self._children: dict[str | int | None, BodyField] = {}

    def look(self, body: object, words: frozenset[str], budget: MemoryBudget) -> None:
        """Compare a parsed body with the schema. It may be nested as deeply as it likes: nothing here recurs."""
        pending: list[tuple[BodyField, object]] = [(self, body)]
        while pending:
            field, value = pending.pop()
            if not field._note(value):
                continue
            if field._schema.branches:
                pending.append((field._branch(value), value))
            elif field._depth >= _DEEPEST:
                budget.skipped += bool(value) and isinstance(value, dict | list)
            elif isinstance(value, dict):
                field._objects += 1
                fields = cast("dict[str, object]", value)
                # One of the expected fields shows that it is the expected object, and not a map in its place.
                allowed = words if field._schema.properties.keys().isdisjoint(fields) else None
                for name, one in fields.items():
                    below = field._field(name, allowed, budget)
                    if below is None:
                        budget.skipped += 1
                    else:
                        pending.append((below, one))
            elif isinstance(value, list) and value:
                below = field._items()
                pending.extend((below, one) for one in cast("list[object]", value))

    def findings(self) -> Iterator[Finding]:
        """Everything that differs, here and below."""
        for (kind, what), times in self._found.items():
            yield kind, self._path, what, times
        if self._objects:
            required = self._schema.required
            for name in {*self._schema.properties, *required}:
                child = self._children.get(name)
                missing = self._objects - (child._visits if child else 0)
                if missing and name in required:
                    yield "missing_required", f"{self._path}/{name}", "missing", missing
                elif missing == self._objects:
                    yield "never_seen_field", f"{self._path}/{name}", "never seen", missing
        for child in self._children.values():
            yield from child.findings()

    def _note(self, value: object) -> bool:
        """Count a value, and say whether it is worth looking into."""
        self._visits += 1
        schema = self._schema
        if self._extra is not None:
            self._found[self._extra, _type_name(value)] += 1
        if not schema.allows_type_of(value):
            kind: Kind = "null" if value is None else "type"
            self._found[kind, f"{_type_name(value)} instead of {' or '.join(sorted(schema.types))}"] += 1
            return False
        for constraint in schema.constraints:
            if not constraint.holds(value):
                self._found[constraint.kind, constraint.broken] += 1
        return True

    def _branch(self, value: object) -> BodyField:
        branches = self._schema.branches
        nearest = min(range(len(branches)), key=lambda number: branches[number].distance(value))
        return self._child(nearest, self._path, branches[nearest], None)

    def _items(self) -> BodyField:
        schema = self._schema
        return self._child(None, f"{self._path}/[]", schema.items or self._below(), self._extra)

    def _field(self, name: str, words: frozenset[str] | None, budget: MemoryBudget) -> BodyField | None:
        child = self._children.get(name)
        if child is not None:
            return child
        schema = self._schema
        known = schema.properties.get(name)
        if known is not None:
            return self._child(name, f"{self._path}/{name}", known, None)
        rest = schema.rest
        if rest is not None and not rest.is_open:
            return self._child(HIDDEN, f"{self._path}/{HIDDEN}", rest, None)  # a map: its names are data
        shown = printable(name, words)
        if shown not in self._children:
            if self._unknown >= _MOST_NAMES:
                shown = HIDDEN
            if shown not in self._children and not budget.reserve():
                return None
            self._unknown += 1
        return self._child(shown, f"{self._path}/{shown}", rest or self._below(), "undocumented_field")

    def _below(self) -> ExpectedSchema:
        return ANYTHING if self._schema.is_open else NOTHING

    def _child(self, key: str | int | None, path: str, schema: ExpectedSchema, extra: Kind | None) -> BodyField:
        child = self._children.get(key)
        if child is None:
            child = self._children[key] = BodyField(path, schema, extra, self._depth + 1)
        return child


def _type_name(value: object) -> str:
    # Empty texts stand where other values are meant; that a text is empty tells nothing of what it could say.
    return "empty string" if value == "" else json_type(value)
