"""Bugs in whether a key is known and what its account's plan allows."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import TypeAlias

from ..http.problem import Problem
from ..rules.policy import AccessRequest, Decision
from ..world.keys import KeyOwner
from ..world.world import World
from .decisions import rejected_with, with_full_access
from .mutant import DECIDE, MutantKind

auth = MutantKind("auth")

Decide: TypeAlias = Callable[[AccessRequest], Decision]


def _all_keys(world: World) -> Iterator[str]:
    for agency in world.agencies:
        yield from (key.value for key in agency.keys)
        for company in agency.companies.values():
            yield from (key.value for key in company.keys)


def _known_by(request: AccessRequest, reduced: Callable[[str], str]) -> AccessRequest:
    """The same with an unknown key treated as one that is equal when both are reduced."""
    if not request.keys or request.owner is not None:
        return request
    alike = [key for key in _all_keys(request.world) if reduced(key) == reduced(request.keys[0])]
    return replace(request, owner=request.world.key_owner(alike[0])) if alike else request


def _first_agency(world: World) -> KeyOwner:
    return KeyOwner(world.agencies[0], world.agencies[0].keys[0], None)


@auth.at(DECIDE)
def wrong_key_is_accepted(request: AccessRequest, original: Decide) -> Decision:
    """An unknown key works as the first agency's."""
    wrong = request.owner is None and request.keys
    return original(replace(request, owner=_first_agency(request.world)) if wrong else request)


@auth.at(DECIDE)
def wrong_key_is_403(request: AccessRequest, original: Decide) -> Decision:
    """A wrong key gets 403 instead of 401."""
    with rejected_with(2, Problem(403, row=2)):
        return original(request)


@auth.at(DECIDE)
def missing_key_is_403(request: AccessRequest, original: Decide) -> Decision:
    """A missing key gets 403 instead of 401."""
    with rejected_with(1, Problem(403, row=1)):
        return original(request)


@auth.at(DECIDE)
def reads_need_no_key(request: AccessRequest, original: Decide) -> Decision:
    """A GET without a key runs as the first agency."""
    open_ = not request.keys and request.operation.method == "GET"
    return original(replace(request, keys=[""], owner=_first_agency(request.world)) if open_ else request)


@auth.at(DECIDE)
def case_of_keys_is_ignored(request: AccessRequest, original: Decide) -> Decision:
    """Keys are compared without regard to case."""
    return original(_known_by(request, str.casefold))


@auth.at(DECIDE)
def end_of_keys_is_ignored(request: AccessRequest, original: Decide) -> Decision:
    """Only the first 12 characters of a key are compared."""
    return original(_known_by(request, lambda key: key[:12]))


@auth.at(DECIDE)
def first_of_two_keys_counts(request: AccessRequest, original: Decide) -> Decision:
    """Of two key headers the first one counts, and the other is ignored."""
    return original(replace(request, keys=request.keys[:1]))


@auth.at(DECIDE)
def new_keys_are_unknown(request: AccessRequest, original: Decide) -> Decision:
    """A key that was created through the API is not accepted."""
    made = request.owner is not None and request.owner.key.label is not None
    return original(replace(request, owner=None) if made else request)


@auth.at(DECIDE)
def api_add_on_is_not_checked(request: AccessRequest, original: Decide) -> Decision:
    """The API works without the API add-on."""
    return original(with_full_access(request, "no_api_addon"))


@auth.at(DECIDE)
def plan_is_402(request: AccessRequest, original: Decide) -> Decision:
    """A plan that is too low gets 402 instead of 401."""
    with rejected_with(4, Problem(402, "Payment Required", "Upgrade your plan", row=4)):
        return original(request)


@auth.at(DECIDE)
def reasons_of_401_are_swapped(request: AccessRequest, original: Decide) -> Decision:
    """The 401 for a missing API add-on has the detail of the one for a low plan, and the other way round."""
    with (
        rejected_with(3, Problem(401, "Unauthorized", "Upgrade your plan", row=3)),
        rejected_with(4, Problem(401, "Unauthorized", "No API addon", row=4)),
    ):
        return original(request)
