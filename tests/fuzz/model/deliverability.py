"""Sending figures: what happened on the days of a period, and on as many days before."""

from __future__ import annotations

from datetime import date
from typing import Any

from ..contract import Json
from .call import Accepted, Call, Outcome, invalid

_FIGURES = ("emails_sent", "delivered_emails", "views", "replies", "bounces")
_DEFAULT_DAYS = 30


def listed(call: Call) -> Outcome:
    """Companies in which nothing happened are left out."""
    today = call.now.date().toordinal()
    try:
        first, last = (
            date.fromisoformat(call.given[name]).toordinal() if name in call.given else None for name in ("from", "to")
        )
    except ValueError:
        return invalid()
    last = max(today, first or today) if last is None else last
    first = last - _DEFAULT_DAYS + 1 if first is None else first
    if first > last:
        return invalid()
    rows: list[Json] = []
    for number, company in call.before.of(call.agency, "company"):
        figures = {
            figure: {
                "current_period": _events(company["figures"], figure, first, last, today),
                "previous_period": _events(company["figures"], figure, 2 * first - last - 1, first - 1, today),
            }
            for figure in _FIGURES
        }
        if any(one["current_period"] for one in figures.values()):
            rows.append({"id": number, "name": call.before[number, "account"]["name"], **figures})
    return Accepted(call.page(rows, call.given.get("per_page", 20)))


def _events(activities: list[Any], figure: str, first: int, last: int, today: int) -> int:
    """Events of the days from `first` to `last`; there are none after today."""
    events = 0
    for one in activities:
        begins = first if one["first"] is None else max(first, date.fromisoformat(one["first"]).toordinal())
        ends = min(last, today if one["last"] is None else min(today, date.fromisoformat(one["last"]).toordinal()))
        events += max(0, ends - begins + 1) * one[figure]
    return events
