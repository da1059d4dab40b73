"""What an error response has to look like, and what every response has to."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

from .contract import Operation
from .messages import ReceivedResponse
from .table import Rejection

JSON = "application/json"


def body_problems(received: ReceivedResponse, documented: bool | None) -> Iterator[str]:
    """What is wrong with the form of a body, whatever it says.

    Args:
        documented: whether there has to be a body; None if that is open.
    """
    if documented is False and (received.body or received.content_type is not None):
        yield f"{received.status} with a body or a content type, where neither is documented"
    if documented is True and not received.body:
        yield f"{received.status} without the body that is documented"
    if bool(received.body) != (received.content_type is not None):
        yield f"{received.status} with {'a body' if received.body else 'a content type'} only: both or neither"
    if received.body and (received.content_type or "").partition(";")[0].strip().lower() != JSON:
        yield f"{received.status} with a body whose content type is not {JSON}"
    if received.body:
        yield from _text_problems(received)


def _text_problems(received: ReceivedResponse) -> Iterator[str]:
    charset = re.search(r"charset=([^;]+)", received.content_type or "", re.IGNORECASE)
    if charset and charset[1].strip(' "').lower() not in ("utf-8", "utf8"):
        yield f"{received.status} in an encoding other than UTF-8"
    if received.body.startswith(b"\xef\xbb\xbf"):
        yield f"{received.status} begins with a byte order mark"
    try:
        received.json  # noqa: B018
    except ValueError:
        yield f"{received.status} with a body that is no JSON in UTF-8"


def rejection_problems(received: ReceivedResponse, wanted: Rejection, now: datetime) -> Iterator[str]:
    """What is wrong with an error in the API's usual form.

    Args:
        now: when it was given.
    """
    if wanted.title is None:
        return
    body = _object(received)
    if body.keys() != {"title", "status", "detail", "timestamp"}:
        yield f"{received.status} is no error object: title, status, detail and timestamp"
        return
    if type(body["status"]) is not int or body["status"] != received.status:
        yield f"{received.status} says another status in its body"
    if body["title"] != wanted.title:
        yield f"{received.status} has not the title {wanted.title!r}"
    if not isinstance(body["detail"], str) or not body["detail"].strip():
        yield f"{received.status} has no detail"
    elif wanted.detail is not None and body["detail"] != wanted.detail:
        yield f"{received.status} has not the detail {wanted.detail!r}"
    if body["timestamp"] != timestamp(now):
        yield f"{received.status} has a timestamp that is not the time in UTC as YYYY-MM-DD HH:MM:SS"


def coded_problems(received: ReceivedResponse) -> Iterator[str]:
    """What is wrong with an error of the form `code` and `details`."""
    body = _object(received)
    details: Any = body.get("details")
    texts = isinstance(details, list) and details and all(isinstance(one, str) and one for one in details)
    if body.keys() != {"code", "details"} or not isinstance(body["code"], str) or not body["code"] or not texts:
        yield f"{received.status} is no error object: code and details"


def v1_problems(received: ReceivedResponse) -> Iterator[str]:
    """What is wrong with the error of v1 for a route that it does not have."""
    error = _object(received).get("status")
    if not isinstance(error, dict) or (error.get("status"), error.get("code")) != ("ERROR", "E_URL_NOT_FOUND"):
        yield f"{received.status} is no error object of v1 with the code E_URL_NOT_FOUND"


REASONS = {
    400: Rejection(400, "Bad request", by_row=False),
    404: Rejection(404, "Not Found", "Requested resource does not exist", by_row=False),
    405: Rejection(405, "Method Not Allowed", by_row=False),
    409: Rejection(409, "Conflict", by_row=False),
}
"""The rejections of requests that their rows let in, and that are wrong for other reasons."""


def timestamp(now: datetime) -> str:
    """A time as error bodies write it: in UTC, without saying so."""
    return now.astimezone(UTC).strftime("%Y-%m-%d %H:%M:%S")


def error_problems(
    received: ReceivedResponse, wanted: Rejection, operation: Operation | None, now: datetime
) -> Iterator[str]:
    """What is wrong with a rejection, in the form that the operation has for it."""
    if operation is not None and not wanted.by_row and wanted.status < 500 and operation.has_codes(wanted.status):
        yield from coded_problems(received)
    else:
        yield from rejection_problems(received, wanted, now)


def _object(received: ReceivedResponse) -> dict[str, Any]:
    try:
        value = received.json
    except ValueError:
        return {}
    return value if isinstance(value, dict) else {}
