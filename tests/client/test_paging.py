"""Listings: bases, spellings, totals, and where a walk ends."""

from __future__ import annotations

import asyncio

import httpx
import pytest
from woodpecker_client import AsyncAgency, Paginator


def companies(first: int, count: int) -> list[dict[str, object]]:
    return [
        {"id": n, "name": f"c{n}", "owner": "o", "active": True, "running_campaigns": 0,
         "email_slots": 0, "linkedin_slots": 0}
        for n in range(first, first + count)
    ]  # fmt: skip


def pages_of_companies(total: int, spelling: str):
    def respond(request: httpx.Request) -> httpx.Response:
        page = int(request.url.params["page"])
        totals = {
            "new": {
                "total_elements": total,
                "total_pages": -(-total // 50),
                "current_page_number": page,
                "page_size": 50,
            },
            "old": {"total_count": total, "pages_count": -(-total // 50)},
            "none": None,
        }[spelling]
        start = (page - 1) * 50
        body = {"content": companies(start + 1, max(0, min(50, total - start)))}
        return httpx.Response(200, json=body if totals is None else {**body, "pagination_data": totals})

    return respond


@pytest.mark.parametrize(
    ("spelling", "total", "requests"),
    [
        ("new", 120, [1, 2, 3]),
        ("old", 120, [1, 2, 3]),
        ("none", 120, [1, 2, 3, 4]),
        ("new", 100, [1, 2]),
        ("new", 0, [1]),
    ],
)
def test_one_based_pages(agency, spelling, total, requests):
    hq, network = agency(pages_of_companies(total, spelling))
    assert [company.id for company in hq.companies.list()] == list(range(1, total + 1))
    assert [int(request.url.params["page"]) for request in network.sent] == requests


def test_zero_based_pages_with_a_total_only(agency):
    stock = [f"a{n}@example.com" for n in range(250)]

    def respond(request: httpx.Request) -> httpx.Response:
        page, size = int(request.url.params["page"]), int(request.url.params.get("per_page", 100))
        return httpx.Response(200, json={"emails": stock[page * size : (page + 1) * size], "total": len(stock)})

    hq, network = agency(respond)
    assert list(hq.blacklist.emails.list()) == stock
    assert [int(request.url.params["page"]) for request in network.sent] == [0, 1, 2]
    assert list(hq.blacklist.emails.list(per_page=250)) == stock and len(network.sent) == 4


def test_a_listing_requests_a_page_when_it_needs_one(agency):
    hq, network = agency(pages_of_companies(120, "new"))
    listing = hq.companies.list()
    assert isinstance(listing, Paginator) and network.sent == []
    next(listing)
    assert len(network.sent) == 1
    for _ in range(50):
        next(listing)
    assert len(network.sent) == 2


def test_pages_one_by_one(agency):
    hq, _ = agency(pages_of_companies(120, "new"))
    pages = list(hq.companies.list().pages())
    assert [len(page.content) for page in pages] == [50, 50, 20]
    assert pages[0].pagination_data.total_elements == 120
    assert hq.companies.with_raw_response.list(page=3).parsed == pages[2]


def test_a_filter_goes_with_every_page(agency):
    hq, network = agency(pages_of_companies(60, "new"))
    list(hq.companies.list(active=False))
    assert [request.url.params["active"] for request in network.sent] == ["false", "false"]


def test_asyncio_walks_lazily_and_gathers():
    async def main() -> None:
        transport = httpx.MockTransport(pages_of_companies(120, "new"))
        async with AsyncAgency("hq", transport=transport) as hq:
            assert [company.id async for company in hq.companies.list()] == list(range(1, 121))
            assert len(await hq.companies.list()) == 120
            assert [len(page.content) async for page in hq.companies.list().pages()] == [50, 50, 20]

    asyncio.run(main())
