"""The arguments of an operation from the command line, by their names in the API."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .body import body_of
from .fields import option_name, value_of
from .spec import DescribedOperation


def values_of(operation: DescribedOperation, given: Mapping[str, Any], taken: frozenset[str]) -> dict[str, Any]:
    """
    Raises:
        UsageError: one is missing or cannot be used.
    """
    values: dict[str, Any] = {}
    for place, field in enumerate(operation.arguments):
        values[field.name] = value_of(field, given[f"path_{place}"], field.name.upper())
    for place, field in enumerate(operation.query):
        value, name = given[f"query_{place}"], option_name(field, taken)
        if given.get(f"query_{place}_none"):
            values[field.name] = []
        elif field.is_texts and value:
            values[field.name] = [value_of(field, text, name) for text in value]
        elif isinstance(value, bool):
            values[field.name] = value
        elif value not in (None, ()):
            values[field.name] = value_of(field, value, name)
    return values | body_of(operation, given, taken)
