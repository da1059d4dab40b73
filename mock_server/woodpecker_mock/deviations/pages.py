"""Pages of a list, as the spec describes each operation's by `x-pagination`."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from ..call import Body, Call
from ..document import operations
from .bodies import whole

STYLES: dict[str, dict[str, Any]] = {
    id: operation.raw["x-pagination"]
    for id, operation in operations().items()
    if "page" in operation.raw.get("x-pagination", {})
}
"""`x-pagination` of every operation that has pages."""


def number(call: Call) -> int:
    """The page that is asked for, the first one being 0."""
    first: int = STYLES[call.operation.id]["first"]
    asked: int = call.parameters.get("page", first)
    return asked - first


def moved(call: Call, by: int) -> Call:
    """The same request for a later or an earlier page."""
    first: int = STYLES[call.operation.id]["first"]
    return replace(call, parameters=call.parameters | {"page": first + max(number(call) + by, 0)})


def filters(call: Call) -> dict[str, Any]:
    """The parameters that choose among the entries."""
    others = {"company_id", "page", "per_page"}
    return {name: value for name, value in call.parameters.items() if name not in others}


def without(call: Call, *names: str) -> Call:
    """The same request without these parameters."""
    return replace(call, parameters={name: it for name, it in call.parameters.items() if name not in names})


def entries(call: Call, body: Body) -> list[Any]:
    found: list[Any] = whole(body)[_member(call)]
    return found


def with_entries(call: Call, body: Body, changed: list[Any]) -> Body:
    return whole(body) | {_member(call): changed}


def with_total(call: Call, body: Body, which: str, change: Callable[[int], int]) -> Body:
    """The same page with another total, whichever of its names it has.

    Args:
        which: `total_items` or `total_pages`.
    """
    page = whole(body)
    for pointer in STYLES[call.operation.id][which]:
        *above, name = pointer.removeprefix("/").split("/")
        holder = page[above[0]] if above else page
        if name in holder:
            holder = holder | {name: change(holder[name])}
            return page | {above[0]: holder} if above else holder
    return body


def _member(call: Call) -> str:
    member: str = STYLES[call.operation.id]["items"].removeprefix("/")
    return member
