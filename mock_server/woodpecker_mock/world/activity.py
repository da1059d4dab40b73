"""What a company sends and receives: a number of events a day, over a span of days."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

FIGURES = ("emails_sent", "delivered_emails", "views", "replies", "bounces")


@dataclass
class Activity:
    """Events on each day from `first` to `last`, both included; None for a span that is open at that end."""

    emails_sent: int = 0
    delivered_emails: int = 0
    views: int = 0
    replies: int = 0
    bounces: int = 0
    first: date | None = None
    last: date | None = None


@dataclass(frozen=True)
class Period:
    """Days that follow one another, counted as `date.toordinal` does, so that a period may begin before year 1.

    Attributes:
        today: later days are part of it, but nothing has happened on them.
    """

    first: int
    last: int
    today: int

    def before(self) -> Period:
        """The days just before, as many."""
        return Period(2 * self.first - self.last - 1, self.first - 1, self.today)

    def total(self, activities: Iterable[Activity], figure: str) -> int:
        """All events of this kind in the period."""
        return sum(self._days(one) * getattr(one, figure) for one in activities)

    def _days(self, activity: Activity) -> int:
        first = self.first if activity.first is None else max(self.first, activity.first.toordinal())
        last = min(self.last, self.today)
        if activity.last is not None:
            last = min(last, activity.last.toordinal())
        return max(0, last - first + 1)
