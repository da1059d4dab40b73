"""A healthy server that differs from the spec, as the real API may: a client has to live with each of these."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from starlette.responses import Response

from ..call import Body, Call
from ..deviation import ANSWER, Given, Kind
from .bodies import each, in_details, whole, without
from .pages import STYLES
from .wording import like, saying

drift = Kind("drift")

Handle: TypeAlias = Callable[[Call], Body]
Answer: TypeAlias = Callable[[Given], Response]


@drift.handling("listMailboxes", "listCompanyEmailAccounts")
def mailboxes_have_a_new_field(call: Call, right: Handle) -> Body:
    """Mailboxes have a field that the spec does not know."""
    return each(right(call), lambda mailbox: mailbox | {"reputation": {"score": 87}})


@drift.handling("listMailboxes", "listCompanyEmailAccounts")
def mailboxes_have_a_new_type(call: Call, right: Handle) -> Body:
    """Receiving mailboxes are of the type EXCHANGE."""
    return each(right(call), lambda mailbox: mailbox | ({"type": "EXCHANGE"} if mailbox["type"] == "IMAP" else {}))


@drift.handling("listMailboxes")
def warmup_is_never_sent(call: Call, right: Handle) -> Body:
    """Mailboxes come without their optional `warmup_data`."""
    return each(right(call), in_details(lambda details: without(details, "warmup_data")))


@drift.handling("listMailboxes")
def limits_are_texts(call: Call, right: Handle) -> Body:
    """The daily limit of a mailbox is a text."""
    return each(
        right(call),
        in_details(lambda details: {key: str(it) if key == "daily_limit" else it for key, it in details.items()}),
    )


@drift.handling("listMailboxes")
def nothing_is_an_empty_text(call: Call, right: Handle) -> Body:
    """No error and no span without sending are empty texts instead of null and an empty list."""
    return each(
        right(call), in_details(lambda details: {key: "" if it in (None, []) else it for key, it in details.items()})
    )


@drift.handling("listCompanies")
def owner_is_null(call: Call, right: Handle) -> Body:
    """A company has null for its owner."""
    return each(right(call), lambda company: company | {"owner": None})


@drift.handling("listCompanyUsers")
def users_have_a_new_role(call: Call, right: Handle) -> Body:
    """Users have a role that the spec does not know."""
    return each(right(call), lambda user: user | {"roles": [*user["roles"], "billing_manager"]})


@drift.handling("listBlacklistedEmails", "listBlacklistedDomains")
def totals_are_texts(call: Call, right: Handle) -> Body:
    """The totals of the blacklists are texts."""
    page = whole(right(call))
    return page | {"total": str(page["total"])}


@drift.handling("listCompanies", "listCompanyUsers", "listCompanyApiKeys", "listDeliverability")
def totals_have_their_older_names(call: Call, right: Handle) -> Body:
    """The totals of a page are called `total_count` and `pages_count`."""
    page = whole(right(call))
    older = {"total_elements": "total_count", "total_pages": "pages_count"}
    return page | {"pagination_data": {older.get(key, key): value for key, value in page["pagination_data"].items()}}


@drift.at(ANSWER)
def pages_are_partial_content(given: Given, right: Answer) -> Response:
    """A page is answered with 206."""
    response = right(given)
    paged = given.operation is not None and given.operation.id in STYLES
    return like(response, status=206) if paged and response.status_code == 200 else response


@drift.at(ANSWER)
def figures_are_under_maintenance(given: Given, right: Answer) -> Response:
    """The figures of deliverability are answered 503 with a `Retry-After`."""
    response = right(given)
    if given.operation is None or given.operation.id != "listDeliverability" or response.status_code != 200:
        return response
    unavailable = saying(response, {"message": "Service temporarily unavailable"}, status=503)
    unavailable.headers["retry-after"] = "120"
    return unavailable


@drift.at(ANSWER)
def quota_is_told(given: Given, right: Answer) -> Response:
    """Every answer has headers about what is left of a quota."""
    response = right(given)
    response.headers.update({"x-ratelimit-limit": "100", "x-ratelimit-remaining": "97"})
    return response


@drift.at(ANSWER)
def success_is_hal(given: Given, right: Answer) -> Response:
    """A success calls itself application/hal+json."""
    response = right(given)
    return like(response, content_type="application/hal+json") if response.body and not given.problem else response


@drift.at(ANSWER)
def errors_are_problem_json(given: Given, right: Answer) -> Response:
    """An error calls itself application/problem+json."""
    response = right(given)
    return like(response, content_type="application/problem+json") if response.body and given.problem else response
