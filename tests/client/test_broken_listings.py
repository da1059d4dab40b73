"""Listings that contradict their totals: nothing is lost without an error, and no walk is endless."""

from __future__ import annotations

import asyncio
import gc
import weakref
from collections.abc import Callable, Iterator
from random import Random
from typing import Any

import httpx
import pytest
from woodpecker_client import Agency, AsyncAgency, UnexpectedResponse, WoodpeckerError

PageOf = Callable[[int], object]
Choose = Callable[[Any], Any]

MANY = 10**15


def companies(agency: Any) -> Any:
    return agency.companies.list()


def users(agency: Any) -> Any:
    return agency.companies.users.list(7)


def keys(agency: Any) -> Any:
    return agency.companies.api_keys.list(7)


def sending(agency: Any) -> Any:
    return agency.deliverability.list(per_page=2)


def emails(agency: Any) -> Any:
    return agency.blacklist.emails.list(per_page=2)


def domains(agency: Any) -> Any:
    return agency.blacklist.domains.list(per_page=2)


class Walk:
    """What came of a walk: the items, the error that ended it, the pages that were requested, and the total."""

    def __init__(self, choose: Choose, page_of: PageOf) -> None:
        self.items: list[Any] = []
        self.error: WoodpeckerError | None = None
        self.requested: list[int] = []
        self.total: int | None = None
        self._choose, self._page_of = choose, page_of

    def network(self, request: httpx.Request) -> httpx.Response:
        self.requested.append(int(request.url.params["page"]))
        assert len(self.requested) < 300, "an endless walk"
        return httpx.Response(200, json=self._page_of(self.requested[-1]))

    def run(self, form: str) -> Walk:
        try:
            self._in_threads() if form == "threads" else asyncio.run(self._in_asyncio())
        except WoodpeckerError as error:
            self.error = error
        return self

    def _in_threads(self) -> None:
        with Agency("hq-key", transport=httpx.MockTransport(self.network), max_retries=0) as agency:
            listing = self._choose(agency)
            for item in listing:
                self.items.append(item)
            self.total = listing.total

    async def _in_asyncio(self) -> None:
        async with AsyncAgency("hq-key", transport=httpx.MockTransport(self.network), max_retries=0) as agency:
            listing = self._choose(agency)
            async for item in listing:
                self.items.append(item)
            self.total = listing.total

    @property
    def ids(self) -> list[Any]:
        return [getattr(item, "id", item) for item in self.items]


