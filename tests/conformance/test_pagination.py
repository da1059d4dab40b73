"""pagination.json: responses, page by page -> the requests that are made and the items that come of them."""

from __future__ import annotations

import asyncio
from itertools import islice
from operator import attrgetter
from typing import Any

import httpx
from woodpecker_client import Agency, ApiError, AsyncAgency

from .vectors import OPERATIONS, cases, inputs, kind_of, steps


@cases("pagination")
def test_a_listing_requests_these_pages_and_gives_these_items(case: dict[str, Any]) -> None:
    for walk in (blocking, in_asyncio):
        replay(walk, **inputs(case))


def replay(
    walk: Any,
    *,
    operation: str,
    item: str,
    answers: list[dict[str, Any]],
    expect: dict[str, Any],
    arguments: dict[str, Any] | None = None,
    take: int | None = None,
) -> None:
    requested: list[dict[str, str]] = []

    def network(request: httpx.Request) -> httpx.Response:
        requested.append(dict(request.url.params))
        return response_of(**answers[len(requested) - 1])

    found: list[Any] = []
    known = Listing(operation, arguments or {}, take)
    try:
        total = walk(known, httpx.MockTransport(network), found)
    except ApiError as error:
        check(requested, [picked(one, item) for one in found], kind_of(error), None, **expect)
    else:
        check(requested, [picked(one, item) for one in found], None, total, **expect)


def check(
    requested: list[dict[str, str]],
    found: list[Any],
    failed: str | None,
    counted: int | None,
    *,
    requests: list[dict[str, str]],
    items: list[Any],
    total: int | None = None,
    error: str | None = None,
) -> None:
    assert requested == requests
    assert found == items
    assert failed == error
    assert counted == total


def response_of(*, status: int, body: Any) -> httpx.Response:
    return httpx.Response(status, json=body)


def picked(found: Any, pointer: str) -> Any:
    return attrgetter(".".join(steps(pointer)))(found) if pointer else found


class Listing:
    """A call of a listing by the names that the spec gives it on the surface."""

    def __init__(self, operation: str, arguments: dict[str, Any], take: int | None) -> None:
        spec = OPERATIONS[operation]
        self._agency = spec["x-route-family"] == "agency"
        self._method = attrgetter(f"{spec['x-resource']}.{spec['x-method']}")
        self._ids = [1] * spec["path"].count("{")
        self._arguments, self.take = arguments, take

    def of(self, agency: Agency | AsyncAgency) -> Any:
        return self._method(agency if self._agency else agency.account(1))(*self._ids, **self._arguments)


def blocking(listing: Listing, network: httpx.MockTransport, found: list[Any]) -> int | None:
    with Agency("hq-key", transport=network, max_retries=0) as agency:
        walk = listing.of(agency)
        found.extend(islice(walk, listing.take))
        return getattr(walk, "total", None)


def in_asyncio(listing: Listing, network: httpx.MockTransport, found: list[Any]) -> int | None:
    async def main() -> int | None:
        async with AsyncAgency("hq-key", transport=network, max_retries=0) as agency:
            walk = listing.of(agency)
            async for item in walk:
                found.append(item)
                if len(found) == listing.take:
                    break
            total: int | None = walk.total
            return total

    return asyncio.run(main())
