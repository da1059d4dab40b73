"""A request that its row let in, and what may become of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from ..contract import Json
from ..facts import ABSENT, Facts, Location
from ..table import Decision, granted


@dataclass(frozen=True)
class Rejected:
    """The request has to be rejected.

    Attributes:
        statuses: which of them; several where the order of the reasons is nobody's business.
        row: 17, or None where the table has no row for it.
    """

    statuses: frozenset[int]
    row: int | None = None


@dataclass(frozen=True)
class Accepted:
    """The request has to be accepted.

    Attributes:
        body: the body of the response; None where there is none.
        changes: which facts it changes, and to what; everything else has to stay.
    """

    body: Any = None
    changes: dict[Location, Any] = field(default_factory=dict[Location, Any])


Outcome = Rejected | Accepted


class NotFound(Exception):
    """What the path or the body names is not there, or (row 21) not for the key's user."""

    def __init__(self, row: int | None = None) -> None:
        super().__init__(row)
        self.row = row


@dataclass(frozen=True)
class Call:
    """A request, what was known before and after it, and its response.

    Attributes:
        given: its parameters and, as `body`, its body.
        response: the body of the response, for the ids of what is new; None where there is none.
        now: the time in the mock.
    """

    given: Json
    decision: Decision
    before: Facts
    after: Facts
    response: Any
    now: datetime

    @property
    def body(self) -> Any:
        return self.given["body"]

    @property
    def account(self) -> int:
        return self.decision.account

    @property
    def agency(self) -> int:
        return self.decision.agency

    @property
    def user(self) -> Any:
        """Whose key it is."""
        return self.before.users[self.decision.user]

    @property
    def company(self) -> int:
        """The company that the path names.

        Raises:
            NotFound: it is not one of the agency, or was not granted to the key's user.
        """
        number: int = self.given["company_id"]
        if self.before[self.agency, "company", number] is ABSENT:
            raise NotFound(17)
        if not granted(self.before, self.agency, number, self.decision.user):
            raise NotFound(21)
        return number

    def known(self, kind: str, number: Any, account: int | None = None) -> Any:
        """A thing of the account.

        Raises:
            NotFound: there is none.
        """
        found = self.before[self.account if account is None else account, kind, number]
        if found is ABSENT:
            raise NotFound
        return found

    def new_id(self, value: Any) -> Any:
        """An id that the response gives to something new; None if it is taken already, because nothing new has that."""
        taken = {place[2] for place in self.before if len(place) > 2}
        return value if isinstance(value, int | str) and value not in taken else None

    def page(self, items: list[Any], size: int) -> Json:
        """A page of items counted from 1, and its totals."""
        number = self.given.get("page", 1)
        return {
            "content": items[(number - 1) * size : number * size],
            "pagination_data": {
                "total_elements": len(items),
                "total_pages": -(-len(items) // size),
                "current_page_number": number,
                "page_size": size,
            },
        }


def conflict() -> Rejected:
    return Rejected(frozenset({409}))


def invalid() -> Rejected:
    return Rejected(frozenset({400}))