@pytest.fixture(params=["threads", "asyncio"])
def form(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def content(*ids: int, **totals: object) -> dict[str, object]:
    """A page of companies, users or figures."""
    page: dict[str, object] = {"content": [{"id": n, "name": f"n{n}", "active": True} for n in ids]}
    return page | {"pagination_data": totals} if totals else page


def listed(*names: str, **total: int) -> dict[str, object]:
    """A page of either blacklist."""
    return {"emails": names, "domains": names, **total}


def in_order(*pages: object, first: int = 1) -> PageOf:
    return lambda number: pages[number - first]


@pytest.mark.parametrize(
    ("choose", "page_of", "ids"),
    [
        (users, in_order(content(1, total_count=2), content(total_count=2), content(2, total_count=2)), [1, 2]),
        (sending, in_order(*[content(pages_count=4)] * 3, content(9, pages_count=4)), [9]),
        (companies, in_order(content(1, total_pages=3), content(), content(2)), [1, 2]),
        (
            sending,
            in_order(content(1, pages_count=4), content(2), content(pages_count=1), content(4, pages_count=4)),
            [1, 2, 4],
        ),
        (emails, in_order(*[listed(total=1)] * 9, listed("a", total=1), first=0), ["a"]),
        (domains, in_order(listed("a", total=2), listed(total=0), listed("b", total=2), first=0), ["a", "b"]),
    ],
)
def test_an_empty_page_is_not_the_end_while_a_total_says_more(
    form: str, choose: Choose, page_of: PageOf, ids: list[Any]
) -> None:
    walk = Walk(choose, page_of).run(form)
    assert walk.error is None and walk.ids == ids


@pytest.mark.parametrize(
    ("choose", "page_of", "ids"),
    [
        (
            users,
            in_order(content(1, 2, total_pages=0, total_count=3), content(3, total_pages=0, total_count=3)),
            [1, 2, 3],
        ),
        (sending, in_order(content(1, total_elements=0, pages_count=2), content(2, total_elements=0)), [1, 2]),
        (companies, in_order(content(1, total_pages=-1, pages_count=2), content(2, total_pages=-1)), [1, 2]),
        (users, in_order(content(1, total_elements=-1, total_count=2), content(2, total_elements=-1)), [1, 2]),
        (companies, in_order(content(1, total_pages=1, total_elements=2), content(2, total_pages=1)), [1, 2]),
        (domains, in_order(listed("a", total=-1), listed("b", total=0), listed(total=0), first=0), ["a", "b"]),
        (emails, in_order(listed("a", total=0), listed("b", total=-1), listed(total=-1), first=0), ["a", "b"]),
    ],
)
def test_a_total_that_cannot_be_true_does_not_end_a_walk(
    form: str, choose: Choose, page_of: PageOf, ids: list[Any]
) -> None:
    walk = Walk(choose, page_of).run(form)
    assert walk.error is None and walk.ids == ids


@pytest.mark.parametrize(
    ("choose", "page_of", "ids", "message"),
    [
        (
            companies,
            lambda n: content(*[1, 2][: 3 - n], total_elements=4) if n < 3 else content(),
            [1, 2, 1],
            "3 items",
        ),
        (domains, lambda n: listed(*["a"][n:], total=MANY), ["a"], f"1 items have come of {MANY}"),
        (users, lambda n: content(*[5][n - 1 :], total_pages=MANY), [5], f"pages of {MANY}"),
        (sending, lambda n: content(total_count=1, pages_count=1), [], "0 items have come of 1"),
        (emails, lambda n: listed("a", total=3) if n == 0 else listed(total=-1), ["a"], "1 items have come of 3"),
        (emails, lambda n: listed("a", total=3) if n == 0 else listed(total=0), ["a"], "1 items have come of 3"),
        (companies, lambda n: content(total_elements=9 if n == 1 else 0), [], "0 items have come of 9"),
        (users, lambda n: content(1, total_pages=20) if n == 1 else content(total_pages=0), [1], "pages of 20"),
    ],
)
def test_fewer_entries_than_the_total_are_an_error_after_a_few_requests(
    form: str, choose: Choose, page_of: PageOf, ids: list[Any], message: str
) -> None:
    walk = Walk(choose, page_of).run(form)
    assert isinstance(walk.error, UnexpectedResponse) and message in str(walk.error)
    assert walk.ids == ids and len(walk.requested) <= 12


def round_and_round(length: int, lead: int = 0) -> PageOf:
    """Pages that come again and again, after a few that do not."""
    return lambda number: content(number if number <= lead else lead + 1 + (number - lead) % length)


@pytest.mark.parametrize(
    ("choose", "page_of"),
    [
        (companies, lambda n: content(1, 2, total_elements=900, current_page_number=n)),
        (companies, lambda n: content(*[1, 2, 3][:: -1 if n % 2 else 1])),
        (users, lambda n: {"content": [{"id": 1, "name": "u", "email": f"{n}@example.com", "roles": []}]}),
        (keys, lambda n: {"content": [{"api_key": "1.k", "label": "crm"}], "requested": n}),
        (emails, lambda n: listed("a", "b", total=1000 + n)),
        (domains, lambda n: listed("a", total=9) if n % 2 else listed(total=9)),
        (companies, round_and_round(2)),
        (sending, round_and_round(3, lead=4)),
        (companies, round_and_round(40, lead=20)),
    ],
)
def test_pages_that_come_again_end_in_an_error(form: str, choose: Choose, page_of: PageOf) -> None:
    walk = Walk(choose, page_of).run(form)
    assert isinstance(walk.error, UnexpectedResponse) and "repeats an earlier page" in str(walk.error)
    assert len(walk.requested) <= 120


@pytest.mark.parametrize(
    ("choose", "page_of", "count"),
    [
        (
            keys,
            lambda n: {"content": [{"api_key": f"1.k{n}", "label": None}], "pagination_data": {"total_pages": 3}},
            3,
        ),
        (companies, lambda n: content(n, n + 1, total_pages=3), 6),
        (domains, lambda n: listed(*"aab"[n : n + 2], total=4), 4),
        (emails, lambda n: listed(*["a"] * (2 - n), total=3), 3),
        (users, lambda n: content(*[[1, 1], [1, 2], [2, 2]][n - 1], total_pages=3), 6),
    ],
)
def test_pages_that_are_alike_are_not_the_same(form: str, choose: Choose, page_of: PageOf, count: int) -> None:
    walk = Walk(choose, page_of).run(form)
    assert walk.error is None and len(walk.items) == count


@pytest.mark.parametrize("seed", range(150))
def test_a_listing_that_changes_during_the_walk_is_no_error(seed: int) -> None:
    """The totals are always right; entries vanish anywhere, though never all, or are added at the end.

    None is added where the walk has already been: it would be missed, and that is an error.
    """
    chance = Random(seed)
    size = chance.choice([1, 2, 5])
    names = [f"n{number}" for number in range(chance.randrange(60))]
    added = iter(range(1000, 1030))

    def page_of(number: int) -> object:
        shown = names[number * size : (number + 1) * size]
        page = listed(*shown, total=len(names))
        if chance.random() < 0.5:
            kept = chance.choice([0, 0.5, 0.9, 0.9])
            names[:] = [name for name in names if chance.random() < kept] or names[:1]
        if shown:
            names.extend(f"n{number}" for number, _ in zip(added, range(chance.randrange(3)), strict=False))
        return page

    walk = Walk(emails, page_of).run(chance.choice(["threads", "asyncio"]))
    assert walk.error is None


@pytest.mark.parametrize("seed", range(150))
def test_whatever_the_pages_are_like_all_comes_or_an_error_does(seed: int) -> None:
    """One total is right on the first page; of the pages and of all other totals, some are not."""
    chance = Random(seed)
    size, count = chance.choice([1, 2, 5]), chance.randrange(1, 40)
    lost, wrong = chance.choice([0, 0.2]), chance.choice([0, 0.5, 1])
    pages = -(-count // size)
    right = {"total_elements": count, "total_pages": pages}
    reliable = chance.choice(["total_elements", "total_count"])

    def page_of(number: int) -> object:
        shown = range((number - 1) * size, min(number * size, count))
        if chance.random() < lost:
            shown = range(0)
        totals = {name: chance.choice([0, -1]) if chance.random() < wrong else value for name, value in right.items()}
        if number == 1:
            totals[reliable] = count
        return content(*shown, **totals)

    walk = Walk(companies, page_of).run(chance.choice(["threads", "asyncio"]))
    assert isinstance(walk.error, UnexpectedResponse) if walk.error else walk.ids == [*range(count)]


@pytest.mark.parametrize(("choose", "page_of"), [
    (companies, in_order(content(1, 2, total_elements=6, total_pages=3), content(3, total_elements=3, total_pages=2))),
    (emails, in_order(listed("a", "b", "c", total=9), listed(total=3), first=0)),
])  # fmt: skip
def test_a_total_that_sinks_to_what_was_read_is_the_end_at_once(form: str, choose: Choose, page_of: PageOf) -> None:
    walk = Walk(choose, page_of).run(form)
    assert walk.error is None and len(walk.items) == walk.total == 3 and len(walk.requested) == 2


def test_pages_hands_on_no_empty_page_but_the_first_and_ends_in_the_same_error() -> None:
    def page_sizes(page_of: PageOf) -> Iterator[int]:
        network = httpx.MockTransport(Walk(companies, page_of).network)
        with Agency("hq-key", transport=network, max_retries=0) as agency:
            for page in agency.companies.list().pages():
                yield len(page.content)

    empty, one, two = content(total_elements=2), content(1, total_elements=2), content(2, total_elements=2)
    assert [*page_sizes(in_order(empty, empty, one, empty, two))] == [0, 1, 1]
    sizes = page_sizes(lambda number: one if number == 1 else empty)
    assert next(sizes) == 1
    with pytest.raises(UnexpectedResponse, match="promise more"):
        next(sizes)


def test_the_error_names_the_operation() -> None:
    walk = Walk(users, lambda number: content(1)).run("threads")
    assert isinstance(walk.error, UnexpectedResponse)
    assert walk.error.operation == "listCompanyUsers" and str(walk.error).startswith("listCompanyUsers: page 2 ")
    assert walk.error.detail == "page 2 repeats an earlier page"


def test_no_entry_is_kept_that_was_walked_over() -> None:
    network = httpx.MockTransport(lambda request: httpx.Response(200, json=content(int(request.url.params["page"]))))
    with Agency("hq-key", transport=network, max_retries=0) as agency:
        seen: list[weakref.ref[Any]] = []
        for page in agency.companies.list().pages():
            seen.append(weakref.ref(page.content[0]))
            if len(seen) == 40:
                break
        del page
        gc.collect()
        assert sum(one() is not None for one in seen) <= 2
