"""Bugs in who may act for whom: the agency's routes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TypeAlias

from ..handlers.operation_call import Body, OperationCall
from ..http.problem import Problem
from ..rules.policy import AccessRequest, Decision
from ..world.keys import KeyOwner
from .decisions import rejected_with, with_full_access
from .mutant import DECIDE, HANDLE, MutantKind

routes = MutantKind("policy")

Decide: TypeAlias = Callable[[AccessRequest], Decision]
Handle: TypeAlias = Callable[[OperationCall], Body]


@routes.at(DECIDE)
def client_runs_agency_routes(request: AccessRequest, original: Decide) -> Decision:
    """A client key works on agency routes as its agency's own key does."""
    holder = request.owner
    client = holder is not None and holder.company is not None and request.operation.family == "agency"
    return original(replace(request, owner=KeyOwner(holder.agency, holder.key, None)) if holder and client else request)


@routes.at(DECIDE)
def client_on_agency_routes_is_401(request: AccessRequest, original: Decide) -> Decision:
    """A client key on an agency route gets 401 instead of 403."""
    with rejected_with(15, Problem(401, "Unauthorized", "Invalid api key", row=15)):
        return original(request)


@routes.at(DECIDE)
def agency_routes_take_a_context(request: AccessRequest, original: Decide) -> Decision:
    """An agency route runs in spite of a company context."""
    try:
        return original(request)
    except Problem as problem:
        if problem.row != 14:
            raise
        return original(replace(request, contexts=[]))


@routes.at(DECIDE)
def agency_add_on_is_not_checked(request: AccessRequest, original: Decide) -> Decision:
    """The agency routes work without the agency add-on."""
    return original(with_full_access(request, "no_agency_addon"))


@routes.at(DECIDE)
def roles_are_not_checked(request: AccessRequest, original: Decide) -> Decision:
    """The HQ key of a user who is no admin works as an admin's."""
    owner = request.owner
    if owner is None or owner.company is not None:
        return original(request)
    key = replace(owner.key, user=replace(owner.key.user, roles=["admin"]))
    return original(replace(request, owner=owner._replace(key=key)))


@routes.at(HANDLE)
def path_reaches_other_agencies(call: OperationCall, original: Handle) -> Body:
    """A company in the path may belong to another agency."""
    named = call.parameters.get("company_id")
    for agency in call.world.agencies:
        if named in agency.companies:
            return original(
                replace(call, decision=replace(call.decision, owner=call.decision.owner._replace(agency=agency)))
            )
    return original(call)
