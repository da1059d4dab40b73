"""The items of a listing, page after page, as an iterator for each form of the client."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable, Generator, Iterator
from typing import Any, Generic, TypeVar

from .pagination import PageWalk, Pagination

Item = TypeVar("Item")
Page = TypeVar("Page")


class Paginator(Iterator[Item], Generic[Item, Page]):
    """The items of a listing, one after the other; pages are requested as they are needed.

    `pages()` gives the same walk page by page. Each is a walk of its own, from the first page.

    Attributes:
        total: how many items there are in all, as the newest page says; None before, or where the API does not say.
    """

    def __init__(
        self, pagination: Pagination, fetch: Callable[[int], Page], items: Callable[[Page], list[Item]]
    ) -> None:
        self._pagination, self._fetch, self._items = pagination, fetch, items
        self.total: int | None = None
        self._walk = self._all()

    def pages(self) -> Iterator[Page]:
        """Page after page, each with its totals.

        Raises:
            UnexpectedResponse: a page came again, or fewer entries came than the totals promise.
        """
        walk = PageWalk(self._pagination, self._items)
        while True:
            page = self._fetch(walk.number)
            worth_it = walk.take(page)
            self.total = walk.total
            if worth_it:
                yield page
            if walk.ended():
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
        """Page after page, each with its totals.

        Raises:
            UnexpectedResponse: a page came again, or fewer entries came than the totals promise.
        """
        walk = PageWalk(self._pagination, self._items)
        while True:
            page = await self._fetch(walk.number)
            worth_it = walk.take(page)
            self.total = walk.total
            if worth_it:
                yield page
            if walk.ended():
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
