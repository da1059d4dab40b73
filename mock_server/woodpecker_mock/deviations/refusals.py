"""Refusals in place of others, and none where there should be one."""

from __future__ import annotations

from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import replace

from ..deviation import Asked
from ..policy import Problem


@contextmanager
def refused_as(row: int, problem: Problem) -> Generator[None]:
    """Refuse with this what that row of the decision table refuses."""
    try:
        yield
    except Problem as right:
        raise problem if right.row == row else right from None


def admitted(asked: Asked, access: str) -> Asked:
    """The same request, as if the agency had paid for everything, where its access is this one."""
    holder = asked.holder
    if holder is None or holder.agency.access != access:
        return asked
    return replace(asked, holder=holder._replace(agency=replace(holder.agency, access="full")))
