"""One accepted request, as the handlers see it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeAlias, TypeVar

from ..contract.operations import SpecOperation
from ..http.problem import Problem
from ..rules.policy import Decision
from ..rules.settings import Settings
from ..world.accounts import AccountRecord, AgencyRecord, CompanyRecord
from ..world.world import World

T = TypeVar("T")

#: What a handler returns: the JSON body of the success, or None where it has no body.
Body: TypeAlias = "dict[str, Any] | list[Any] | None"


@dataclass(frozen=True)
class OperationCall:
    """Typed parameters, a body that fits the spec, and the account it is for."""

    world: World
    settings: Settings
    operation: SpecOperation
    decision: Decision
    parameters: dict[str, Any]
    body: Any

    @property
    def account(self) -> AccountRecord:
        return self.decision.account

    @property
    def agency(self) -> AgencyRecord:
        return self.decision.owner.agency

    @property
    def company(self) -> CompanyRecord:
        """The company that the path names.

        Raises:
            Problem: 404, it is not one of this agency (row 17); 403, the key's user may not see it (row 21).
        """
        company = self.agency.companies.get(self.parameters["company_id"])
        if company is None:
            raise Problem(404, "Not Found", "Company not found", row=17)
        if not company.is_granted_to(self.decision.owner.key.user):
            raise Problem(403, row=21)
        return company

    def page(self, items: list[T], to_json: Callable[[T], Any], name: int = 0) -> Body:
        """The requested page of these items, and its totals, at the places that `x-pagination` names.

        Args:
            to_json: an item as the page shows it.
            name: which of the names that have been seen the totals get.
        """
        pagination = self.operation.pagination
        number = self.parameters.get(pagination.page, pagination.first)
        size = pagination.page_size
        if pagination.size is not None:
            size = self.parameters.get(pagination.size, size)
        start = (number - pagination.first) * size
        body: dict[str, Any] = {}
        _put(body, pagination.items, [to_json(one) for one in items[start : start + size]])
        _put(body, pagination.total_items[name], len(items))
        if pagination.total_pages:
            _put(body, pagination.total_pages[name], -(-len(items) // size))
            # Counted from 1, even where the parameter begins with 0.
            shown = number - pagination.first + 1
            body["pagination_data"] |= {"current_page_number": shown, "page_size": size}
        return body


def _put(body: dict[str, Any], pointer: str, value: object) -> None:
    *steps, last = pointer.split("/")[1:]
    for step in steps:
        body = body.setdefault(step, {})
    body[last] = value


def not_found() -> Problem:
    """404 for anything but a company."""
    return Problem(404, "Not Found", "Requested resource does not exist")


def conflict(detail: str) -> Problem:
    return Problem(409, "Conflict", detail)


def item_by_id(items: dict[int, T], id: int) -> T:
    """An item by its id.

    Raises:
        Problem: 404, there is none.
    """
    try:
        return items[id]
    except KeyError:
        raise not_found() from None
