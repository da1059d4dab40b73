"""What an answer that is no success has to look like, and what every answer has to."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

from .contract import Operation
from .exchange import Got
from .table import Refusal

JSON = "application/json"


def body_problems(got: Got, promised: bool | None) -> Iterator[str]:
    """What is wrong with the form of a body, whatever it says.

    Args:
        promised: whether there has to be a body; None if that is open.
    """
    if promised is False and (got.body or got.content_type is not None):
        yield f"{got.status} with a body or a content type, where neither is promised"
    if promised is True and not got.body:
        yield f"{got.status} without the body that is promised"
    if bool(got.body) != (got.content_type is not None):
        yield f"{got.status} with {'a body' if got.body else 'a content type'} only: both or neither"
    if got.body and (got.content_type or "").partition(";")[0].strip().lower() != JSON:
        yield f"{got.status} with a body whose content type is not {JSON}"
    if got.body:
        yield from _text_problems(got)


def _text_problems(got: Got) -> Iterator[str]:
    charset = re.search(r"charset=([^;]+)", got.content_type or "", re.IGNORECASE)
    if charset and charset[1].strip(' "').lower() not in ("utf-8", "utf8"):
        yield f"{got.status} in an encoding other than UTF-8"
    if got.body.startswith(b"\xef\xbb\xbf"):
        yield f"{got.status} begins with a byte order mark"
    try:
        got.json  # noqa: B018
    except ValueError:
        yield f"{got.status} with a body that is no JSON in UTF-8"


def refusal_problems(got: Got, wanted: Refusal, now: datetime) -> Iterator[str]:
    """What is wrong with an error in the API's usual form.

    Args:
        now: when it was given.
    """
    if wanted.title is None:
        return
    body = _object(got)
    if body.keys() != {"title", "status", "detail", "timestamp"}:
        yield f"{got.status} is no error object: title, status, detail and timestamp"
        return
    if type(body["status"]) is not int or body["status"] != got.status:
        yield f"{got.status} says another status in its body"
    if body["title"] != wanted.title:
        yield f"{got.status} has not the title {wanted.title!r}"
    if not isinstance(body["detail"], str) or not body["detail"].strip():
        yield f"{got.status} has no detail"
    elif wanted.detail is not None and body["detail"] != wanted.detail:
        yield f"{got.status} has not the detail {wanted.detail!r}"
    if body["timestamp"] != timestamp(now):
        yield f"{got.status} has a timestamp that is not the time in UTC as YYYY-MM-DD HH:MM:SS"


def coded_problems(got: Got) -> Iterator[str]:
    """What is wrong with an error of the form `code` and `details`."""
    body = _object(got)
    details: Any = body.get("details")
    texts = isinstance(details, list) and details and all(isinstance(one, str) and one for one in details)
    if body.keys() != {"code", "details"} or not isinstance(body["code"], str) or not body["code"] or not texts:
        yield f"{got.status} is no error object: code and details"


REASONS = {
    400: Refusal(400, "Bad request", by_row=False),
    404: Refusal(404, "Not Found", "Requested resource does not exist", by_row=False),
    405: Refusal(405, "Method Not Allowed", by_row=False),
    409: Refusal(409, "Conflict", by_row=False),
}
"""The refusals of requests that their rows let in, and that are wrong for other reasons."""


def timestamp(now: datetime) -> str:
    """A time as error bodies write it: in UTC, without saying so."""
    return now.astimezone(UTC).strftime("%Y-%m-%d %H:%M:%S")


def error_problems(got: Got, wanted: Refusal, operation: Operation | None, now: datetime) -> Iterator[str]:
    """What is wrong with a refusal, in the form that the operation has for it."""
    if operation is not None and not wanted.by_row and wanted.status < 500 and operation.has_codes(wanted.status):
        yield from coded_problems(got)
    else:
        yield from refusal_problems(got, wanted, now)


def _object(got: Got) -> dict[str, Any]:
    try:
        value = got.json
    except ValueError:
        return {}
    return value if isinstance(value, dict) else {}
