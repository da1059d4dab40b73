"""Files with entries: JSON, JSON Lines or CSV for objects, lines for plain texts."""

from __future__ import annotations

import csv
import io
import json
from typing import Any

from ..inputs import file_text, standard_input
from ..usage import UsageError
from .fields import value_of
from .spec import Field, fields_of

_SEPARATOR = ";"


def entries_of(source: str, field: Field, option: str) -> list[Any]:
    """The entries of a file for a list.

    Args:
        source: the file's name; `-` is standard input.
        option: how messages call it.
    """
    text = standard_input(option) if source == "-" else file_text(source, option)
    begin = text.lstrip()[:1]
    if begin == "[":
        return _whole(text, option)
    if field.is_texts:
        return [line.strip() for line in text.splitlines() if line.strip()]
    if begin == "{":
        return [
            _parsed(line, f"{option}, line {place}") for place, line in enumerate(text.splitlines(), 1) if line.strip()
        ]
    return _csv(text, field, option)


def _whole(text: str, option: str) -> list[Any]:
    entries: list[Any] = _parsed(text, option)
    return entries


def _parsed(text: str, where: str) -> Any:
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        pass
    # Without the error, which holds the text.
    raise UsageError(f"{where} is not JSON")


def _csv(text: str, field: Field, option: str) -> list[dict[str, Any]]:
    """Rows below a line with the names of the fields. An empty cell leaves its field out, or empties a list."""
    known = {one.name: one for one in fields_of(field.items)}
    reader = csv.reader(io.StringIO(text), strict=True)
    try:
        names = [name.strip() for name in next(reader, list[str]())]
        if not names or not {*names} <= known.keys():
            raise UsageError(f"the first line of {option} should name columns, which are {', '.join(known)}")
        rows: list[dict[str, Any]] = []
        for cells in reader:
            if not any(cells):
                continue
            if len(cells) != len(names):
                raise UsageError(f"{option}, line {reader.line_num}: {len(names)} cells are expected, not {len(cells)}")
            where = f"{option}, line {reader.line_num}"
            named = zip(names, cells, strict=True)
            rows.append(
                {
                    name: _cell(known[name], cell, f"{where}: {name}")
                    for name, cell in named
                    if cell or _empties(known[name])
                }
            )
        return rows
    except csv.Error:
        pass
    raise UsageError(f"{option} is not CSV, line {reader.line_num}")


def _empties(field: Field) -> bool:
    return field.is_texts and field.required


def _cell(field: Field, cell: str, name: str) -> Any:
    if field.is_texts:
        return [value_of(field, part.strip(), name) for part in cell.split(_SEPARATOR) if part]
    return value_of(field, cell, name)
