"""What an agency has for all companies together: figures and blacklists.

https://developers.woodpecker.co/docs/agency-api/deliverability/GET-deliverability
https://developers.woodpecker.co/docs/agency-api/blacklisting/GET-blacklist-email
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from ..contract.json_values import Json
from ..http.problem import Problem
from ..world.accounts import CompanyRecord
from ..world.activity import FIGURES, Period
from .operation_call import Body, OperationCall


def list_deliverability(call: OperationCall) -> Body:
    """Companies without activity in the period are left out."""
    period = _period(call)
    before = period.before()

    def to_json(company: CompanyRecord) -> Json:
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
    return call.page(busy, to_json, name=-1 if call.settings.older_totals else 0)


def _period(call: OperationCall) -> Period:
    """The requested days, else the last 30.

    Raises:
        Problem: 400, a day is not valid, or the days are in the wrong order.
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


def _day(call: OperationCall, name: str) -> int | None:
    if name not in call.parameters:
        return None
    try:
        return date.fromisoformat(call.parameters[name]).toordinal()
    except ValueError:
        # The year 0.
        raise Problem(400, "Bad request", f"{name} is not a day of the calendar") from None


def list_entries(kind: str, filter_name: str) -> Callable[[OperationCall], Body]:
    def handle(call: OperationCall) -> Body:
        entries: list[str] = getattr(call.agency, kind)
        if wanted := call.parameters.get(filter_name):
            entries = [entry for entry in entries if entry in wanted.split(",")]
        return call.page(entries, str)

    return handle


def add_entries(kind: str) -> Callable[[OperationCall], Body]:
    def handle(call: OperationCall) -> Body:
        entries: list[str] = getattr(call.agency, kind)
        entries.extend(dict.fromkeys(entry for entry in call.body[kind] if entry not in entries))
        return None

    return handle


def remove_entries(kind: str) -> Callable[[OperationCall], Body]:
    """Succeeds for entries that were not on the list, too."""

    def handle(call: OperationCall) -> Body:
        removed = set(call.body[kind])
        setattr(call.agency, kind, [entry for entry in getattr(call.agency, kind) if entry not in removed])
        return None

    return handle
