"""Results as CSV."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Sequence
from typing import Any

from ..output import Output
from .records import cell, flat

# A spreadsheet runs a text with such a beginning as a formula, and names and error messages are other people's texts.
_FORMULA = re.compile(r"[=+\-@\t\r]")


class CsvRows:
    """A line with the columns' names, then one for each result."""

    def __init__(self, columns: Sequence[str], output: Output) -> None:
        self._columns, self._output = columns, output
        self._begun = False

    def add(self, record: Any) -> None:
        fields = flat(record)
        self._write([self._output.redacted(_harmless(fields.get(column))) for column in self._columns])

    def end(self) -> None:
        self._begin()

    def _begin(self) -> None:
        if not self._begun:
            self._begun = True
            self._write(self._columns)

    def _write(self, cells: Sequence[str]) -> None:
        self._begin()
        line = io.StringIO()
        csv.writer(line, lineterminator="\n").writerow(cells)
        self._output.text(line.getvalue())


def _harmless(value: object) -> str:
    """The text of a cell, with an apostrophe before a formula, as OWASP advises; numbers are none."""
    text = cell(value)
    return f"'{text}" if isinstance(value, str | list) and _FORMULA.match(text) else text
