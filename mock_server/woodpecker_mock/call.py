"""One accepted request, as the handlers see it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeAlias, TypeVar

from .accounts import Account, Agency, Company
from .document import Operation
from .policy import Problem, Verdict
from .settings import Settings
from .world import World

T = TypeVar("T")

#: What a handler answers with: the JSON body of the success, or None where it has no body.
Body: TypeAlias = "dict[str, Any] | list[Any] | None"


@dataclass(frozen=True)
class Call:
    """Typed parameters, a body that fits the spec, and the account it is for."""

    world: World
    settings: Settings
    operation: Operation
    verdict: Verdict
    parameters: dict[str, Any]
    body: Any

    @property
    def account(self) -> Account:
        return self.verdict.account

    @property
    def agency(self) -> Agency:
        return self.verdict.holder.agency

    @property
    def company(self) -> Company:
        """The company that the path names.

        Raises:
            Problem: 404, it is not one of this agency (row 17).
        """
        company = self.agency.companies.get(self.parameters["company_id"])
        if company is None:
            raise Problem(404, "Not Found", "Company not found", row=17)
        return company

    def page(self, items: list[T], shown: Callable[[T], Any], name: int = 0) -> Body:
        """The page of these items that was asked for, and its totals, where `x-pagination` says.

        Args:
            shown: what an item of the page looks like.
            name: under which of the names that have been seen the totals stand.
        """
        pages = self.operation.pages
        number = self.parameters.get(pages.page, pages.first)
        size = pages.page_size if pages.size is None else self.parameters.get(pages.size, pages.page_size)
        start = (number - pages.first) * size
        answer: dict[str, Any] = {}
        _put(answer, pages.items, [shown(one) for one in items[start : start + size]])
        _put(answer, pages.total_items[name], len(items))
        if pages.total_pages:
            _put(answer, pages.total_pages[name], -(-len(items) // size))
            answer["pagination_data"] |= {"current_page_number": number, "page_size": size}
        return answer


def _put(answer: dict[str, Any], pointer: str, value: object) -> None:
    *steps, last = pointer.split("/")[1:]
    for step in steps:
        answer = answer.setdefault(step, {})
    answer[last] = value


def missing() -> Problem:
    """404 for anything but a company."""
    return Problem(404, "Not Found", "Requested resource does not exist")


def conflict(detail: str) -> Problem:
    return Problem(409, "Conflict", detail)


def found(items: dict[int, T], id: int) -> T:
    """An item by its id.

    Raises:
        Problem: 404, there is none.
    """
    try:
        return items[id]
    except KeyError:
        raise missing() from None
