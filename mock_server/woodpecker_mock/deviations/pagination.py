"""Faults in how lists are cut into pages, counted and filtered."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TypeAlias

from ..call import Body, Call, missing
from ..deviation import Kind
from .bodies import whole
from .pages import STYLES, entries, filters, moved, number, with_entries, with_total, without

pagination = Kind("pagination")

Handle: TypeAlias = Callable[[Call], Body]

_FROM_ONE = [id for id, style in STYLES.items() if style["first"] == 1]
_FROM_ZERO = [id for id, style in STYLES.items() if style["first"] == 0]
_NUMBERED = [id for id, style in STYLES.items() if "total_pages" in style]
_SIZED = [id for id, style in STYLES.items() if "size" in style]


@pagination.handling(*STYLES)
def last_page_is_empty(call: Call, right: Handle) -> Body:
    """The last page of several is empty."""
    body = right(call)
    last = number(call) > 0 and not entries(call, right(moved(call, 1)))
    return with_entries(call, body, []) if last else body


@pagination.handling(*STYLES)
def pages_overlap(call: Call, right: Handle) -> Body:
    """A page begins with the last entry of the page before."""
    body = right(call)
    if number(call) == 0 or not entries(call, body):
        return body
    return with_entries(call, body, [*entries(call, right(moved(call, -1)))[-1:], *entries(call, body)])


@pagination.handling(*STYLES)
def seventh_page_is_the_sixth(call: Call, right: Handle) -> Body:
    """The seventh page has the entries of the sixth; all others are right."""
    body = right(call)
    return with_entries(call, body, entries(call, right(moved(call, -1)))) if number(call) == 6 else body


@pagination.handling(*STYLES)
def page_number_is_ignored(call: Call, right: Handle) -> Body:
    """Every page is the first one."""
    return right(without(call, "page"))


@pagination.handling(*STYLES)
def second_page_comes_empty(call: Call, right: Handle) -> Body:
    """The second page is empty, and its entries are on the third; all that follow come one page later."""
    if number(call) == 1:
        return with_entries(call, right(call), [])
    return right(moved(call, -1)) if number(call) > 1 else right(call)


@pagination.handling(*_FROM_ZERO)
def blacklists_count_from_one(call: Call, right: Handle) -> Body:
    """The pages of the blacklists are counted from 1, and page 0 is the same as page 1."""
    return right(moved(call, -1))


@pagination.handling(*_FROM_ONE)
def pages_count_from_zero(call: Call, right: Handle) -> Body:
    """The pages that should be counted from 1 are counted from 0."""
    return right(moved(call, 1))


@pagination.handling(*STYLES)
def end_is_404(call: Call, right: Handle) -> Body:
    """A page beyond the end is answered 404 instead of with an empty list."""
    body = right(call)
    if number(call) > 0 and not entries(call, body):
        raise missing()
    return body


@pagination.handling(*_SIZED)
def page_size_is_ignored(call: Call, right: Handle) -> Body:
    """Pages always have the default size."""
    return right(without(call, "per_page"))


@pagination.handling(*_SIZED)
def page_size_is_cut(call: Call, right: Handle) -> Body:
    """A page has 5 entries at most, and the next one goes on as if it had had as many as were asked for."""
    body = right(call)
    return with_entries(call, body, entries(call, body)[:5])


@pagination.handling(*STYLES)
def total_is_one_short(call: Call, right: Handle) -> Body:
    """The total counts one entry less than there are."""
    return with_total(call, right(call), "total_items", lambda total: max(total - 1, 0))


@pagination.handling(*STYLES)
def total_counts_the_page(call: Call, right: Handle) -> Body:
    """The total counts the entries of the page instead of all."""
    body = right(call)
    return with_total(call, body, "total_items", lambda total: len(entries(call, body)))


@pagination.handling(*_NUMBERED)
def last_page_is_not_counted(call: Call, right: Handle) -> Body:
    """The number of pages is one less than there are."""
    return with_total(call, right(call), "total_pages", lambda total: max(total - 1, 0))


@pagination.handling(*_NUMBERED)
def number_of_pages_is_zero(call: Call, right: Handle) -> Body:
    """The number of pages is 0, whatever there is."""
    return with_total(call, right(call), "total_pages", lambda _: 0)


@pagination.handling(*STYLES)
def total_is_minus_one(call: Call, right: Handle) -> Body:
    """The total is -1, whatever there is."""
    return with_total(call, right(call), "total_items", lambda _: -1)


@pagination.handling(*_NUMBERED)
def page_number_stands_still(call: Call, right: Handle) -> Body:
    """Every page says that it is the first one."""
    page = whole(right(call))
    return page | {"pagination_data": page["pagination_data"] | {"current_page_number": 1}}


@pagination.handling(*STYLES)
def filters_are_ignored(call: Call, right: Handle) -> Body:
    """Filters have no effect."""
    return right(without(call, *filters(call)))


@pagination.handling(*STYLES)
def total_ignores_the_filter(call: Call, right: Handle) -> Body:
    """The totals count what the filter left out, too."""
    page, every = whole(right(call)), whole(right(without(call, *filters(call))))
    return page | {name: every[name] for name in ("total", "pagination_data") if name in page}


@pagination.handling(*_FROM_ZERO)
def filter_knows_one_value(call: Call, right: Handle) -> Body:
    """Of several values of a filter only the first one counts."""
    firsts = {name: value.split(",")[0] for name, value in filters(call).items()}
    return right(replace(call, parameters=call.parameters | firsts))


@pagination.handling(*_FROM_ZERO)
def filters_ignore_case(call: Call, right: Handle) -> Body:
    """The filters of the blacklists do not tell capital letters from small ones."""
    listed = [*call.agency.emails, *call.agency.domains]
    wanted = {name: value.casefold().split(",") for name, value in filters(call).items()}
    alike = {name: ",".join(one for one in listed if one.casefold() in some) for name, some in wanted.items()}
    return right(replace(call, parameters=call.parameters | {name: some or " " for name, some in alike.items()}))
