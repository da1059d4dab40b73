"""A healthy server that differs from the spec, as the real API may: a client has to accept each of these."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from starlette.responses import Response

from ..handlers.operation_call import Body, OperationCall
from .bodies import as_object, map_details, map_entries, without
from .mutant import RESPOND, MutantKind, OutgoingResponse
from .pages import PAGINATION
from .responses import modified, with_json

drift = MutantKind("drift")

Handle: TypeAlias = Callable[[OperationCall], Body]
Respond: TypeAlias = Callable[[OutgoingResponse], Response]


@drift.handling("listMailboxes", "listCompanyEmailAccounts")
def mailboxes_have_a_new_field(call: OperationCall, original: Handle) -> Body:
    """Mailboxes have a field that is not in the spec."""
    return map_entries(original(call), lambda mailbox: mailbox | {"reputation": {"score": 87}})


@drift.handling("listMailboxes", "listCompanyEmailAccounts")
def mailboxes_have_a_new_type(call: OperationCall, original: Handle) -> Body:
    """Receiving mailboxes are of the type EXCHANGE."""
    return map_entries(
        original(call), lambda mailbox: mailbox | ({"type": "EXCHANGE"} if mailbox["type"] == "IMAP" else {})
    )


@drift.handling("listMailboxes")
def warmup_is_never_sent(call: OperationCall, original: Handle) -> Body:
    """Mailboxes come without their optional `warmup_data`."""
    return map_entries(original(call), map_details(lambda details: without(details, "warmup_data")))


@drift.handling("listMailboxes")
def limits_are_strings(call: OperationCall, original: Handle) -> Body:
    """The daily limit of a mailbox is a string."""
    return map_entries(
        original(call),
        map_details(lambda details: {key: str(it) if key == "daily_limit" else it for key, it in details.items()}),
    )


@drift.handling("listMailboxes")
def nothing_is_an_empty_string(call: OperationCall, original: Handle) -> Body:
    """No error and no span without sending are empty strings instead of null and an empty list."""
    return map_entries(
        original(call),
        map_details(lambda details: {key: "" if it in (None, []) else it for key, it in details.items()}),
    )


@drift.handling("listCompanies")
def owner_is_null(call: OperationCall, original: Handle) -> Body:
    """A company has null for its owner."""
    return map_entries(original(call), lambda company: company | {"owner": None})


@drift.handling("listCompanyUsers")
def users_have_a_new_role(call: OperationCall, original: Handle) -> Body:
    """Users have a role that is not in the spec."""
    return map_entries(original(call), lambda user: user | {"roles": [*user["roles"], "billing_manager"]})


@drift.handling("listBlacklistedEmails", "listBlacklistedDomains")
def totals_are_strings(call: OperationCall, original: Handle) -> Body:
    """The totals of the blacklists are strings."""
    page = as_object(original(call))
    return page | {"total": str(page["total"])}


@drift.handling("listCompanies", "listCompanyUsers", "listCompanyApiKeys", "listDeliverability")
def totals_have_their_older_names(call: OperationCall, original: Handle) -> Body:
    """The totals of a page are called `total_count` and `pages_count`."""
    page = as_object(original(call))
    older = {"total_elements": "total_count", "total_pages": "pages_count"}
    return page | {"pagination_data": {older.get(key, key): value for key, value in page["pagination_data"].items()}}


@drift.at(RESPOND)
def pages_are_partial_content(outgoing: OutgoingResponse, original: Respond) -> Response:
    """A page has the status 206."""
    response = original(outgoing)
    paged = outgoing.operation is not None and outgoing.operation.id in PAGINATION
    return modified(response, status=206) if paged and response.status_code == 200 else response


@drift.at(RESPOND)
def figures_are_under_maintenance(outgoing: OutgoingResponse, original: Respond) -> Response:
    """The figures of deliverability get 503 with a `Retry-After`."""
    response = original(outgoing)
    if outgoing.operation is None or outgoing.operation.id != "listDeliverability" or response.status_code != 200:
        return response
    unavailable = with_json(response, {"message": "Service temporarily unavailable"}, status=503)
    unavailable.headers["retry-after"] = "120"
    return unavailable


@drift.at(RESPOND)
def quota_headers_are_sent(outgoing: OutgoingResponse, original: Respond) -> Response:
    """Every response has headers about the rest of a quota."""
    response = original(outgoing)
    response.headers.update({"x-ratelimit-limit": "100", "x-ratelimit-remaining": "97"})
    return response


@drift.at(RESPOND)
def success_is_hal(outgoing: OutgoingResponse, original: Respond) -> Response:
    """A success has the content type application/hal+json."""
    response = original(outgoing)
    return (
        modified(response, content_type="application/hal+json") if response.body and not outgoing.problem else response
    )


@drift.at(RESPOND)
def errors_are_problem_json(outgoing: OutgoingResponse, original: Respond) -> Response:
    """An error has the content type application/problem+json."""
    response = original(outgoing)
    return (
        modified(response, content_type="application/problem+json") if response.body and outgoing.problem else response
    )
