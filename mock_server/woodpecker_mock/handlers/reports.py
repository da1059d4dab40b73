"""What an agency does for all companies at once: figures and blacklists.

https://developers.woodpecker.co/docs/agency-api/deliverability/GET-deliverability
https://developers.woodpecker.co/docs/agency-api/blacklisting/GET-blacklist-email
"""

from __future__ import annotations

from collections.abc import Callable

from ..call import Body, Call


def list_deliverability(call: Call) -> Body:
    """Companies without activity are left out."""
    busy = [company for company in call.agency.companies.values() if company.figures]
    content, totals = call.page(busy, call.parameters.get("per_page", 20))
    rows = [{"id": one.id, "name": one.account.name, **one.figures} for one in content]
    return {"content": rows, "pagination_data": totals}


def list_entries(kind: str, filter_name: str) -> Callable[[Call], Body]:
    """Pages counted from 0, with `total` only."""

    def handle(call: Call) -> Body:
        entries: list[str] = getattr(call.agency, kind)
        if wanted := call.parameters.get(filter_name):
            entries = [entry for entry in entries if entry in wanted.split(",")]
        number, size = call.parameters.get("page", 0), call.parameters.get("per_page", 100)
        return {kind: entries[number * size : (number + 1) * size], "total": len(entries)}

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
