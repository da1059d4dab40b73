"""Faults in whether a key is known and what its account has paid for."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import TypeAlias

from ..deviation import JUDGE, Asked, Kind
from ..keys import Holder
from ..policy import Problem, Verdict
from ..world import World
from .refusals import admitted, refused_as

auth = Kind("auth")

Judge: TypeAlias = Callable[[Asked], Verdict]


def _all_keys(world: World) -> Iterator[str]:
    for agency in world.agencies:
        yield from (key.value for key in agency.keys)
        for company in agency.companies.values():
            yield from (key.value for key in company.keys)


def _known_by(asked: Asked, reduced: Callable[[str], str]) -> Asked:
    """The same with an unknown key taken for one that looks the same when both are reduced."""
    if not asked.keys or asked.holder is not None:
        return asked
    alike = [key for key in _all_keys(asked.world) if reduced(key) == reduced(asked.keys[0])]
    return replace(asked, holder=asked.world.holder(alike[0])) if alike else asked


def _first_agency(world: World) -> Holder:
    return Holder(world.agencies[0], world.agencies[0].keys[0], None)


@auth.at(JUDGE)
def wrong_key_is_accepted(asked: Asked, right: Judge) -> Verdict:
    """A key that nobody has works as the first agency's."""
    wrong = asked.holder is None and asked.keys
    return right(replace(asked, holder=_first_agency(asked.world)) if wrong else asked)


@auth.at(JUDGE)
def wrong_key_is_403(asked: Asked, right: Judge) -> Verdict:
    """A wrong key is answered 403 instead of 401."""
    with refused_as(2, Problem(403, row=2)):
        return right(asked)


@auth.at(JUDGE)
def missing_key_is_403(asked: Asked, right: Judge) -> Verdict:
    """A missing key is answered 403 instead of 401."""
    with refused_as(1, Problem(403, row=1)):
        return right(asked)


@auth.at(JUDGE)
def reads_need_no_key(asked: Asked, right: Judge) -> Verdict:
    """A GET without a key runs as the first agency."""
    open_ = not asked.keys and asked.operation.method == "GET"
    return right(replace(asked, keys=[""], holder=_first_agency(asked.world)) if open_ else asked)


@auth.at(JUDGE)
def case_of_keys_is_ignored(asked: Asked, right: Judge) -> Verdict:
    """Keys are compared without regard to case."""
    return right(_known_by(asked, str.casefold))


@auth.at(JUDGE)
def end_of_keys_is_ignored(asked: Asked, right: Judge) -> Verdict:
    """Only the first 12 characters of a key are compared."""
    return right(_known_by(asked, lambda key: key[:12]))


@auth.at(JUDGE)
def first_of_two_keys_counts(asked: Asked, right: Judge) -> Verdict:
    """Of two key headers the first one counts, and the other is not looked at."""
    return right(replace(asked, keys=asked.keys[:1]))


@auth.at(JUDGE)
def new_keys_are_unknown(asked: Asked, right: Judge) -> Verdict:
    """A key that was made through the API is not accepted."""
    made = asked.holder is not None and asked.holder.key.label is not None
    return right(replace(asked, holder=None) if made else asked)


@auth.at(JUDGE)
def api_add_on_is_not_checked(asked: Asked, right: Judge) -> Verdict:
    """The API works without the API add-on."""
    return right(admitted(asked, "no_api_addon"))


@auth.at(JUDGE)
def plan_is_402(asked: Asked, right: Judge) -> Verdict:
    """A plan that is too low is answered 402 instead of 401."""
    with refused_as(4, Problem(402, "Payment Required", "Upgrade your plan", row=4)):
        return right(asked)


@auth.at(JUDGE)
def reasons_of_401_are_swapped(asked: Asked, right: Judge) -> Verdict:
    """The 401 for a missing API add-on says what the one for a low plan should, and the other way round."""
    with (
        refused_as(3, Problem(401, "Unauthorized", "Upgrade your plan", row=3)),
        refused_as(4, Problem(401, "Unauthorized", "No API addon", row=4)),
    ):
        return right(asked)
