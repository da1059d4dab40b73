"""Listings of mocks that page wrongly on purpose: all entries come, or an error does."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from woodpecker_client import Agency, AsyncAgency, UnexpectedResponse, WoodpeckerError
from woodpecker_mock import MUTANTS, MockServer, big_world

COMPANIES, ENTRIES = 120, 25

LISTINGS: dict[str, tuple[Callable[[Any], Any], int]] = {
    "companies": (lambda agency: agency.companies.list(), COMPANIES),
    "emails": (lambda agency: agency.blacklist.emails.list(per_page=10), ENTRIES),
}

HARMLESS = ["number-of-pages-is-zero", "second-page-comes-empty", "total-is-minus-one"]
LOSING = ["last-page-is-empty", "page-number-is-ignored", "page-size-is-cut"]


@pytest.fixture
def mock() -> Iterator[MockServer]:
    world = big_world(COMPANIES)
    world.agencies[0].emails = [f"{number}@example.com" for number in range(ENTRIES)]
    with MockServer(world=world) as running:
        yield running


def in_threads(mock: MockServer, choose: Callable[[Any], Any]) -> list[Any]:
    with Agency(mock.world.agencies[0].keys[0].value, base_url=mock.base_url) as agency:
        return list(choose(agency))


def in_asyncio(mock: MockServer, choose: Callable[[Any], Any]) -> list[Any]:
    async def main() -> list[Any]:
        async with AsyncAgency(mock.world.agencies[0].keys[0].value, base_url=mock.base_url) as agency:
            found: list[Any] = await choose(agency)
            return found

    return asyncio.run(main())


@pytest.mark.parametrize("walk", [in_threads, in_asyncio])
@pytest.mark.parametrize("listing", LISTINGS)
@pytest.mark.parametrize("mutant", HARMLESS)
def test_all_entries_come_all_the_same(mock: MockServer, walk: Any, listing: str, mutant: str) -> None:
    choose, count = LISTINGS[listing]
    mock.mutants.enable(mutant)
    assert len(walk(mock, choose)) == count


@pytest.mark.parametrize("walk", [in_threads, in_asyncio])
@pytest.mark.parametrize("mutant", LOSING)
def test_what_is_lost_is_an_error(mock: MockServer, walk: Any, mutant: str) -> None:
    mock.mutants.enable(mutant)
    with pytest.raises(UnexpectedResponse, match=r"promise more|repeats an earlier page"):
        walk(mock, LISTINGS["emails"][0])


@pytest.mark.parametrize("mutant", [one.name for one in MUTANTS.values() if one.kind == "pagination"])
def test_no_listing_is_short_without_an_error(mock: MockServer, mutant: str) -> None:
    mock.mutants.enable(mutant)
    for name, (choose, count) in LISTINGS.items():
        if (name, mutant) == ("emails", "total-counts-the-page"):
            continue  # nothing else tells that a full page is not the last
        try:
            found = in_threads(mock, choose)
        except WoodpeckerError:
            continue
        assert len(found) >= count


def test_work_for_all_clients_ends_in_the_error_of_their_listing(mock: MockServer) -> None:
    mock.mutants.enable("last-page-is-empty")
    done = 0
    with Agency(mock.world.agencies[0].keys[0].value, base_url=mock.base_url) as agency:
        with pytest.raises(UnexpectedResponse, match="promise more"):
            for _ in agency.across_companies(lambda account: account.me(), active=None):
                done += 1
    assert done == COMPANIES - COMPANIES % 50
