"""What was seen at each place of an operation's answers: counted, named by the spec, and without a value."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import TypeAlias, cast

from attrs import define

from .expected_schema import ANYTHING, NOTHING, Promise, json_type
from .names import HIDDEN, printable
from .report import Kind

#: Kind, path, what, how often.
Finding: TypeAlias = tuple[Kind, str, str, int]

# Different names that the spec does not know, in one object. A record has fewer; a map has as many as there are data.
_MOST_NAMES = 50
_MOST_PLACES = 2_000
_DEEPEST = 32


@define
class Room:
    """The memory that an observer may still use for what the spec does not know."""

    places: int = _MOST_PLACES
    left_out: int = 0

    def take(self) -> bool:
        """Whether there is some for one more place."""
        if not self.places:
            return False
        self.places -= 1
        return True


class Place:
    """One place of the answers, and all places below it.

    Args:
        path: where it is in the body; the items of an array share one place, `[]`.
        promise: what the spec says of it.
        extra: what each value here is as such, if the spec does not describe it.
    """

    __slots__ = ("_children", "_depth", "_extra", "_found", "_objects", "_path", "_promise", "_unknown", "_visits")

    def __init__(self, path: str, promise: Promise, extra: Kind | None = None, depth: int = 0) -> None:
        self._path, self._promise, self._depth = path, promise, depth
        self._extra: Kind | None = "open_field" if promise.is_open else extra
        self._visits = self._objects = self._unknown = 0
        self._found: Counter[tuple[Kind, str]] = Counter()
        # By field name; None for the items of an array, a number for a branch of the schema.
        self._children: dict[str | int | None, Place] = {}

    def look(self, body: object, words: frozenset[str], room: Room) -> None:
        """Compare a parsed body with the promise. It may be nested as deeply as it likes: nothing here recurs."""
        pending: list[tuple[Place, object]] = [(self, body)]
        while pending:
            place, value = pending.pop()
            if not place._note(value):
                continue
            if place._promise.branches:
                pending.append((place._branch(value), value))
            elif place._depth >= _DEEPEST:
                room.left_out += bool(value) and isinstance(value, dict | list)
            elif isinstance(value, dict):
                place._objects += 1
                fields = cast("dict[str, object]", value)
                # One of the promised fields shows that it is the promised object, and no map in its place.
                allowed = words if place._promise.properties.keys().isdisjoint(fields) else None
                for name, one in fields.items():
                    below = place._field(name, allowed, room)
                    if below is None:
                        room.left_out += 1
                    else:
                        pending.append((below, one))
            elif isinstance(value, list) and value:
                below = place._items()
                pending.extend((below, one) for one in cast("list[object]", value))

    def findings(self) -> Iterator[Finding]:
        """Everything that differs, here and below."""
        for (kind, what), times in self._found.items():
            yield kind, self._path, what, times
        if self._objects:
            required = self._promise.required
            for name in {*self._promise.properties, *required}:
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
        promise = self._promise
        if self._extra is not None:
            self._found[self._extra, _told(value)] += 1
        if not promise.allows_type_of(value):
            kind: Kind = "null" if value is None else "type"
            self._found[kind, f"{_told(value)} instead of {' or '.join(sorted(promise.types))}"] += 1
            return False
        for rule in promise.rules:
            if not rule.holds(value):
                self._found[rule.kind, rule.broken] += 1
        return True

    def _branch(self, value: object) -> Place:
        branches = self._promise.branches
        nearest = min(range(len(branches)), key=lambda number: branches[number].distance(value))
        return self._child(nearest, self._path, branches[nearest], None)

    def _items(self) -> Place:
        promise = self._promise
        return self._child(None, f"{self._path}/[]", promise.items or self._below(), self._extra)

    def _field(self, name: str, words: frozenset[str] | None, room: Room) -> Place | None:
        child = self._children.get(name)
        if child is not None:
            return child
        promise = self._promise
        known = promise.properties.get(name)
        if known is not None:
            return self._child(name, f"{self._path}/{name}", known, None)
        rest = promise.rest
        if rest is not None and not rest.is_open:
            return self._child(HIDDEN, f"{self._path}/{HIDDEN}", rest, None)  # a map: its names are data
        shown = printable(name, words)
        if shown not in self._children:
            if self._unknown >= _MOST_NAMES:
                shown = HIDDEN
            if shown not in self._children and not room.take():
                return None
            self._unknown += 1
        return self._child(shown, f"{self._path}/{shown}", rest or self._below(), "undocumented_field")

    def _below(self) -> Promise:
        return ANYTHING if self._promise.is_open else NOTHING

    def _child(self, key: str | int | None, path: str, promise: Promise, extra: Kind | None) -> Place:
        child = self._children.get(key)
        if child is None:
            child = self._children[key] = Place(path, promise, extra, self._depth + 1)
        return child


def _told(value: object) -> str:
    # Empty texts stand where other values are meant; that a text is empty tells nothing of what it could say.
    return "empty string" if value == "" else json_type(value)
