"""Faults in who may act for whom: the agency's routes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TypeAlias

from ..call import Body, Call
from ..deviation import HANDLE, JUDGE, Asked, Kind
from ..keys import Holder
from ..policy import Problem, Verdict
from .refusals import admitted, refused_as

routes = Kind("policy")

Judge: TypeAlias = Callable[[Asked], Verdict]
Handle: TypeAlias = Callable[[Call], Body]


@routes.at(JUDGE)
def client_runs_agency_routes(asked: Asked, right: Judge) -> Verdict:
    """A client key works on agency routes as its agency's own key does."""
    holder = asked.holder
    client = holder is not None and holder.company is not None and asked.operation.family == "agency"
    return right(replace(asked, holder=Holder(holder.agency, holder.key, None)) if holder and client else asked)


@routes.at(JUDGE)
def client_on_agency_routes_is_401(asked: Asked, right: Judge) -> Verdict:
    """A client key on an agency route is answered 401 instead of 403."""
    with refused_as(15, Problem(401, "Unauthorized", "Invalid api key", row=15)):
        return right(asked)


@routes.at(JUDGE)
def agency_routes_take_a_context(asked: Asked, right: Judge) -> Verdict:
    """An agency route runs in spite of a company context."""
    try:
        return right(asked)
    except Problem as problem:
        if problem.row != 14:
            raise
        return right(replace(asked, contexts=[]))


@routes.at(JUDGE)
def agency_add_on_is_not_checked(asked: Asked, right: Judge) -> Verdict:
    """The agency routes work without the agency add-on."""
    return right(admitted(asked, "no_agency_addon"))


@routes.at(HANDLE)
def path_reaches_other_agencies(call: Call, right: Handle) -> Body:
    """A company in the path may belong to another agency."""
    named = call.parameters.get("company_id")
    for agency in call.world.agencies:
        if named in agency.companies:
            return right(
                replace(call, verdict=replace(call.verdict, holder=call.verdict.holder._replace(agency=agency)))
            )
    return right(call)
