"""Bodies of successes, changed in one place."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeAlias, cast

from ..call import Body

Json: TypeAlias = dict[str, Any]


def whole(body: Body) -> Json:
    """The body of an operation that answers with an object."""
    return cast("Json", body)


def each(body: Body, change: Callable[[Json], Any]) -> Body:
    """The same list, bare or below `content`, with what `change` makes of each entry."""
    if isinstance(body, list):
        return [change(one) for one in cast("list[Json]", body)]
    page = whole(body)
    return page | {"content": [change(one) for one in page["content"]]}


def in_details(change: Callable[[Json], Json]) -> Callable[[Json], Json]:
    """The same for the details of a mailbox."""
    return lambda mailbox: mailbox | {"details": change(mailbox["details"])}


def without(entry: Json, *names: str) -> Json:
    return {name: value for name, value in entry.items() if name not in names}
