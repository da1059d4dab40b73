"""Which fields a result has, from its schema, so that a CSV file has the same columns whatever the data."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from ..operations.spec import resolved
from ..usage import UsageError
from .records import VALUE

#: The first columns of a report over all companies.
COMPANY_COLUMNS = ("company.id", "company.name")


def columns_of(schema: dict[str, Any]) -> tuple[str, ...]:
    """The paths of the fields of a schema; a list is one field."""
    return tuple(_paths(resolved(schema), "")) or (VALUE,)


def chosen(text: str, known: Sequence[str]) -> tuple[str, ...]:
    """The columns that `--columns` names, by their paths or by the ends of these.

    Raises:
        UsageError: a column is unknown, or several end like that.
    """
    return tuple(_column(name.strip(), known) for name in text.split(","))


def _column(name: str, known: Sequence[str]) -> str:
    if name in known:
        return name
    found = [path for path in known if path.endswith(f".{name}")] if name else []
    if len(found) != 1:
        raise UsageError(f"--columns should name fields, separated by commas, out of: {', '.join(known)}")
    return found[0]


def _paths(schema: dict[str, Any], path: str) -> Iterator[str]:
    properties = schema.get("properties")
    if properties:
        for name, inner in properties.items():
            yield from _paths(resolved(inner), f"{path}.{name}" if path else name)
    elif path:
        yield path
