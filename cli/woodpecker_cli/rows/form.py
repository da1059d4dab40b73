"""What the options say of the form of the output."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import Any, NamedTuple, Protocol

from ..options import FORMS
from ..usage import UsageError
from .columns import chosen


class Rows(Protocol):
    """Where results go, one after the other."""

    def add(self, record: Any) -> None:
        """One more: a JSON value."""
        ...

    def end(self) -> None:
        """All are there."""
        ...


class Form(NamedTuple):
    """How results are to be printed.

    Attributes:
        name: one of `FORMS`.
        known: the fields that results have.
        columns: the fields that are wanted; None for all, or in a table for those that fit.
        query: a JMESPath expression; None for none.
    """

    name: str
    known: tuple[str, ...]
    columns: tuple[str, ...] | None = None
    wide: bool = False
    query: str | None = None


def form_of(name: str | None, columns: str | None, query: str | None, known: Sequence[str], *, wide: bool) -> Form:
    """
    Raises:
        UsageError: there is no such form, or a column is unknown.
    """
    if name is not None and name not in FORMS:
        raise UsageError(f"--output should be one of {', '.join(FORMS)}")
    if query is not None and columns is not None:
        raise UsageError("--query and --columns both select fields: give one of them")
    wanted = None if columns is None else chosen(columns, known)
    return Form(name or ("table" if sys.stdout.isatty() else "jsonl"), tuple(known), wanted, wide, query)
