"""What `--query` selects, by JMESPath."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, cast

import jmespath
from jmespath.exceptions import JMESPathError

from ..usage import UsageError
from .form import Rows
from .records import flat


class QueriedRows:
    """Keeps all results, because an expression may need them all: a list of them, or the one."""

    def __init__(self, expression: str, rows_of: Callable[[tuple[str, ...], bool], Rows], *, is_list: bool) -> None:
        """
        Args:
            rows_of: prints what is selected: makes rows with these fields, of a list or of one value.

        Raises:
            UsageError: it is no expression.
        """
        try:
            self._query = jmespath.compile(expression)
        except JMESPathError:
            # Without the error, which shows the expression.
            raise UsageError("--query is no JMESPath expression, such as '[?active].name'; see jmespath.org") from None
        self._rows_of, self._is_list = rows_of, is_list
        self._results: list[Any] = []

    def add(self, record: Any) -> None:
        self._results.append(record)

    def end(self) -> None:
        found = self._select()
        is_list = isinstance(found, list)
        entries = cast("list[Any]", found) if is_list else [found]
        paths = tuple(dict.fromkeys(path for one in entries for path in flat(one)))
        rows = self._rows_of(paths, is_list)
        for one in entries:
            rows.add(one)
        rows.end()

    def _select(self) -> Any:
        whole = self._results if self._is_list else next(iter(self._results), None)
        try:
            return self._query.search(whole)
        except JMESPathError:
            # Without the error, which holds the values.
            raise UsageError("--query does not fit the result: a function has a value of another type") from None
