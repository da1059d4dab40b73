"""Results as tables on a terminal."""

from __future__ import annotations

import re
import shutil
from typing import Any

from rich.box import SIMPLE_HEAD
from rich.console import RenderableType
from rich.table import Table as RichTable
from rich.text import Text

from ..output import Output, escaped
from .form import Form
from .layout import GAP, Column, layout
from .records import cell, flat

# The columns are those that suit the first rows, so that memory is bounded; for later ones, they may have other widths.
_ROWS_AT_ONCE = 1000
_SPACE = re.compile(r"\s+")
_NUMBER = re.compile(r"-?\d+(\.\d+)?|")
_NAMED = 4


class Table:
    """A row for each result."""

    def __init__(self, form: Form, output: Output) -> None:
        self._form, self._output = form, output
        self._waiting: list[dict[str, str]] = []
        self._columns: list[Column] | None = None

    def add(self, record: Any) -> None:
        self._waiting.append({path: _line(value, self._output) for path, value in flat(record).items()})
        if len(self._waiting) == _ROWS_AT_ONCE:
            self._print()

    def end(self) -> None:
        if self._waiting:
            self._print()
        if self._columns is None:
            self._output.note("There is nothing.")
        elif left := self._left_out():
            more = f" and {len(left) - _NAMED} more" if len(left) > _NAMED else ""
            self._output.note(f"Not shown: {', '.join(left[:_NAMED])}{more} (--wide, --columns)")

    def _left_out(self) -> list[str]:
        """The ends of the fields that have no column."""
        shown = {column.path for column in self._columns or ()}
        return [path.rpartition(".")[2] for path in self._form.known if path not in shown]

    def _print(self) -> None:
        rows, self._waiting = self._waiting, []
        is_first = self._columns is None
        width = 10**6 if self._form.wide else _terminal_width()
        fixed = self._form.columns or (self._form.known if self._form.wide else None)
        if self._columns is not None:
            fixed = tuple(column.path for column in self._columns)
        self._columns = layout(fixed or self._form.known, rows, width, fixed=fixed is not None)
        table = _rich_table(show_header=is_first)
        for column in self._columns:
            numbers = all(_NUMBER.fullmatch(row.get(column.path, "")) for row in rows)
            table.add_column(
                column.title,
                width=column.widest if self._form.wide else column.width,
                no_wrap=True,
                justify="right" if numbers else "left",
            )
        for row in rows:
            table.add_row(*(Text(row.get(column.path, ""), overflow="ellipsis") for column in self._columns))
        _show(table, self._output, wide=self._form.wide)


class Upright:
    """One result: a row for each field."""

    def __init__(self, form: Form, output: Output) -> None:
        self._form, self._output = form, output

    def add(self, record: Any) -> None:
        fields = flat(record)
        table = _rich_table(show_header=False)
        table.add_column(no_wrap=True, style="bold")
        table.add_column(no_wrap=not self._form.wide, overflow="fold" if self._form.wide else "ellipsis")
        for path in self._form.columns or fields:
            table.add_row(path, Text(_line(fields.get(path), self._output), overflow="ellipsis"))
        _show(table, self._output, wide=self._form.wide)

    def end(self) -> None:
        pass


def _line(value: object, output: Output) -> str:
    return escaped(_SPACE.sub(" ", output.redacted(cell(value))))


def _rich_table(*, show_header: bool) -> RichTable:
    # The box has a space between columns.
    return RichTable(
        box=SIMPLE_HEAD, show_edge=False, pad_edge=False, padding=(0, GAP - 1, 0, 0), show_header=show_header,
        header_style="bold",
    )  # fmt: skip


def _terminal_width() -> int:
    return shutil.get_terminal_size((80, 24)).columns


def _show(table: RenderableType, output: Output, *, wide: bool) -> None:
    output.rich(table, 10**6 if wide else _terminal_width())
