"""All pages of a listing as one lazy iterator.

The first page is 1 on some routes and 0 on others, and the totals are called by different names or are missing
(https://developers.woodpecker.co/docs/agency-api/companies/GET-companies,
https://developers.woodpecker.co/docs/agency-api/blacklisting/GET-blacklist-email). What is known of a route comes
from the spec's `x-pagination`; where the totals are missing, an empty page is the end. Where they are not, a walk that
gives fewer entries than they promise ends in an error.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Generic, NamedTuple, TypeVar

from .errors import UnexpectedResponse

Item = TypeVar("Item")
Page = TypeVar("Page")

Path = tuple[str, ...]

MOST_EMPTY_PAGES = 10
"""How many empty pages in a row are asked for while the totals promise more."""


class Pagination(NamedTuple):
    """Where a route's pages start and where its totals are; attribute paths into the page.

    Attributes:
        operation: the operationId, for errors.
        first: the number of the first page; None if one response holds everything.
        total_items: paths to the number of all items; the first one that is present and can be true counts.
        total_pages: paths to the number of pages.
    """

    operation: str
    first: int | None
    total_items: tuple[Path, ...] = ()
    total_pages: tuple[Path, ...] = ()


def _total(page: object, paths: tuple[Path, ...], at_least: int) -> int | None:
    """The first total that is a number and not below what is known to be there; 0 gives way to any other."""
    zero = None
    for path in paths:
        value: Any = page
        for attribute in path:
            value = getattr(value, attribute, None)
        if isinstance(value, int) and value >= at_least:
            if value:
                return value
            zero = value
    return zero


def _newer(total: int | None, earlier: int | None) -> int | None:
    return total if total or earlier is None else earlier


class PageWalk(Generic[Item, Page]):
    """How far a walk over the pages has come; the same for the sync and the async form.

    Attributes:
        total: how many items there are in all, by the newest page that says so; None if none did.
        total_pages: how many pages, likewise.
    """

    def __init__(self, pagination: Pagination, items: Callable[[Page], list[Item]]) -> None:
        self.pagination = pagination
        self.items = items
        self.pages = 0
        self.count = 0
        self.total: int | None = None
        self.total_pages: int | None = None
        self._empty = 0
        self._remembered = _RememberedPages()

    @property
    def number(self) -> int:
        return (self.pagination.first or 0) + self.pages

    def take(self, page: Page) -> bool:
        """Note a page that arrived; true if it is worth handing on.

        Raises:
            UnexpectedResponse: it has the entries of an earlier page.
        """
        items = self.items(page)
        if items and self._remembered.before(items):
            # A server that ignores the page number would be read forever.
            raise self._error(f"page {self.number} repeats an earlier page")
        self._update_totals(page, items)
        self.pages += 1
        self.count += len(items)
        self._empty = 0 if items else self._empty + 1
        return bool(items) or self.pages == 1

    def ended(self) -> bool:
        """Whether no page follows the one that was taken last.

        Raises:
            UnexpectedResponse: none seems to, but the totals promise more.
        """
        if self.pagination.first is None:
            return True
        if self._is_promised_more():
            if self._empty < MOST_EMPTY_PAGES:
                return False
            raise self._error(
                f"the last {self._empty} pages are empty, but the totals promise more: {self.count} items have come "
                f"of {_total_text(self.total)}, and {self.pages} pages of {_total_text(self.total_pages)}"
            )
        return self._empty > 0 or self.total is not None or self.total_pages is not None

    def _is_promised_more(self) -> bool:
        return self.count < (self.total or 0) or self.pages < (self.total_pages or 0)

    def _update_totals(self, page: Page, items: list[Item]) -> None:
        """Take the page's totals for the newest, unless they cannot be true.

        No total is below what is on the page itself. Entries may vanish during a walk, so the newest total may be
        below what was read; but an empty page that says so may be a broken one, and is believed the second time. A
        0 is never believed after a promise: a server that is broken for good says the same.
        """
        if items:
            least = len(items), self.pages + 1
        elif self._empty == 0:
            least = self.count, self.pages
        else:
            least = 0, 0
        self.total = _newer(_total(page, self.pagination.total_items, least[0]), self.total)
        self.total_pages = _newer(_total(page, self.pagination.total_pages, least[1]), self.total_pages)

    def _error(self, reason: str) -> UnexpectedResponse:
        error = UnexpectedResponse(f"{self.pagination.operation}: {reason}")
        error.operation, error.detail = self.pagination.operation, reason
        return error


def _total_text(total: int | None) -> str:
    return "an unknown number" if total is None else str(total)


class _RememberedPages:
    """Two of the pages that were read, to notice that they come again.

    One is the page before. The other is, of the pages so far, the last whose number is a power of two: the pages of a
    server that goes round in a circle, however large, meet it (Brent's algorithm).
    """

    def __init__(self) -> None:
        self._pages = 0
        self._previous: list[object] = []
        self._milestone: list[object] = []

    def before(self, items: Sequence[object]) -> bool:
        """Whether these entries, in any order, are those of a page that is remembered; remember them."""
        page = [getattr(item, "id", item) for item in items]
        if _same(page, self._previous) or _same(page, self._milestone):
            return True
        self._pages += 1
        self._previous = page
        if self._pages.bit_count() == 1:
            self._milestone = page
        return False


def _same(one: list[object], other: list[object]) -> bool:
    return len(one) == len(other) and all(it in other for it in one) and all(it in one for it in other)
