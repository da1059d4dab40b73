"""An example of each command, from the examples of the spec."""

from __future__ import annotations

import json
import shlex
from collections.abc import Iterator
from typing import Any

from .body import filed, texts_of
from .fields import option_name
from .spec import Field, Operation

#: As in the spec's own examples.
_COMPANY = "880101"


def example_of(operation: Operation, taken: frozenset[str]) -> str:
    """A command line that can be typed."""
    words = [operation.command, *(_argument(field) for field in operation.arguments)]
    body = operation.body_examples[0] if operation.body_examples else {}
    texts, listed = texts_of(operation), filed(operation)
    for field in operation.body:
        if field is texts:
            words += map(shlex.quote, body.get(field.name, ()))
        elif field is listed:
            words += ["--file", f"{field.name}.csv"]
        elif field.name in body and (field.required or field is operation.body[0]):
            words += _option(field, option_name(field, taken), body[field.name])
    if not operation.body and operation.query:
        words += _query(operation, taken)
    if operation.family == "account":
        words += ["--company", _COMPANY]
    return " ".join(words)


def _argument(field: Field) -> str:
    return _COMPANY if field.name == "company_id" else "51001"


def _option(field: Field, name: str, value: Any) -> Iterator[str]:
    if field.secret:
        yield from (f"{name}-file", "secret.txt")
    elif value is None:
        yield f"--no-{name[2:]}"
    elif isinstance(value, bool):
        yield name if value else f"--no-{name[2:]}"
    else:
        for one in value if isinstance(value, list) else [value]:  # pyright: ignore[reportUnknownVariableType]
            yield from (name, shlex.quote(one if isinstance(one, str) else json.dumps(one)))


def _query(operation: Operation, taken: frozenset[str]) -> Iterator[str]:
    """The first parameter that narrows the result."""
    field = operation.query[0]
    name = option_name(field, taken)
    if field.kinds == ["boolean"]:
        yield name
    elif field.values:
        yield from (name, field.values[0])
    elif field.schema.get("format") == "date":
        yield from (name, "2026-01-01")
