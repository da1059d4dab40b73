"""Which module prints a form."""

from __future__ import annotations

from functools import partial

from ..output import Output
from .form import Form, Rows


def rows_of(form: Form, output: Output, *, is_list: bool) -> Rows:
    """
    Args:
        is_list: whether there may be several; one result alone is no list in JSON, and stands upright in a table.
    """
    if form.query is not None:
        from .query import QueriedRows

        return QueriedRows(form.query, partial(_selection, form, output), is_list=is_list)
    match form.name:
        case "json":
            from .json_rows import JsonRows

            return JsonRows(form.columns, output, is_list=is_list)
        case "jsonl":
            from .json_rows import JsonLines

            return JsonLines(form.columns, output)
        case "csv":
            from .csv_rows import CsvRows

            return CsvRows(form.columns or form.known, output)
        case _:
            from .table import Table, Upright

            return Table(form, output) if is_list else Upright(form, output)


def _selection(form: Form, output: Output, known: tuple[str, ...], is_list: bool) -> Rows:
    """The rows of what an expression has selected, whose fields are its own."""
    return rows_of(form._replace(query=None, known=known), output, is_list=is_list)
