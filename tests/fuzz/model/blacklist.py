"""The agency's two blacklists."""

from __future__ import annotations

from collections.abc import Callable

from .call import Accepted, Call, Outcome

Kind = Callable[[Call], Outcome]


def listed(kind: str, filter_name: str) -> Kind:
    def outcome(call: Call) -> Outcome:
        entries = call.before[call.agency, kind]
        if wanted := call.given.get(filter_name):
            entries = [one for one in entries if one in wanted.split(",")]
        first, size = call.given.get("page", 0), call.given.get("per_page", 100)
        return Accepted({kind: entries[first * size : (first + 1) * size], "total": len(entries)})

    return outcome


def add(kind: str) -> Kind:
    """Each entry is on the list once, however often it is sent."""

    def outcome(call: Call) -> Outcome:
        entries = dict.fromkeys([*call.before[call.agency, kind], *call.body[kind]])
        return Accepted(None, {(call.agency, kind): list(entries)})

    return outcome


def remove(kind: str) -> Kind:
    def outcome(call: Call) -> Outcome:
        left = [one for one in call.before[call.agency, kind] if one not in call.body[kind]]
        return Accepted(None, {(call.agency, kind): left})

    return outcome
