"""Faults in how an answer is written: its bytes and its content type."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from typing import TypeAlias

from starlette.responses import Response

from ..deviation import ANSWER, Given, Kind
from .wording import like

encoding = Kind("encoding")

Answer: TypeAlias = Callable[[Given], Response]


def _rewritten(response: Response, rewrite: Callable[[str], bytes]) -> Response:
    """The same answer with what `rewrite` makes of its text, where it has one."""
    return like(response, body=rewrite(bytes(response.body).decode("utf-8", "replace"))) if response.body else response


@encoding.at(ANSWER)
def body_is_latin_1(given: Given, right: Answer) -> Response:
    """Bodies are written in Latin-1, which JSON never is."""
    return _rewritten(right(given), lambda text: text.encode("latin-1", "replace"))


@encoding.at(ANSWER)
def umlauts_are_question_marks(given: Given, right: Answer) -> Response:
    """Every letter beyond ASCII has become a question mark."""
    return _rewritten(right(given), lambda text: text.encode("ascii", "replace"))


@encoding.at(ANSWER)
def umlauts_are_encoded_twice(given: Given, right: Answer) -> Response:
    """What is UTF-8 already is encoded once more."""
    return _rewritten(right(given), lambda text: text.encode().decode("latin-1").encode())


@encoding.at(ANSWER)
def body_begins_with_a_mark(given: Given, right: Answer) -> Response:
    """Bodies begin with a byte order mark."""
    return _rewritten(right(given), lambda text: text.encode("utf-8-sig"))


@encoding.at(ANSWER)
def body_is_json_in_json(given: Given, right: Answer) -> Response:
    """A success is JSON written into a JSON text."""
    response = right(given)
    return _rewritten(response, lambda text: json.dumps(text).encode()) if response.status_code < 400 else response


@encoding.at(ANSWER)
def lists_end_with_a_comma(given: Given, right: Answer) -> Response:
    """Lists of objects have a comma too many."""
    return _rewritten(right(given), lambda text: text.replace("}]", "},]").encode())


@encoding.at(ANSWER)
def zero_is_not_a_number(given: Given, right: Answer) -> Response:
    """A number 0 is written as NaN, which JSON does not have."""
    return _rewritten(right(given), lambda text: re.sub(r'(?<=":)0(?=[,}])', "NaN", text).encode())


@encoding.at(ANSWER)
def success_is_plain_text(given: Given, right: Answer) -> Response:
    """A success with a body calls itself text/plain."""
    response = right(given)
    return like(response, content_type="text/plain") if response.body and response.status_code < 400 else response


@encoding.at(ANSWER)
def refusal_is_a_page(given: Given, right: Answer) -> Response:
    """A 404 is a page for people."""
    response = right(given)
    if response.status_code != 404:
        return response
    return like(response, body=b"<html><body><h1>404</h1></body></html>", content_type="text/html; charset=utf-8")


@encoding.at(ANSWER)
def success_is_a_page(given: Given, right: Answer) -> Response:
    """The list of companies is a page for people, with 200."""
    response = right(given)
    if given.operation is None or given.operation.id != "listCompanies" or response.status_code != 200:
        return response
    return like(
        response, body=b"<html><body>One moment, please.</body></html>", content_type="text/html; charset=utf-8"
    )


@encoding.at(ANSWER)
def empty_403_has_a_content_type(given: Given, right: Answer) -> Response:
    """A 403 without a body names a content type."""
    response = right(given)
    return response if response.status_code != 403 or response.body else like(response, content_type="application/json")
