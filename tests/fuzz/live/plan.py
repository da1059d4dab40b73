"""What is asked, and in which order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import product
from typing import Any
from urllib.parse import quote

from .allowed import Allowed
from .listed import Listed
from .schema import Schema


@dataclass(frozen=True)
class Question:
    """One request to come."""

    operation: Allowed
    ids: dict[str, str]
    query: dict[str, Any]

    @property
    def path(self) -> str:
        """Below the base URL."""
        return self.operation.path.format(**{name: quote(id, safe="") for name, id in self.ids.items()})


class Plan:
    """Rounds of one question for each operation, none of them twice.

    The first round asks without a query. Ids become known while the rounds go on: an operation whose ids nobody has
    listed yet sits out.

    Args:
        budget: about how many questions are wanted; the operations share them evenly.
    """

    def __init__(self, schema: Schema, operations: Iterable[Allowed], listed: Listed, budget: int) -> None:
        self._operations = tuple(operations)
        self._listed = listed
        self._rounds = -(-budget // len(self._operations))
        self._queries = {one.id: schema.queries(one.id, self._rounds) for one in self._operations}

    def __iter__(self) -> Iterator[Question]:
        asked: dict[str, list[Question]] = {one.id: [] for one in self._operations}
        for _ in range(self._rounds):
            for one in self._operations:
                question = next((q for q in self._questions(one) if q not in asked[one.id]), None)
                if question is not None:
                    asked[one.id].append(question)
                    yield question

    def _questions(self, one: Allowed) -> Iterator[Question]:
        """All there are by now, each query with another id before any id comes back."""
        ids = [dict(zip(one.ids, values, strict=True)) for values in product(*self._choices(one))]
        queries = self._queries[one.id]
        for turn in range(len(queries)):
            for at, chosen in enumerate(ids):
                yield Question(one, chosen, queries[(at + turn) % len(queries)])

    def _choices(self, one: Allowed) -> list[list[str]]:
        return [self._listed.ids(one.id, parameter) for parameter in one.ids]
