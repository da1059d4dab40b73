"""Bugs in the form of a response's body."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from starlette.responses import Response

from ..contract.json_values import Json
from ..handlers.operation_call import Body, OperationCall
from .bodies import as_object, map_entries, without
from .mutant import RESPOND, MutantKind, OutgoingResponse
from .responses import error_object, with_json

schema = MutantKind("schema")

Handle: TypeAlias = Callable[[OperationCall], Body]
Respond: TypeAlias = Callable[[OutgoingResponse], Response]


def _error(response: Response, change: Callable[[Json], Json]) -> Response:
    """The same response with its error object changed."""
    error = error_object(response)
    return response if error is None else with_json(response, change(error))


@schema.handling("listCompanies")
def required_field_is_missing(call: OperationCall, original: Handle) -> Body:
    """The companies are listed without `active`."""
    return map_entries(original(call), lambda company: without(company, "active"))


@schema.handling("listCompanyEmailAccounts")
def third_entry_has_no_id(call: OperationCall, original: Handle) -> Body:
    """The third email account of a list has no id."""
    page = as_object(original(call))
    return page | {"content": [without(one, "id") if at == 2 else one for at, one in enumerate(page["content"])]}


@schema.handling("listMailboxes")
def ids_are_strings(call: OperationCall, original: Handle) -> Body:
    """The ids of mailboxes are strings in the list."""
    return map_entries(original(call), lambda mailbox: mailbox | {"id": str(mailbox["id"])})


@schema.handling("listCompanies")
def flags_are_numbers(call: OperationCall, original: Handle) -> Body:
    """Whether a company is active is 1 or 0."""
    return map_entries(original(call), lambda company: company | {"active": int(company["active"])})


@schema.handling("getMe")
def name_is_null(call: OperationCall, original: Handle) -> Body:
    """The name of the account is null."""
    return as_object(original(call)) | {"firm_name": None}


@schema.handling("listMailboxes")
def list_is_wrapped(call: OperationCall, original: Handle) -> Body:
    """The mailboxes are in an object instead of a bare array."""
    return {"content": original(call)}


@schema.handling("listCompanies", "listCompanyUsers", "listCompanyApiKeys")
def page_is_bare(call: OperationCall, original: Handle) -> Body:
    """A page is a bare array, without its totals."""
    return list(as_object(original(call))["content"])


@schema.handling("listCompanies", "listCompanyUsers", "listCompanyApiKeys")
def single_entry_is_no_list(call: OperationCall, original: Handle) -> Body:
    """A page with one entry has that in place of the list."""
    page = as_object(original(call))
    return page | {"content": page["content"][0]} if len(page["content"]) == 1 else page


@schema.handling("listMicrosoftCredentials", "listBlacklistedEmails", "listBlacklistedDomains")
def empty_list_is_null(call: OperationCall, original: Handle) -> Body:
    """An empty list is null."""
    return {key: None if value == [] else value for key, value in as_object(original(call)).items()}


@schema.at(RESPOND)
def errors_have_no_timestamp(outgoing: OutgoingResponse, original: Respond) -> Response:
    """Error objects have no timestamp."""
    return _error(original(outgoing), lambda error: without(error, "timestamp"))


@schema.at(RESPOND)
def timestamps_are_numbers(outgoing: OutgoingResponse, original: Respond) -> Response:
    """The timestamp of an error is a number of seconds."""
    return _error(original(outgoing), lambda error: error | ({"timestamp": 1749629742} if "timestamp" in error else {}))


@schema.at(RESPOND)
def errors_are_nested(outgoing: OutgoingResponse, original: Respond) -> Response:
    """Error objects are inside of another object."""
    return _error(original(outgoing), lambda error: {"error": error})


@schema.at(RESPOND)
def details_are_one_string(outgoing: OutgoingResponse, original: Respond) -> Response:
    """The details of an error with a code are one string instead of a list."""
    return _error(
        original(outgoing),
        lambda error: error | ({"details": "; ".join(error["details"])} if "details" in error else {}),
    )
