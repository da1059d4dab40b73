"""One company out of the listing: how many pages that takes, and what happens if there is none or more than one."""

from __future__ import annotations

import asyncio
from typing import Any

import httpx
import pytest
from woodpecker_client import AsyncAgency, InvalidValue, NotFound
from woodpecker_client.models import Company

NAMES = [f"Client {number}" for number in range(1, 121)]


class Listing:
    """Pages of 50 companies; the requests for them are counted."""

    def __init__(self, names: list[str]) -> None:
        self._names, self.requests = names, 0

    def __call__(self, request: httpx.Request) -> httpx.Response:
        self.requests += 1
        start = (int(request.url.params["page"]) - 1) * 50
        page = [
            {"id": start + place, "name": name, "active": False}
            for place, name in enumerate(self._names[start : start + 50], 1)
        ]
        return httpx.Response(200, json={"content": page, "pagination_data": {"total_elements": len(self._names)}})


def get(agency: Any, listing: Listing, method: str, value: Any) -> Company:
    """The same company in both forms of the client."""
    hq, _ = agency(listing)
    found: Company = getattr(hq.companies, method)(value)
    blocking, listing.requests = listing.requests, 0

    async def main() -> Company:
        async with AsyncAgency("key", transport=httpx.MockTransport(listing)) as asynchronous:
            company: Company = await getattr(asynchronous.companies, method)(value)
            return company

    assert asyncio.run(main()) == found and listing.requests == blocking
    return found


@pytest.mark.parametrize(("number", "requests"), [(1, 1), (50, 1), (51, 2), (120, 3)])
def test_an_id_takes_the_pages_up_to_it(agency, number, requests):
    listing = Listing(NAMES)
    assert get(agency, listing, "get", number).name == f"Client {number}"
    assert listing.requests == requests


def test_a_name_takes_all_pages(agency):
    listing = Listing(NAMES)
    assert get(agency, listing, "get_by_name", "Client 7").id == 7
    assert listing.requests == 3


@pytest.mark.parametrize(("method", "value"), [("get", 121), ("get_by_name", "client 7")])
def test_none_is_an_error(agency, method, value):
    with pytest.raises(NotFound, match="listCompanies: none of 120 entries") as caught:
        get(agency, Listing(NAMES), method, value)
    assert (caught.value.status, caught.value.operation) == (0, "listCompanies")
    assert "client 7" not in str(caught.value)


def test_a_name_that_several_have_is_no_name_of_one(agency):
    with pytest.raises(InvalidValue, match="2 entries have this name: 7, 121"):
        get(agency, Listing([*NAMES, "Client 7"]), "get_by_name", "Client 7")


@pytest.mark.parametrize(("method", "value"), [("get", 0), ("get", True), ("get", None), ("get_by_name", 7)])
def test_what_no_company_can_have_is_refused_before_anything_is_sent(agency, method, value):
    hq, network = agency(Listing(NAMES))
    with pytest.raises(InvalidValue):
        getattr(hq.companies, method)(value)
    assert network.sent == []
