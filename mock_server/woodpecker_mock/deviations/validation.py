"""Faults in what is taken for a valid request."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from typing import Any, TypeAlias

from ..body import parsed
from ..call import Body, Call
from ..deviation import READ, Kind
from ..document import document
from ..fault_rules import is_object
from ..policy import Problem
from ..sent import Read, Sent

validation = Kind("validation")

Reading: TypeAlias = Callable[[Sent], Read]


def _lenient(sent: Sent, right: Reading, *rules: str) -> Read:
    """What was sent, even if the body breaks these rules and no others."""
    try:
        return right(sent)
    except Problem as problem:
        if not all(told.endswith(rules) for told in problem.detail.split("; ")):
            raise
        return Read(sent.operation.parse(sent.path, sent.query), parsed(sent.content_type, sent.raw))


@validation.at(READ)
def batches_have_no_maximum(sent: Sent, right: Reading) -> Read:
    """A request may hold more companies, guests, entries or mailboxes than allowed."""
    return _lenient(sent, right, "breaks the rule maxItems")


@validation.at(READ)
def empty_batches_are_accepted(sent: Sent, right: Reading) -> Read:
    """A request may hold no company, guest, entry or mailbox at all."""
    return _lenient(sent, right, "breaks the rule minItems")


@validation.at(READ)
def blank_texts_are_accepted(sent: Sent, right: Reading) -> Read:
    """Names and labels may be empty, and addresses may have any form."""
    return _lenient(sent, right, "breaks the rule pattern", "breaks the rule minLength")


@validation.at(READ)
def wrong_page_is_the_first(sent: Sent, right: Reading) -> Read:
    """A page that is no number or too low counts as the first one."""
    try:
        return right(sent)
    except Problem as problem:
        if "query parameter page " not in problem.detail:
            raise
        return right(replace(sent, query={name: text for name, text in sent.query.items() if name != "page"}))


@validation.at(READ)
def large_page_size_is_cut(sent: Sent, right: Reading) -> Read:
    """A page size above the maximum is cut to 50 instead of refused."""
    try:
        return right(sent)
    except Problem as problem:
        if "query parameter per_page " not in problem.detail or not sent.query.get("per_page", "").isdecimal():
            raise
        return right(replace(sent, query=sent.query | {"per_page": "50"}))


@validation.at(READ)
def any_content_type_is_read(sent: Sent, right: Reading) -> Read:
    """A body is read as JSON whatever content type is sent."""
    return right(replace(sent, content_type="application/json"))


@validation.at(READ)
def charset_is_refused(sent: Sent, right: Reading) -> Read:
    """A content type with a charset is refused."""
    return right(replace(sent, content_type="") if "charset" in sent.content_type else sent)


@validation.at(READ)
def unknown_fields_are_refused(sent: Sent, right: Reading) -> Read:
    """A body with a field that the spec does not know is refused."""
    read = right(sent)
    if sent.operation.body is not None and is_object(read.body):
        schema = sent.operation.raw["requestBody"]["content"]["application/json"]["schema"]
        known = document()["components"]["schemas"][schema["$ref"].rpartition("/")[2]]["properties"]
        if not known.keys() >= read.body.keys():
            raise Problem(400, "Bad request", "the body has an unknown field")
    return read


@validation.at(READ)
def null_is_refused(sent: Sent, right: Reading) -> Read:
    """Null is refused where it stands for nothing."""
    read = right(sent)
    if sent.raw and re.search(rb":\s*null\b", sent.raw):
        raise Problem(400, "Bad request", "null is not allowed")
    return read


@validation.handling("updateMicrosoftCredential")
def secret_needs_no_expiry(call: Call, right: Callable[[Call], Body]) -> Body:
    """A new secret may come without the time at which it stops working, and that time without a secret."""
    body: dict[str, Any] = call.body
    if ("client_secret" in body) != ("secret_expires_at" in body):
        body = {"client_secret": "", "secret_expires_at": "2030-01-01T00:00:00Z"} | body
    return right(replace(call, body=body))


@validation.handling("connectMailboxes")
def pauses_may_be_reversed(call: Call, right: Callable[[Call], Body]) -> Body:
    """The shortest pause between two mails may be longer than the longest."""
    mailboxes = [
        {key: value for key, value in one.items() if key != "sending_wait_time_to"} for one in call.body["mailboxes"]
    ]
    return right(replace(call, body=call.body | {"mailboxes": mailboxes}))
