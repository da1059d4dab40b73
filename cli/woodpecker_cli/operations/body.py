"""The JSON body of an operation from the command line: options, an argument of texts, `--file`, `--json`."""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping
from typing import Any, cast

import click

from ..inputs import json_of
from ..usage import UsageError
from .fields import option_name, options_of, secret_from, value_of
from .rows_file import entries_of
from .spec import DescribedOperation, Field, fields_of
from .wording import plain


def texts_of(operation: DescribedOperation) -> Field | None:
    """The list of plain texts that is all of the body, and so is an argument."""
    return operation.body[0] if len(operation.body) == 1 and operation.body[0].is_texts else None


def filed(operation: DescribedOperation) -> Field | None:
    """The list that `--file` is for."""
    rows = [field for field in operation.body if field.is_rows]
    return rows[0] if len(rows) == 1 else texts_of(operation)


def row_of(operation: DescribedOperation) -> tuple[Field, ...]:
    """The fields of one entry of that list as options; none where entries have secrets, or names that are taken."""
    listed = filed(operation)
    fields = fields_of(listed.items) if listed is not None and listed.is_rows else ()
    taken = {field.name for field in (*operation.body, *operation.query)}
    return () if any(field.secret or field.name in taken for field in fields) else fields


def body_params(operation: DescribedOperation, taken: frozenset[str]) -> list[click.Parameter]:
    """What sets the body."""
    if not operation.body:
        return []
    found: list[click.Parameter] = []
    texts, listed = texts_of(operation), filed(operation)
    for place, field in enumerate(operation.body):
        if field is texts:
            found.append(click.Argument([f"body_{place}"], metavar=f"[{field.name.upper()}]...", nargs=-1))
        elif field is not listed:
            found += options_of(field, f"body_{place}", taken)
    for place, field in enumerate(row_of(operation)):
        found += options_of(field._replace(description=f"One entry: {field.description}"), f"row_{place}", taken)
    if listed is not None:
        names = ", ".join(field.name for field in fields_of(listed.items))
        form = "one a line" if listed is texts else f"JSON, JSON Lines, or CSV, whose first line names columns: {names}"
        described = f"{plain(listed.description)} File with them: {form}; '-' is standard input."
        found.append(click.Option(["body_file", "--file"], metavar="FILE", help=described.strip()))
    whole = "The whole body as JSON; '-' is standard input. Other options replace parts of it."
    found.append(click.Option(["body_json", "--json"], metavar="TEXT|@FILE|-", help=whole))
    return found


def body_of(operation: DescribedOperation, given: Mapping[str, Any], taken: frozenset[str]) -> dict[str, Any]:
    """The values of the body's properties.

    Raises:
        UsageError: one is missing or cannot be used.
    """
    from ..described import with_secrets

    values = _whole(operation, given.get("body_json"))
    texts, listed = texts_of(operation), filed(operation)
    for place, field in enumerate(operation.body):
        dest, name = f"body_{place}", option_name(field, taken)
        if field is listed and given["body_file"] is not None:
            values[field.name] = with_secrets(entries_of(given["body_file"], field, "--file"))
        if field is listed and (row := _row(operation, given, taken)):
            values[field.name] = [*values.get(field.name, ()), row]
        if field is texts and given[dest]:
            values[field.name] = [*values.get(field.name, ()), *given[dest]]
        else:
            values |= _set(field, given, dest, name)
        if field.required and field.name not in values:
            values[field.name] = _asked(field, name, listed)
    return values


def _row(operation: DescribedOperation, given: Mapping[str, Any], taken: frozenset[str]) -> dict[str, Any]:
    """The entry that options describe; empty for none."""
    row: dict[str, Any] = {}
    for place, field in enumerate(row_of(operation)):
        row |= _set(field, given, f"row_{place}", option_name(field, taken))
    return row


def _set(field: Field, given: Mapping[str, Any], dest: str, name: str) -> dict[str, Any]:
    """The value of a field under its name; nothing if it was not given."""
    if given.get(f"{dest}_none"):
        return {field.name: None if field.nullable else []}
    value = given.get(dest)
    return {} if value in (None, ()) else {field.name: _value(field, value, name)}


def _whole(operation: DescribedOperation, source: str | None) -> dict[str, Any]:
    if source is None:
        return {}
    from ..described import with_secrets

    found = with_secrets(json_of(source))
    known = [field.name for field in operation.body]
    if not isinstance(found, dict):
        raise UsageError("--json should be a JSON object")
    values = cast("dict[str, Any]", found)
    if not {*values} <= {*known}:
        raise UsageError(f"--json has a key that the body has not; its keys are {', '.join(known)}")
    return values


def _value(field: Field, given: Any, name: str) -> Any:
    if field.secret:
        return secret_from(given, f"{name}-file")
    if field.kinds == ["boolean"]:
        return given
    if field.is_texts:
        return [value_of(field, text, name) for text in given]
    if field.kinds == ["object"]:
        from ..described import with_secrets

        try:
            return with_secrets(json.loads(given))
        except (ValueError, RecursionError):
            pass
        raise UsageError(f"{name} is not JSON")
    return value_of(field, given, name)


def _asked(field: Field, name: str, listed: Field | None) -> Any:
    """A secret from the terminal; anything else is missing."""
    if field.secret and sys.stdin.isatty():
        from getpass import getpass

        from woodpecker_auth import Secret

        return Secret(getpass(f"{field.name}: "))
    if field is listed:
        raise UsageError(f"there are no {field.name}: give them as options, --file FILE or --json")
    raise UsageError(f"{name}{'-file' if field.secret else ''} is missing")
