"""Which columns a table has, and how wide each is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from rich.cells import cell_len

from .columns import COMPANY_COLUMNS

#: Between two columns.
GAP = 2
# A column is first given no more than this; what is left over goes to those that are cut.
_FIRST_WIDTH = 26
# Texts for programs, such as HTML, which say little when they are cut.
_LONG = 60
_NARROWEST = 4
# Of fewer rows, that a value is the same in all says little of the column.
_MANY = 6


class Column(NamedTuple):
    """A column.

    Attributes:
        path: the field.
        title: the end of the path, where that is enough to tell it from others.
        widest: what its longest cell needs.
        width: what it gets.
    """

    path: str
    title: str
    widest: int
    width: int


def layout(paths: Sequence[str], rows: Sequence[dict[str, str]], width: int, *, fixed: bool) -> list[Column]:
    """The columns that fit.

    Args:
        paths: the fields there are, in their order.
        rows: the first rows, each with the texts of its cells.
        width: of the terminal.
        fixed: whether all of `paths` are wanted, in this order; else those are chosen that say most.
    """
    titles = _titles(paths)
    columns = [Column(path, titles[path], _widest(path, titles[path], rows), 0) for path in paths]
    if fixed:
        return _shrunk(columns, width)
    found: list[Column] = []
    left = width
    for column in _by_what_they_say(columns, rows):
        first = min(column.widest, _FIRST_WIDTH)
        if first + GAP * bool(found) <= left:
            found.append(column._replace(width=first))
            left -= first + GAP * (len(found) > 1)
    return _widened(sorted(found, key=lambda one: paths.index(one.path)), left)


def _titles(paths: Sequence[str]) -> dict[str, str]:
    ends = [path.rpartition(".")[2] for path in paths]
    return {
        path: end if ends.count(end) == 1 and path not in COMPANY_COLUMNS else path.replace(".", " ")
        for path, end in zip(paths, ends, strict=True)
    }


def _widest(path: str, title: str, rows: Sequence[dict[str, str]]) -> int:
    return max([cell_len(title), *(cell_len(row.get(path, "")) for row in rows)])


def _by_what_they_say(columns: Sequence[Column], rows: Sequence[dict[str, str]]) -> Iterator[Column]:
    """Columns whose rows differ first, then those of one value, then long texts.

    Without those that are empty, or repeat another one.
    """
    same: list[Column] = []
    long: list[Column] = []
    seen: set[tuple[str, ...]] = set()
    for column in columns:
        cells = tuple(row.get(column.path, "") for row in rows)
        if column.path in COMPANY_COLUMNS:
            yield column
        elif not any(cells) or (len(rows) > 1 and cells in seen):
            continue
        elif column.widest > _LONG:
            long.append(column)
        elif len(rows) >= _MANY and len({*cells}) == 1:
            same.append(column)
        else:
            yield column
        seen.add(cells)
    yield from same
    yield from long


def _widened(columns: list[Column], left: int) -> list[Column]:
    """With what is left over, for those that are cut."""
    found: list[Column] = []
    for column in columns:
        more = min(column.widest - column.width, left)
        left -= more
        found.append(column._replace(width=column.width + more))
    return found


def _shrunk(columns: Sequence[Column], width: int) -> list[Column]:
    """The widest are cut until all fit."""
    widths = [column.widest for column in columns]
    while sum(widths) + GAP * (len(widths) - 1) > width and max(widths) > _NARROWEST:
        widths[widths.index(max(widths))] -= 1
    return [column._replace(width=one) for column, one in zip(columns, widths, strict=True)]
