"""Bugs in which requests are valid."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from typing import Any, TypeAlias

from ..contract.json_values import is_object
from ..contract.openapi import openapi_document
from ..handlers.operation_call import Body, OperationCall
from ..http.body import parse_json
from ..http.problem import Problem
from ..http.requests import ParsedRequest, RawRequest
from .mutant import PARSE, MutantKind

validation = MutantKind("validation")

Parse: TypeAlias = Callable[[RawRequest], ParsedRequest]


def _lenient(request: RawRequest, original: Parse, *rules: str) -> ParsedRequest:
    """The parsed request, even if the body breaks these rules and no others."""
    try:
        return original(request)
    except Problem as problem:
        if not all(line.endswith(rules) for line in problem.detail.split("; ")):
            raise
        return ParsedRequest(
            request.operation.parse_parameters(request.path, request.query),
            parse_json(request.content_type, request.body),
        )


@validation.at(PARSE)
def batches_have_no_maximum(request: RawRequest, original: Parse) -> ParsedRequest:
    """A request may hold more companies, guests, entries or mailboxes than allowed."""
    return _lenient(request, original, "breaks the rule maxItems")


@validation.at(PARSE)
def empty_batches_are_accepted(request: RawRequest, original: Parse) -> ParsedRequest:
    """A request may hold no company, guest, entry or mailbox at all."""
    return _lenient(request, original, "breaks the rule minItems")


@validation.at(PARSE)
def blank_strings_are_accepted(request: RawRequest, original: Parse) -> ParsedRequest:
    """Names and labels may be empty, and addresses may have any form."""
    return _lenient(request, original, "breaks the rule pattern", "breaks the rule minLength")


@validation.at(PARSE)
def wrong_page_is_the_first(request: RawRequest, original: Parse) -> ParsedRequest:
    """A page that is no number or too low counts as the first one."""
    try:
        return original(request)
    except Problem as problem:
        if "query parameter page " not in problem.detail:
            raise
        return original(replace(request, query={name: text for name, text in request.query.items() if name != "page"}))


@validation.at(PARSE)
def large_page_size_is_cut(request: RawRequest, original: Parse) -> ParsedRequest:
    """A page size above the maximum is cut to 50 instead of being rejected."""
    try:
        return original(request)
    except Problem as problem:
        if "query parameter per_page " not in problem.detail or not request.query.get("per_page", "").isdecimal():
            raise
        return original(replace(request, query=request.query | {"per_page": "50"}))


@validation.at(PARSE)
def any_content_type_is_read(request: RawRequest, original: Parse) -> ParsedRequest:
    """A body is read as JSON whatever its content type is."""
    return original(replace(request, content_type="application/json"))


@validation.at(PARSE)
def charset_is_rejected(request: RawRequest, original: Parse) -> ParsedRequest:
    """A content type with a charset is rejected."""
    return original(replace(request, content_type="") if "charset" in request.content_type else request)


@validation.at(PARSE)
def unknown_fields_are_rejected(request: RawRequest, original: Parse) -> ParsedRequest:
    """A body with a field that is not in the spec is rejected."""
    parsed_request = original(request)
    if request.operation.body is not None and is_object(parsed_request.body):
        schema = request.operation.raw["requestBody"]["content"]["application/json"]["schema"]
        known = openapi_document()["components"]["schemas"][schema["$ref"].rpartition("/")[2]]["properties"]
        if not known.keys() >= parsed_request.body.keys():
            raise Problem(400, "Bad request", "the body has an unknown field")
    return parsed_request


@validation.at(PARSE)
def null_is_rejected(request: RawRequest, original: Parse) -> ParsedRequest:
    """Null is rejected where it is allowed."""
    parsed_request = original(request)
    if request.body and re.search(rb":\s*null\b", request.body):
        raise Problem(400, "Bad request", "null is not allowed")
    return parsed_request


@validation.handling("updateMicrosoftCredential")
def secret_needs_no_expiry(call: OperationCall, original: Callable[[OperationCall], Body]) -> Body:
    """A new secret may come without the time at which it stops working, and that time without a secret."""
    body: dict[str, Any] = call.body
    if ("client_secret" in body) != ("secret_expires_at" in body):
        body = {"client_secret": "", "secret_expires_at": "2030-01-01T00:00:00Z"} | body
    return original(replace(call, body=body))


@validation.handling("connectMailboxes")
def pauses_may_be_reversed(call: OperationCall, original: Callable[[OperationCall], Body]) -> Body:
    """The shortest pause between two mails may be longer than the longest."""
    mailboxes = [
        {key: value for key, value in one.items() if key != "sending_wait_time_to"} for one in call.body["mailboxes"]
    ]
    return original(replace(call, body=call.body | {"mailboxes": mailboxes}))
