"""Rejections replaced by others, or left out."""

from __future__ import annotations

from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import replace

from ..http.problem import Problem
from ..rules.policy import AccessRequest


@contextmanager
def rejected_with(row: int, problem: Problem) -> Generator[None]:
    """Reject with this problem what that row of the decision table rejects."""
    try:
        yield
    except Problem as original:
        raise problem if original.row == row else original from None


def with_full_access(request: AccessRequest, access: str) -> AccessRequest:
    """The same request with full access, where the agency's access is this one."""
    owner = request.owner
    if owner is None or owner.agency.access != access:
        return request
    return replace(request, owner=owner._replace(agency=replace(owner.agency, access="full")))
