"""Refusals in place of others."""

from __future__ import annotations

from collections.abc import Generator
from contextlib import contextmanager

from ..policy import Problem


@contextmanager
def refused_as(row: int, problem: Problem) -> Generator[None]:
    """Refuse with this what that row of the decision table refuses."""
    try:
        yield
    except Problem as right:
        raise problem if right.row == row else right from None
