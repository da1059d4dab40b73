"""What is requested, and in which order."""

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
class PlannedRequest:
    """One request to come."""

    operation: Allowed
    ids: dict[str, str]
    query: dict[str, Any]

    @property
    def path(self) -> str:
        """Below the base URL."""
        return self.operation.path.format(**{name: quote(id, safe="") for name, id in self.ids.items()})


class Plan:
    """Rounds of one request for each operation, none of them twice.

    The first round has no queries. Ids become known while the rounds go on: an operation whose ids nobody has
    listed yet sits out.

    Args:
        budget: about how many requests are wanted; the operations share them evenly.
    """

    def __init__(self, schema: Schema, operations: Iterable[Allowed], listed: Listed, budget: int) -> None:
        self._operations = tuple(operations)
        self._listed = listed
        self._rounds = -(-budget // len(self._operations))
        self._queries = {one.id: schema.queries(one.id, self._rounds) for one in self._operations}

    def __iter__(self) -> Iterator[PlannedRequest]:
        sent: dict[str, list[PlannedRequest]] = {one.id: [] for one in self._operations}
        for _ in range(self._rounds):
            for one in self._operations:
                planned = next((q for q in self._candidates(one) if q not in sent[one.id]), None)
                if planned is not None:
                    sent[one.id].append(planned)
                    yield planned

    def _candidates(self, one: Allowed) -> Iterator[PlannedRequest]:
        """All there are by now, each query with another id before any id comes back."""
        ids = [dict(zip(one.ids, values, strict=True)) for values in product(*self._choices(one))]
        queries = self._queries[one.id]
        for shift in range(len(queries)):
            for at, chosen in enumerate(ids):
                yield PlannedRequest(one, chosen, queries[(at + shift) % len(queries)])

    def _choices(self, one: Allowed) -> list[list[str]]:
        return [self._listed.ids(one.id, parameter) for parameter in one.ids]
