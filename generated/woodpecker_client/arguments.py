# Generated from spec/openapi.yaml by generator/. Do not edit: change the spec and regenerate.
"""From a function's arguments to the parts of a request."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any, cast

from woodpecker_auth import InvalidValue, Secret

from .types import UNSET


def path_id(name: str, value: int) -> int:
    """An id for a path.

    Raises:
        InvalidValue: it is not a positive integer of at most 64 bits; anything else could name another resource.
    """
    if type(value) is not int or not 0 < value < 2**63:
        shown = value if type(value) is int else type(value).__name__
        raise InvalidValue(f"{name} should be a positive integer of at most 64 bits, not {shown}")
    return value


def query(parameters: dict[str, Any]) -> dict[str, Any]:
    """The query parameters that were given; dates as the API reads them (YYYY-MM-DD)."""
    return {
        name: value.strftime("%Y-%m-%d") if isinstance(value, date) else value
        for name, value in parameters.items()
        if value is not UNSET and value is not None
    }


def secrets_in(body: object) -> Iterator[Secret]:
    """The secrets of a JSON body."""
    if isinstance(body, Secret):
        yield body
    elif isinstance(body, dict):
        for value in cast("dict[str, object]", body).values():
            yield from secrets_in(value)
    elif isinstance(body, list):
        for value in cast("list[object]", body):
            yield from secrets_in(value)
