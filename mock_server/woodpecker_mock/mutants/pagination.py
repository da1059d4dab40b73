"""Bugs in how lists are split into pages, counted and filtered."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TypeAlias

from ..handlers.operation_call import Body, OperationCall, not_found
from .bodies import as_object
from .mutant import MutantKind
from .pages import PAGINATION, entries, filters, moved, number, with_entries, with_total, without

pagination = MutantKind("pagination")

Handle: TypeAlias = Callable[[OperationCall], Body]

_FROM_ONE = [id for id, raw in PAGINATION.items() if raw["first"] == 1]
_FROM_ZERO = [id for id, raw in PAGINATION.items() if raw["first"] == 0]
_NUMBERED = [id for id, raw in PAGINATION.items() if "total_pages" in raw]
_SIZED = [id for id, raw in PAGINATION.items() if "size" in raw]


@pagination.handling(*PAGINATION)
def last_page_is_empty(call: OperationCall, original: Handle) -> Body:
    """The last page of several is empty."""
    body = original(call)
    last = number(call) > 0 and not entries(call, original(moved(call, 1)))
    return with_entries(call, body, []) if last else body


@pagination.handling(*PAGINATION)
def pages_overlap(call: OperationCall, original: Handle) -> Body:
    """A page begins with the last entry of the page before."""
    body = original(call)
    if number(call) == 0 or not entries(call, body):
        return body
    return with_entries(call, body, [*entries(call, original(moved(call, -1)))[-1:], *entries(call, body)])


@pagination.handling(*PAGINATION)
def seventh_page_is_the_sixth(call: OperationCall, original: Handle) -> Body:
    """The seventh page has the entries of the sixth; all others are correct."""
    body = original(call)
    return with_entries(call, body, entries(call, original(moved(call, -1)))) if number(call) == 6 else body


@pagination.handling(*PAGINATION)
def page_number_is_ignored(call: OperationCall, original: Handle) -> Body:
    """Every page is the first one."""
    return original(without(call, "page"))


@pagination.handling(*PAGINATION)
def second_page_comes_empty(call: OperationCall, original: Handle) -> Body:
    """The second page is empty, and its entries are on the third; all that follow come one page later."""
    if number(call) == 1:
        return with_entries(call, original(call), [])
    return original(moved(call, -1)) if number(call) > 1 else original(call)


@pagination.handling(*_FROM_ZERO)
def blacklists_count_from_one(call: OperationCall, original: Handle) -> Body:
    """The pages of the blacklists are counted from 1, and page 0 is the same as page 1."""
    return original(moved(call, -1))


@pagination.handling(*_FROM_ONE)
def pages_count_from_zero(call: OperationCall, original: Handle) -> Body:
    """The pages that should be counted from 1 are counted from 0."""
    return original(moved(call, 1))


@pagination.handling(*PAGINATION)
def end_is_404(call: OperationCall, original: Handle) -> Body:
    """A page beyond the end is a 404 instead of an empty list."""
    body = original(call)
    if number(call) > 0 and not entries(call, body):
        raise not_found()
    return body


@pagination.handling(*_SIZED)
def page_size_is_ignored(call: OperationCall, original: Handle) -> Body:
    """Pages always have the default size."""
    return original(without(call, "per_page"))


@pagination.handling(*_SIZED)
def page_size_is_cut(call: OperationCall, original: Handle) -> Body:
    """A page has 5 entries at most, and the next one goes on as if it had as many as requested."""
    body = original(call)
    return with_entries(call, body, entries(call, body)[:5])


@pagination.handling(*PAGINATION)
def total_is_one_short(call: OperationCall, original: Handle) -> Body:
    """The total counts one entry less than there are."""
    return with_total(call, original(call), "total_items", lambda total: max(total - 1, 0))


@pagination.handling(*PAGINATION)
def total_counts_the_page(call: OperationCall, original: Handle) -> Body:
    """The total counts the entries of the page instead of all."""
    body = original(call)
    return with_total(call, body, "total_items", lambda total: len(entries(call, body)))


@pagination.handling(*_NUMBERED)
def last_page_is_not_counted(call: OperationCall, original: Handle) -> Body:
    """The number of pages is one less than there are."""
    return with_total(call, original(call), "total_pages", lambda total: max(total - 1, 0))


@pagination.handling(*_NUMBERED)
def number_of_pages_is_zero(call: OperationCall, original: Handle) -> Body:
    """The number of pages is 0, whatever there is."""
    return with_total(call, original(call), "total_pages", lambda _: 0)


@pagination.handling(*PAGINATION)
def total_is_minus_one(call: OperationCall, original: Handle) -> Body:
    """The total is -1, whatever there is."""
    return with_total(call, original(call), "total_items", lambda _: -1)


@pagination.handling(*_NUMBERED)
def page_number_is_always_one(call: OperationCall, original: Handle) -> Body:
    """Every page has the number of the first one."""
    page = as_object(original(call))
    return page | {"pagination_data": page["pagination_data"] | {"current_page_number": 1}}


@pagination.handling(*PAGINATION)
def filters_are_ignored(call: OperationCall, original: Handle) -> Body:
    """Filters have no effect."""
    return original(without(call, *filters(call)))


@pagination.handling(*PAGINATION)
def total_ignores_the_filter(call: OperationCall, original: Handle) -> Body:
    """The totals count what the filter left out, too."""
    page, every = as_object(original(call)), as_object(original(without(call, *filters(call))))
    return page | {name: every[name] for name in ("total", "pagination_data") if name in page}


@pagination.handling(*_FROM_ZERO)
def filter_knows_one_value(call: OperationCall, original: Handle) -> Body:
    """Of several values of a filter only the first one counts."""
    firsts = {name: value.split(",")[0] for name, value in filters(call).items()}
    return original(replace(call, parameters=call.parameters | firsts))


@pagination.handling(*_FROM_ZERO)
def filters_ignore_case(call: OperationCall, original: Handle) -> Body:
    """The filters of the blacklists ignore case."""
    listed = [*call.agency.emails, *call.agency.domains]
    wanted = {name: value.casefold().split(",") for name, value in filters(call).items()}
    alike = {name: ",".join(one for one in listed if one.casefold() in some) for name, some in wanted.items()}
    return original(replace(call, parameters=call.parameters | {name: some or " " for name, some in alike.items()}))
