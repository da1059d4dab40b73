"""Faults in the form of an answer's body."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from starlette.responses import Response

from ..call import Body, Call
from ..deviation import ANSWER, Given, Kind
from .bodies import Json, each, whole, without
from .wording import error_in, saying

schema = Kind("schema")

Handle: TypeAlias = Callable[[Call], Body]
Answer: TypeAlias = Callable[[Given], Response]


def _error(response: Response, change: Callable[[Json], Json]) -> Response:
    """The same answer, but for what `change` makes of its error object."""
    error = error_in(response)
    return response if error is None else saying(response, change(error))


@schema.handling("listCompanies")
def required_field_is_missing(call: Call, right: Handle) -> Body:
    """The companies are listed without `active`."""
    return each(right(call), lambda company: without(company, "active"))


@schema.handling("listCompanyEmailAccounts")
def third_entry_has_no_id(call: Call, right: Handle) -> Body:
    """The third email account of a list has no id."""
    page = whole(right(call))
    return page | {"content": [without(one, "id") if at == 2 else one for at, one in enumerate(page["content"])]}


@schema.handling("listMailboxes")
def ids_are_texts(call: Call, right: Handle) -> Body:
    """The ids of mailboxes are texts in the list."""
    return each(right(call), lambda mailbox: mailbox | {"id": str(mailbox["id"])})


@schema.handling("listCompanies")
def flags_are_numbers(call: Call, right: Handle) -> Body:
    """Whether a company is active is said by 1 or 0."""
    return each(right(call), lambda company: company | {"active": int(company["active"])})


@schema.handling("getMe")
def name_is_null(call: Call, right: Handle) -> Body:
    """The name of the account is null."""
    return whole(right(call)) | {"firm_name": None}


@schema.handling("listMailboxes")
def list_is_wrapped(call: Call, right: Handle) -> Body:
    """The mailboxes stand in an object instead of a bare array."""
    return {"content": right(call)}


@schema.handling("listCompanies", "listCompanyUsers", "listCompanyApiKeys")
def page_is_bare(call: Call, right: Handle) -> Body:
    """A page is a bare array, without its totals."""
    return list(whole(right(call))["content"])


@schema.handling("listCompanies", "listCompanyUsers", "listCompanyApiKeys")
def single_entry_is_no_list(call: Call, right: Handle) -> Body:
    """A page with one entry has that in place of the list."""
    page = whole(right(call))
    return page | {"content": page["content"][0]} if len(page["content"]) == 1 else page


@schema.handling("listMicrosoftCredentials", "listBlacklistedEmails", "listBlacklistedDomains")
def empty_list_is_null(call: Call, right: Handle) -> Body:
    """Null stands for an empty list."""
    return {key: None if value == [] else value for key, value in whole(right(call)).items()}


@schema.at(ANSWER)
def errors_have_no_timestamp(given: Given, right: Answer) -> Response:
    """Error objects have no timestamp."""
    return _error(right(given), lambda error: without(error, "timestamp"))


@schema.at(ANSWER)
def timestamps_are_numbers(given: Given, right: Answer) -> Response:
    """The timestamp of an error is a number of seconds."""
    return _error(right(given), lambda error: error | ({"timestamp": 1749629742} if "timestamp" in error else {}))


@schema.at(ANSWER)
def errors_are_nested(given: Given, right: Answer) -> Response:
    """Error objects stand in another object."""
    return _error(right(given), lambda error: {"error": error})


@schema.at(ANSWER)
def details_are_one_text(given: Given, right: Answer) -> Response:
    """The details of an error with a code are one text instead of a list."""
    return _error(
        right(given), lambda error: error | ({"details": "; ".join(error["details"])} if "details" in error else {})
    )
