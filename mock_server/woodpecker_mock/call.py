"""One accepted request, as the handlers see it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, TypeAlias, TypeVar

from .accounts import Account, Agency, Company
from .policy import Problem, Verdict
from .world import World

T = TypeVar("T")

#: What a handler answers with: the JSON body of the success, or None where it has no body.
Body: TypeAlias = "dict[str, Any] | list[Any] | None"


@dataclass(frozen=True)
class Call:
    """Typed parameters, a body that fits the spec, and the account it is for."""

    world: World
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

    def page(self, items: list[T], size: int) -> tuple[list[T], dict[str, int]]:
        """A page of items, counted from 1, and its totals."""
        number = self.parameters.get("page", 1)
        totals = {
            "total_elements": len(items),
            "total_pages": -(-len(items) // size),
            "current_page_number": number,
            "page_size": size,
        }
        return items[(number - 1) * size : number * size], totals


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
