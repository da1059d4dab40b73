"""Bodies of successes, changed in one place."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, cast

from ..contract.json_values import Json
from ..handlers.operation_call import Body


def as_object(body: Body) -> Json:
    """The body of an operation that returns an object."""
    return cast("Json", body)


def map_entries(body: Body, change: Callable[[Json], Any]) -> Body:
    """The same list, bare or below `content`, with every entry changed."""
    if isinstance(body, list):
        return [change(one) for one in cast("list[Json]", body)]
    page = as_object(body)
    return page | {"content": [change(one) for one in page["content"]]}


def map_details(change: Callable[[Json], Json]) -> Callable[[Json], Json]:
    """The same for the details of a mailbox."""
    return lambda mailbox: mailbox | {"details": change(mailbox["details"])}


def without(entry: Json, *names: str) -> Json:
    return {name: value for name, value in entry.items() if name not in names}
