"""A call that is to be made, for one account or for many."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple, cast

from ..rows.records import plain
from .method import arguments_of, method_of
from .spec import DescribedOperation


class Task(NamedTuple):
    """A call that is to be made.

    Attributes:
        values: the arguments by their names in the API.
        reveal: whether secrets in the result are printed.
    """

    operation: DescribedOperation
    values: dict[str, Any]
    settings: dict[str, Any]
    reveal: bool


def records_of(task: Task, routes: object) -> Iterator[Any]:
    """Call the method, and make JSON values of what it returns, one after the other."""
    method = method_of(routes, task.operation)
    result = method(**arguments_of(method, task.operation, task.values), **task.settings)
    if task.operation.is_list:
        for one in cast("Iterable[Any]", result):
            yield plain(one, reveal=task.reveal)
    elif result is not None:
        yield plain(result, reveal=task.reveal)
