"""All pages of a listing as one lazy iterator.

The first page is 1 on some routes and 0 on others, and the totals are called by different names or are missing
(https://developers.woodpecker.co/docs/agency-api/companies/GET-companies,
https://developers.woodpecker.co/docs/agency-api/blacklisting/GET-blacklist-email). What is known of a route comes
from the spec's `x-pagination`; where the totals are missing, an empty page is the end.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable, Generator, Iterator
from typing import Any, Generic, TypeVar

from attrs import frozen

from .errors import UnexpectedResponse

Item = TypeVar("Item")
Page = TypeVar("Page")

Path = tuple[str, ...]


@frozen
class Pagination:
    """Where a route's pages start and where its totals are; attribute paths into the page.

    Attributes:
        first: the number of the first page; None if one answer holds everything.
        total_items: paths to the number of all items; the first one that is present counts.
        total_pages: paths to the number of pages.
    """

    first: int | None
    total_items: tuple[Path, ...] = ()
    total_pages: tuple[Path, ...] = ()

    def total(self, page: object) -> int | None:
        """How many items there are on all pages, if `page` says so."""
        return _total(page, self.total_items)

    def is_last(self, page: object, pages: int, items: int) -> bool:
        """Whether no page follows `page`, after `pages` pages with `items` items in total."""
        if self.first is None:
            return True
        total_pages, total_items = _total(page, self.total_pages), self.total(page)
        if total_pages is not None:
            return pages >= total_pages
        return total_items is not None and items >= total_items


def _total(page: object, paths: tuple[Path, ...]) -> int | None:
    for path in paths:
        value: Any = page
        for attribute in path:
            value = getattr(value, attribute, None)
        if isinstance(value, int):
            return value
    return None


class _Walk(Generic[Item, Page]):
    """How far a walk over the pages has come; the same for the sync and the async form."""

    def __init__(self, pagination: Pagination, items: Callable[[Page], list[Item]]) -> None:
        self.pagination = pagination
        self.items = items
        self.pages = 0
        self.count = 0
        self.previous: Page | None = None

    @property
    def number(self) -> int:
        return (self.pagination.first or 0) + self.pages

    def take(self, page: Page) -> bool:
        """Note a page that arrived; true if it is worth handing on."""
        items = self.items(page)
        if items and page == self.previous:
            # A server that ignores the page number would be read forever.
            raise UnexpectedResponse(f"page {self.number} repeats the page before it")
        self.pages += 1
        self.count += len(items)
        self.previous = page
        return bool(items) or self.pages == 1

    def ended(self, page: Page) -> bool:
        return not self.items(page) or self.pagination.is_last(page, self.pages, self.count)


class Paginator(Iterator[Item], Generic[Item, Page]):
    """The items of a listing, one after the other; pages are requested as they are needed.

    `pages()` gives the same walk page by page. Each is a walk of its own, from the first page.

    Attributes:
        total: how many items there are, as the last page that was read says; None before, or where the API does not.
    """

    def __init__(
        self, pagination: Pagination, fetch: Callable[[int], Page], items: Callable[[Page], list[Item]]
    ) -> None:
        self._pagination, self._fetch, self._items = pagination, fetch, items
        self.total: int | None = None
        self._walk = self._all()

    def pages(self) -> Iterator[Page]:
        """Page after page, each with its totals."""
        walk = _Walk(self._pagination, self._items)
        while True:
            page = self._fetch(walk.number)
            self.total = self._pagination.total(page)
            if walk.take(page):
                yield page
            if walk.ended(page):
                return

    def _all(self) -> Iterator[Item]:
        for page in self.pages():
            yield from self._items(page)

    def __next__(self) -> Item:
        return next(self._walk)


class AsyncPaginator(AsyncIterator[Item], Generic[Item, Page]):
    """`Paginator` for asyncio: `async for` walks the items lazily, `await` gathers them into a list."""

    def __init__(
        self,
        pagination: Pagination,
        fetch: Callable[[int], Awaitable[Page]],
        items: Callable[[Page], list[Item]],
    ) -> None:
        self._pagination, self._fetch, self._items = pagination, fetch, items
        self.total: int | None = None
        self._walk = self._all()

    async def pages(self) -> AsyncIterator[Page]:
        """Page after page, each with its totals."""
        walk = _Walk(self._pagination, self._items)
        while True:
            page = await self._fetch(walk.number)
            self.total = self._pagination.total(page)
            if walk.take(page):
                yield page
            if walk.ended(page):
                return

    async def _all(self) -> AsyncIterator[Item]:
        async for page in self.pages():
            for item in self._items(page):
                yield item

    async def __anext__(self) -> Item:
        return await self._walk.__anext__()

    def __await__(self) -> Generator[Any, None, list[Item]]:
        return self._gather().__await__()

    async def _gather(self) -> list[Item]:
        return [item async for item in self]
