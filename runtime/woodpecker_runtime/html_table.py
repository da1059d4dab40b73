"""Rows of values as an HTML table, as notebooks show it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape

#: The most rows that are shown.
MOST_ROWS = 100


def html_table(header: Sequence[str], rows: Sequence[Iterable[object]]) -> str:
    """A table, with every text escaped, and with the number of the rows that are not shown."""
    head = "".join(f"<th>{escape(name)}</th>" for name in header)
    body = "".join(f"<tr>{''.join(map(_cell, row))}</tr>" for row in rows[:MOST_ROWS])
    more = f"<p>{len(rows)} rows, of which {MOST_ROWS} are shown</p>" if len(rows) > MOST_ROWS else ""
    return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>{more}"


def _cell(value: object) -> str:
    return f"<td>{'' if value is None else escape(str(value))}</td>"
