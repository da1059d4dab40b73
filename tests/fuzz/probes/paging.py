"""Every page of every list, in a world so big that a fault on page 7 alone is seen.

Computes itself what has to be on each page: the spec says how an operation pages, the world what there is.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from woodpecker_mock import World, big_world
from woodpecker_mock.world import AgencyRecord, ApiKey, User

from ..contract import Json, Operation, operations
from ..model import MODEL
from .harness import Harness

_COMPANIES, _ENTRIES, _PEOPLE = 360, 730, 330
_SIZES = {"listDeliverability": (7, 50), "listBlacklistedEmails": (99, 1000), "listBlacklistedDomains": (37, 730)}


def world() -> World:
    """Eight pages of everything at least, at each list's own page size."""
    found = big_world(_COMPANIES)
    (agency,) = found.agencies
    for number, company in enumerate(agency.companies.values()):
        company.active = number % 8 != 3
    agency.emails = [f"{number}@example.com" for number in range(_ENTRIES)]
    agency.domains = [f"{number}.example.com" for number in range(_ENTRIES)]
    first = next(iter(agency.companies.values()))
    for number in range(_PEOPLE):
        roles = ["guest"] if number % 2 else ["authorized_team_member"]
        first.users.append(User(found.new_id(), f"User {number}", f"user.{number}@example.com", roles))
        maker = agency.keys[number % 10 == 9].user
        first.keys.append(ApiKey(found.new_key(), maker, f"label {number}"))
    return found


async def probe(harness: Harness) -> None:
    if harness.kind == "client":
        # No list that a client key may read has pages.
        return
    for operation in operations().values():
        if operation.paging and operation.id in MODEL:
            everything = _everything(operation.id, harness.agency)
            for query, wanted in [({}, everything), *_filtered(operation.id, harness.agency)]:
                for size in (None, *_SIZES.get(operation.id, ())) if not query else (None,):
                    await _walk(harness, operation, query, wanted, size)


def _everything(name: str, agency: AgencyRecord) -> list[Any]:
    """What identifies each entry, in order."""
    first = next(iter(agency.companies.values()))
    found: dict[str, list[Any]] = {
        "listCompanies": [one.id for one in agency.companies.values()],
        "listCompanyUsers": [one.id for one in first.users],
        "listCompanyApiKeys": [one.value for one in first.keys if one.user is agency.keys[0].user],
        "listDeliverability": [one.id for one in agency.companies.values() if one.figures],
        "listBlacklistedEmails": agency.emails,
        "listBlacklistedDomains": agency.domains,
    }
    return found[name]


def _filtered(name: str, agency: AgencyRecord) -> Iterator[tuple[Json, list[Any]]]:
    """Filters, and what they leave."""
    first = next(iter(agency.companies.values()))
    if name == "listCompanies":
        for active in (True, False):
            yield {"active": str(active).lower()}, [one.id for one in agency.companies.values() if one.active is active]
    if name == "listCompanyUsers":
        yield {"role": "guest"}, [one.id for one in first.users if "guest" in one.roles]
    if name == "listBlacklistedEmails":
        some = agency.emails[5:170]
        yield {"email_filter": ",".join(some)}, some
    if name == "listBlacklistedDomains":
        some = agency.domains[5:170]
        yield {"domain_filter": ",".join(some)}, some


async def _walk(harness: Harness, operation: Operation, query: Json, wanted: list[Any], size: int | None) -> None:
    """All pages in order, and two beyond the last."""
    paging = operation.paging
    length = size or paging["page_size"]
    chosen = query if size is None else {**query, paging["size"]: size}
    pages = -(-len(wanted) // length)
    for number in range(pages + 2):
        page = {} if number == 0 and size is None else {paging["page"]: paging["first"] + number}
        received = await harness.call(operation.id, harness.company(0), query={**chosen, **page}, checked=False)
        try:
            problems = [
                *_problems(received.json, paging, wanted[number * length : (number + 1) * length], len(wanted), pages)
            ]
        except (ValueError, LookupError, TypeError):
            problems = [f"gave {received.status}, or no page at all"]
        for text in problems:
            harness.found("paging", operation.id, text)


def _problems(body: Any, paging: Json, wanted: list[Any], total: int, pages: int) -> Iterator[str]:
    items = _at(body, paging["items"])
    if [_identity(one) for one in items] != wanted:
        beyond = "" if wanted else " beyond the last"
        yield f"a page{beyond} has not the entries that it should have"
    if _first(body, paging["total_items"]) != total:
        yield "the total is not the number of all entries"
    if "total_pages" in paging and _first(body, paging["total_pages"]) != pages:
        yield "the number of pages is wrong"


def _identity(item: Any) -> Any:
    return item if isinstance(item, str) else item["id"] if "id" in item else item["api_key"]


def _first(body: Any, pointers: list[str]) -> Any:
    """What is at the first of these pointers that is there."""
    for pointer in pointers:
        try:
            return _at(body, pointer)
        except LookupError:
            continue
    return None


def _at(body: Any, pointer: str) -> Any:
    for step in pointer.split("/")[1:]:
        body = body[step]
    return body
