"""Results as JSON: one document, or a line each."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from ..output import Output
from .records import flat


def _selected(record: Any, columns: Sequence[str] | None) -> Any:
    if columns is None:
        return record
    fields = flat(record)
    return {column: fields.get(column) for column in columns}


class JsonLines:
    """A line for each result, as it comes."""

    def __init__(self, columns: Sequence[str] | None, output: Output) -> None:
        self._columns, self._output = columns, output
        self._encode = json.JSONEncoder(ensure_ascii=False).encode

    def add(self, record: Any) -> None:
        self._output.json(self._encode(_selected(record, self._columns)))

    def end(self) -> None:
        pass


class JsonRows:
    """One document: a list, written as it grows, or the one result."""

    def __init__(self, columns: Sequence[str] | None, output: Output, *, is_list: bool) -> None:
        self._columns, self._output, self._is_list = columns, output, is_list
        self._count = 0

    def add(self, record: Any) -> None:
        text = json.dumps(_selected(record, self._columns), indent=2, ensure_ascii=False)
        if self._is_list:
            indented = text.replace("\n", "\n  ")
            text = f"{',' if self._count else '['}\n  {indented}"
        self._count += 1
        self._output.json(text, end="" if self._is_list else "\n")

    def end(self) -> None:
        if self._is_list:
            self._output.json("\n]" if self._count else "[]")
