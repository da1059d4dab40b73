"""One entry of a listing, where no route returns a single one: the pages are read until it comes."""

from __future__ import annotations

from collections.abc import AsyncIterable, Iterable
from typing import Any, Generic, NamedTuple, TypeVar

from .arguments import check_text, path_id
from .errors import InvalidValue, NotFound

Item = TypeVar("Item")


class Lookup(NamedTuple):
    """What the spec says about a search in a listing (`x-lookup`).

    Attributes:
        operation: the operationId of the listing, for errors.
        by: the attribute of the entries that is compared.
        kind: its type, `int` for an id.
        unique: whether at most one entry has a value; then the first one ends the search.
    """

    operation: str
    by: str
    kind: type[int] | type[str]
    unique: bool


class _Search(Generic[Item]):
    """What was found so far; the same for both forms."""

    def __init__(self, lookup: Lookup, value: Any) -> None:
        if lookup.kind is str:
            check_text(value, lookup.by)
        else:
            path_id(lookup.by, value)
        self._lookup, self._value = lookup, value
        self._count = 0
        self._found: list[Item] = []

    def ends_with(self, item: Item) -> bool:
        """Note an entry; whether no other has to be looked at."""
        self._count += 1
        if getattr(item, self._lookup.by) == self._value:
            self._found.append(item)
        return self._lookup.unique and bool(self._found)

    def result(self) -> Item:
        # Text is not repeated: it may be anything, a key in the wrong place included.
        by, which = self._lookup.by, "this" if self._lookup.kind is str else self._value
        if not self._found:
            reason = f"none of {self._count} entries has {which} as its {by}"
            error = NotFound(f"{self._lookup.operation}: {reason}")
            error.operation, error.detail = self._lookup.operation, reason
            raise error
        if len(self._found) > 1:
            ids = ", ".join(str(getattr(item, "id", "?")) for item in self._found[:10])
            raise InvalidValue(f"{len(self._found)} entries have this {by}: {ids}")
        return self._found[0]


def find(lookup: Lookup, items: Iterable[Item], value: Any) -> Item:
    """The entry with this value.

    Raises:
        NotFound: none has it; no response says so, so that the status is 0.
        InvalidValue: it is no id and no text, or several entries have it.
    """
    search = _Search[Item](lookup, value)
    for item in items:
        if search.ends_with(item):
            break
    return search.result()


async def find_async(lookup: Lookup, items: AsyncIterable[Item], value: Any) -> Item:
    """`find` for asyncio."""
    search = _Search[Item](lookup, value)
    async for item in items:
        if search.ends_with(item):
            break
    return search.result()
