"""The ids that may be in a path: those that the account has listed, and no others."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

import jsonschema_rs

from .allowed import Allowed


class Listed:
    """Learns ids from responses. There is no other way for an id to get in."""

    def __init__(self, operations: Iterable[Allowed]) -> None:
        self._operations = tuple(operations)
        # A dict for its order: the same responses make the same run.
        self._ids: defaultdict[tuple[str, str], dict[str, None]] = defaultdict(dict)

    def learn(self, operation: str, body: object) -> None:
        """Take the ids from the body of a successful response, from where the spec's links say."""
        for one in self._operations:
            for parameter, sources in one.sources.items():
                for source in sources:
                    if source.operation == operation:
                        found = _at(body, source.steps)
                        fitting = (str(id) for id in found if _fits(one.ids[parameter], id))
                        self._ids[one.id, parameter].update(dict.fromkeys(fitting))

    def ids(self, operation: str, parameter: str) -> list[str]:
        """What may be there, in the order in which it was listed."""
        return list(self._ids[operation, parameter])


def _at(value: object, steps: tuple[str | None, ...]) -> Iterator[object]:
    if not steps:
        yield value
    elif steps[0] is None and isinstance(value, list):
        for item in value:
            yield from _at(item, steps[1:])
    elif isinstance(value, dict) and steps[0] in value:
        yield from _at(value[steps[0]], steps[1:])


def _fits(schema: dict[str, object], id: object) -> bool:
    # 1.0 is an integer to JSON Schema, and is not written as one.
    return isinstance(id, int | str) and jsonschema_rs.is_valid(schema, id)
