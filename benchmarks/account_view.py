"""CPU time of `agency.account(id)`, one of which each company's work begins with."""

from __future__ import annotations

from collections.abc import Iterator
from time import process_time

from woodpecker_client import Agency

from .figures import Figure, at_most

ROUNDS, TIMES = 11, 5000


def account_view() -> Iterator[Figure]:
    """Nothing is sent, so it needs no mock."""
    with Agency("hq-key") as agency:
        yield at_most("CPU of agency.account(id)", 3, [_cost(agency) for _ in range(ROUNDS)], unit=" µs")


def _cost(agency: Agency) -> float:
    began = process_time()
    for number in range(1, TIMES + 1):
        agency.account(number)
    return (process_time() - began) / TIMES * 1e6
