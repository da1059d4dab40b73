"""Faults in who may act for whom: the company context."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TypeAlias

from ..accounts import Company
from ..deviation import JUDGE, Asked, Kind
from ..policy import Problem, Verdict
from .refusals import refused_as

policy = Kind("policy")

Judge: TypeAlias = Callable[[Asked], Verdict]


def _context(asked: Asked) -> int | None:
    """The company that an HQ key names on an account route, if it is a number."""
    if asked.holder is None or asked.holder.company is not None or asked.operation.family == "agency":
        return None
    text = "".join(asked.contexts)
    return int(text) if text.removeprefix("-").isdecimal() and len(text) < 20 else None


def _own(asked: Asked) -> Company | None:
    """The agency's company that an HQ key names, active or not."""
    named = _context(asked)
    return None if named is None or asked.holder is None else asked.holder.agency.companies.get(named)


@policy.at(JUDGE)
def text_context_is_404(asked: Asked, right: Judge) -> Verdict:
    """A company context that is no number is answered 404 instead of 400."""
    with refused_as(10, Problem(404, "Not Found", "Company not found", row=10)):
        return right(asked)


@policy.at(JUDGE)
def text_context_is_ignored(asked: Asked, right: Judge) -> Verdict:
    """A company context that is no number is dropped, and the request runs in the agency's own account."""
    try:
        return right(asked)
    except Problem as problem:
        if problem.row != 10:
            raise
        return right(replace(asked, contexts=[]))


@policy.at(JUDGE)
def context_is_ignored(asked: Asked, right: Judge) -> Verdict:
    """An HQ key's company context is checked, and then the request runs in the agency's own account."""
    verdict = right(asked)
    return replace(verdict, account=verdict.holder.agency.account) if verdict.row == 9 else verdict


@policy.at(JUDGE)
def zero_context_is_hq(asked: Asked, right: Judge) -> Verdict:
    """The company context 0 counts as none."""
    return right(replace(asked, contexts=[]) if _context(asked) == 0 else asked)


@policy.at(JUDGE)
def sign_of_context_is_lost(asked: Asked, right: Judge) -> Verdict:
    """A negative company context names the company without the minus."""
    named = _context(asked)
    return right(replace(asked, contexts=[str(-named)]) if named is not None and named < 0 else asked)


@policy.at(JUDGE)
def inactive_company_runs(asked: Asked, right: Judge) -> Verdict:
    """A company that is switched off runs as if it were active."""
    try:
        return right(asked)
    except Problem as problem:
        company = _own(asked)
        if problem.row != 12 or company is None or asked.holder is None:
            raise
        return Verdict(9, asked.holder, company.account)


@policy.at(JUDGE)
def inactive_company_is_404(asked: Asked, right: Judge) -> Verdict:
    """A company that is switched off is answered 404 instead of 409."""
    with refused_as(12, Problem(404, "Not Found", "Company is inactive", row=12)):
        return right(asked)


@policy.at(JUDGE)
def foreign_company_runs(asked: Asked, right: Judge) -> Verdict:
    """An HQ key may act for a company of another agency."""
    try:
        return right(asked)
    except Problem as problem:
        named = _context(asked)
        found = [one.companies[named] for one in asked.world.agencies if named in one.companies]
        if problem.row != 11 or not found or asked.holder is None:
            raise
        return Verdict(9, asked.holder, found[0].account)


@policy.at(JUDGE)
def strange_context_is_403(asked: Asked, right: Judge) -> Verdict:
    """A company context of another agency is answered with an empty 403 instead of 404."""
    with refused_as(11, Problem(403, row=11)):
        return right(asked)


@policy.at(JUDGE)
def client_context_is_ignored(asked: Asked, right: Judge) -> Verdict:
    """A client key may send a company context; it has no effect."""
    client = asked.holder is not None and asked.holder.company is not None
    return right(replace(asked, contexts=[]) if client and asked.operation.family != "agency" else asked)


@policy.at(JUDGE)
def own_context_is_allowed(asked: Asked, right: Judge) -> Verdict:
    """A client key may name its own company."""
    company = asked.holder and asked.holder.company
    return right(replace(asked, contexts=[]) if company and asked.contexts == [str(company.id)] else asked)


@policy.at(JUDGE)
def refused_context_has_a_body(asked: Asked, right: Judge) -> Verdict:
    """The 403 of a client key that names a company has an error object."""
    with refused_as(6, Problem(403, "Forbidden", "X-Company-Id is reserved", row=6)):
        return right(asked)
