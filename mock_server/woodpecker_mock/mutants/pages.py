"""Pages of a list, as `x-pagination` describes them for each operation."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from ..contract.operations import operations
from ..handlers.operation_call import Body, OperationCall
from .bodies import as_object

PAGINATION: dict[str, dict[str, Any]] = {
    id: operation.raw["x-pagination"]
    for id, operation in operations().items()
    if "page" in operation.raw.get("x-pagination", {})
}
"""`x-pagination` of every operation that has pages."""


def number(call: OperationCall) -> int:
    """The requested page, the first one being 0."""
    first: int = PAGINATION[call.operation.id]["first"]
    requested: int = call.parameters.get("page", first)
    return requested - first


def moved(call: OperationCall, by: int) -> OperationCall:
    """The same request for a later or an earlier page."""
    first: int = PAGINATION[call.operation.id]["first"]
    return replace(call, parameters=call.parameters | {"page": first + max(number(call) + by, 0)})


def filters(call: OperationCall) -> dict[str, Any]:
    """The parameters that choose among the entries."""
    others = {"company_id", "page", "per_page"}
    return {name: value for name, value in call.parameters.items() if name not in others}


def without(call: OperationCall, *names: str) -> OperationCall:
    """The same request without these parameters."""
    return replace(call, parameters={name: it for name, it in call.parameters.items() if name not in names})


def entries(call: OperationCall, body: Body) -> list[Any]:
    found: list[Any] = as_object(body)[_member(call)]
    return found


def with_entries(call: OperationCall, body: Body, changed: list[Any]) -> Body:
    return as_object(body) | {_member(call): changed}


def with_total(call: OperationCall, body: Body, which: str, change: Callable[[int], int]) -> Body:
    """The same page with another total, whichever of its names it has.

    Args:
        which: `total_items` or `total_pages`.
    """
    page = as_object(body)
    for pointer in PAGINATION[call.operation.id][which]:
        *above, name = pointer.removeprefix("/").split("/")
        parent = page[above[0]] if above else page
        if name in parent:
            parent = parent | {name: change(parent[name])}
            return page | {above[0]: parent} if above else parent
    return body


def _member(call: OperationCall) -> str:
    member: str = PAGINATION[call.operation.id]["items"].removeprefix("/")
    return member
