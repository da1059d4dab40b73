"""Bugs in how a response is encoded: its bytes and its content type."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from typing import TypeAlias

from starlette.responses import Response

from .mutant import RESPOND, MutantKind, OutgoingResponse
from .responses import modified

encoding = MutantKind("encoding")

Respond: TypeAlias = Callable[[OutgoingResponse], Response]


def _rewritten(response: Response, rewrite: Callable[[str], bytes]) -> Response:
    """The same response with its text rewritten, where it has one."""
    return (
        modified(response, body=rewrite(bytes(response.body).decode("utf-8", "replace"))) if response.body else response
    )


@encoding.at(RESPOND)
def body_is_latin_1(outgoing: OutgoingResponse, original: Respond) -> Response:
    """Bodies are written in Latin-1, which JSON never is."""
    return _rewritten(original(outgoing), lambda text: text.encode("latin-1", "replace"))


@encoding.at(RESPOND)
def umlauts_are_question_marks(outgoing: OutgoingResponse, original: Respond) -> Response:
    """Every letter beyond ASCII has become a question mark."""
    return _rewritten(original(outgoing), lambda text: text.encode("ascii", "replace"))


@encoding.at(RESPOND)
def umlauts_are_encoded_twice(outgoing: OutgoingResponse, original: Respond) -> Response:
    """What is UTF-8 already is encoded once more."""
    return _rewritten(original(outgoing), lambda text: text.encode().decode("latin-1").encode())


@encoding.at(RESPOND)
def body_begins_with_a_bom(outgoing: OutgoingResponse, original: Respond) -> Response:
    """Bodies begin with a byte order mark."""
    return _rewritten(original(outgoing), lambda text: text.encode("utf-8-sig"))


@encoding.at(RESPOND)
def body_is_json_in_json(outgoing: OutgoingResponse, original: Respond) -> Response:
    """A success is JSON inside of a JSON string."""
    response = original(outgoing)
    return _rewritten(response, lambda text: json.dumps(text).encode()) if response.status_code < 400 else response


@encoding.at(RESPOND)
def lists_end_with_a_comma(outgoing: OutgoingResponse, original: Respond) -> Response:
    """Lists of objects have a comma too many."""
    return _rewritten(original(outgoing), lambda text: text.replace("}]", "},]").encode())


@encoding.at(RESPOND)
def zero_is_not_a_number(outgoing: OutgoingResponse, original: Respond) -> Response:
    """A number 0 is written as NaN, which JSON does not have."""
    return _rewritten(original(outgoing), lambda text: re.sub(r'(?<=":)0(?=[,}])', "NaN", text).encode())


@encoding.at(RESPOND)
def success_is_plain_text(outgoing: OutgoingResponse, original: Respond) -> Response:
    """A success with a body has the content type text/plain."""
    response = original(outgoing)
    return modified(response, content_type="text/plain") if response.body and response.status_code < 400 else response


@encoding.at(RESPOND)
def not_found_is_html(outgoing: OutgoingResponse, original: Respond) -> Response:
    """A 404 is an HTML page."""
    response = original(outgoing)
    if response.status_code != 404:
        return response
    return modified(response, body=b"<html><body><h1>404</h1></body></html>", content_type="text/html; charset=utf-8")


@encoding.at(RESPOND)
def success_is_html(outgoing: OutgoingResponse, original: Respond) -> Response:
    """The list of companies is an HTML page, with 200."""
    response = original(outgoing)
    if outgoing.operation is None or outgoing.operation.id != "listCompanies" or response.status_code != 200:
        return response
    return modified(
        response, body=b"<html><body>One moment, please.</body></html>", content_type="text/html; charset=utf-8"
    )


@encoding.at(RESPOND)
def empty_403_has_a_content_type(outgoing: OutgoingResponse, original: Respond) -> Response:
    """A 403 without a body names a content type."""
    response = original(outgoing)
    return (
        response
        if response.status_code != 403 or response.body
        else modified(response, content_type="application/json")
    )
