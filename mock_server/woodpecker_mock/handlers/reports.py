"""What an agency does for all companies at once: figures and blacklists.

https://developers.woodpecker.co/docs/agency-api/deliverability/GET-deliverability
https://developers.woodpecker.co/docs/agency-api/blacklisting/GET-blacklist-email
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from ..accounts import Company, Json
from ..activity import FIGURES, Period
from ..call import Body, Call
from ..policy import Problem


def list_deliverability(call: Call) -> Body:
    """Companies without activity in the period are left out."""
    period = _period(call)
    before = period.before()

    def shown(company: Company) -> Json:
        figures = {
            figure: {
                "current_period": period.total(company.figures, figure),
                "previous_period": before.total(company.figures, figure),
            }
            for figure in FIGURES
        }
        return {"id": company.id, "name": company.account.name, **figures}

    companies = call.agency.companies.values()
    busy = [one for one in companies if any(period.total(one.figures, figure) for figure in FIGURES)]
    return call.page(busy, shown, name=-1 if call.settings.older_totals else 0)


def _period(call: Call) -> Period:
    """The days asked for, else the last 30.

    Raises:
        Problem: 400, the days are none, or in the wrong order.
    """
    today = call.world.today().toordinal()
    first, last = _day(call, "from"), _day(call, "to")
    if last is None:
        last = max(today, first or today)
    if first is None:
        first = last - 29
    if first > last:
        raise Problem(400, "Bad request", "from must not be after to")
    return Period(first, last, today)


def _day(call: Call, name: str) -> int | None:
    if name not in call.parameters:
        return None
    try:
        return date.fromisoformat(call.parameters[name]).toordinal()
    except ValueError:
        # The year 0.
        raise Problem(400, "Bad request", f"{name} is not a day of the calendar") from None


def list_entries(kind: str, filter_name: str) -> Callable[[Call], Body]:
    def handle(call: Call) -> Body:
        entries: list[str] = getattr(call.agency, kind)
        if wanted := call.parameters.get(filter_name):
            entries = [entry for entry in entries if entry in wanted.split(",")]
        return call.page(entries, str)

    return handle


def add_entries(kind: str) -> Callable[[Call], Body]:
    def handle(call: Call) -> Body:
        entries: list[str] = getattr(call.agency, kind)
        entries.extend(dict.fromkeys(entry for entry in call.body[kind] if entry not in entries))
        return None

    return handle


def remove_entries(kind: str) -> Callable[[Call], Body]:
    """Succeeds for entries that were not listed, too."""

    def handle(call: Call) -> Body:
        gone = set(call.body[kind])
        setattr(call.agency, kind, [entry for entry in getattr(call.agency, kind) if entry not in gone])
        return None

    return handle
