"""An example of each command, from the examples of the spec."""

from __future__ import annotations

import json
import shlex
from typing import cast

from .body import filed, row_of, texts_of
from .fields import option_name
from .spec import DescribedOperation, Field

#: As in the spec's own examples.
_COMPANY = "880101"


def examples_of(operation: DescribedOperation, taken: frozenset[str]) -> list[str]:
    """Command lines that can be typed."""
    words = [operation.command, *(_argument(field) for field in operation.arguments)]
    accounts: list[list[str]] = [["--company", _COMPANY] if operation.family == "account" else []]
    if operation.is_account_read and not operation.arguments:
        accounts.append(["--all-companies"])
    return [
        " ".join([*words, *setting, *account])
        for account in accounts
        for setting in (_body(operation, taken) if operation.body else [_query(operation, taken)])
    ]


def _body(operation: DescribedOperation, taken: frozenset[str]) -> list[list[str]]:
    """The body of the first example: in options, if it can be; and with a file, if there may be one."""
    body = operation.body_examples[0] if operation.body_examples else {}
    texts, listed, row = texts_of(operation), filed(operation), row_of(operation)
    rest: list[str] = []
    for field in operation.body:
        if field is not listed and field.name in body:
            rest += _option(field, option_name(field, taken), body[field.name])
    if listed is None:
        return [rest]
    entries = body.get(listed.name, ())
    named: list[list[str]] = []
    if listed is texts:
        named.append([*map(shlex.quote, entries), *rest])
    elif row and entries:
        options = (_option(field, option_name(field, taken), entries[0].get(field.name)) for field in row)
        named.append([*(word for words in options for word in words), *rest])
    return [*named, ["--file", f"{listed.name}.{'txt' if listed is texts else 'csv'}", *rest]]


def _argument(field: Field) -> str:
    return _COMPANY if field.name == "company_id" else "51001"


def _option(field: Field, name: str, value: object) -> list[str]:
    if field.secret:
        return [f"{name}-file", "secret.txt"]
    if value is None or value == []:
        return [f"--no-{name[2:]}"] if field.required else []
    if isinstance(value, bool):
        return [name if value else f"--no-{name[2:]}"]
    values = cast("list[object]", value) if isinstance(value, list) else [value]
    return [word for one in values for word in (name, shlex.quote(one if isinstance(one, str) else json.dumps(one)))]


def _query(operation: DescribedOperation, taken: frozenset[str]) -> list[str]:
    """The first parameter, if it is one that narrows the result."""
    for field in operation.query[:1]:
        name = option_name(field, taken)
        if field.kinds == ["boolean"]:
            return [name]
        if field.values:
            return [name, field.values[0]]
        if field.schema.get("format") == "date":
            return [name, "2026-01-01"]
    return []
