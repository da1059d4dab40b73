"""Bugs in who may act for whom: the company context."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TypeAlias

from ..http.problem import Problem
from ..rules.policy import AccessRequest, Decision
from ..world.accounts import CompanyRecord
from .decisions import rejected_with
from .mutant import DECIDE, MutantKind

policy = MutantKind("policy")

Decide: TypeAlias = Callable[[AccessRequest], Decision]


def _context(request: AccessRequest) -> int | None:
    """The company that an HQ key names on an account route, if it is a number."""
    if request.owner is None or request.owner.company is not None or request.operation.family == "agency":
        return None
    text = "".join(request.contexts)
    return int(text) if text.removeprefix("-").isdecimal() and len(text) < 20 else None


def _own(request: AccessRequest) -> CompanyRecord | None:
    """The agency's company that an HQ key names, active or not."""
    named = _context(request)
    return None if named is None or request.owner is None else request.owner.agency.companies.get(named)


@policy.at(DECIDE)
def malformed_context_is_404(request: AccessRequest, original: Decide) -> Decision:
    """A company context that is no number gets 404 instead of 400."""
    with rejected_with(10, Problem(404, "Not Found", "Company not found", row=10)):
        return original(request)


@policy.at(DECIDE)
def malformed_context_is_ignored(request: AccessRequest, original: Decide) -> Decision:
    """A company context that is no number is dropped, and the request runs in the agency's own account."""
    try:
        return original(request)
    except Problem as problem:
        if problem.row != 10:
            raise
        return original(replace(request, contexts=[]))


@policy.at(DECIDE)
def context_is_ignored(request: AccessRequest, original: Decide) -> Decision:
    """An HQ key's company context is checked, and then the request runs in the agency's own account."""
    decision = original(request)
    return replace(decision, account=decision.owner.agency.account) if decision.row == 9 else decision


@policy.at(DECIDE)
def zero_context_is_hq(request: AccessRequest, original: Decide) -> Decision:
    """The company context 0 counts as none."""
    return original(replace(request, contexts=[]) if _context(request) == 0 else request)


@policy.at(DECIDE)
def sign_of_context_is_lost(request: AccessRequest, original: Decide) -> Decision:
    """A negative company context names the company without the minus."""
    named = _context(request)
    return original(replace(request, contexts=[str(-named)]) if named is not None and named < 0 else request)


@policy.at(DECIDE)
def inactive_company_runs(request: AccessRequest, original: Decide) -> Decision:
    """An inactive company works as if it were active."""
    try:
        return original(request)
    except Problem as problem:
        company = _own(request)
        if problem.row != 12 or company is None or request.owner is None:
            raise
        return Decision(9, request.owner, company.account)


@policy.at(DECIDE)
def inactive_company_is_404(request: AccessRequest, original: Decide) -> Decision:
    """An inactive company gets 404 instead of 409."""
    with rejected_with(12, Problem(404, "Not Found", "Company is inactive", row=12)):
        return original(request)


@policy.at(DECIDE)
def foreign_company_runs(request: AccessRequest, original: Decide) -> Decision:
    """An HQ key may act for a company of another agency."""
    try:
        return original(request)
    except Problem as problem:
        named = _context(request)
        found = [one.companies[named] for one in request.world.agencies if named in one.companies]
        if problem.row != 11 or not found or request.owner is None:
            raise
        return Decision(9, request.owner, found[0].account)


@policy.at(DECIDE)
def unknown_context_is_403(request: AccessRequest, original: Decide) -> Decision:
    """A company context of another agency gets an empty 403 instead of 404."""
    with rejected_with(11, Problem(403, row=11)):
        return original(request)


@policy.at(DECIDE)
def client_context_is_ignored(request: AccessRequest, original: Decide) -> Decision:
    """A client key may send a company context; it has no effect."""
    client = request.owner is not None and request.owner.company is not None
    return original(replace(request, contexts=[]) if client and request.operation.family != "agency" else request)


@policy.at(DECIDE)
def own_context_is_allowed(request: AccessRequest, original: Decide) -> Decision:
    """A client key may name its own company."""
    company = request.owner and request.owner.company
    return original(replace(request, contexts=[]) if company and request.contexts == [str(company.id)] else request)


@policy.at(DECIDE)
def rejected_context_has_a_body(request: AccessRequest, original: Decide) -> Decision:
    """The 403 of a client key that names a company has an error object."""
    with rejected_with(6, Problem(403, "Forbidden", "X-Company-Id is reserved", row=6)):
        return original(request)
