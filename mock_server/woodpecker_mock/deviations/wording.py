"""Answers like another one, but for what is wrong."""

from __future__ import annotations

import json
from typing import Any, cast

from starlette.responses import Response


def like(
    response: Response, *, status: int | None = None, body: bytes | None = None, content_type: str | None = None
) -> Response:
    """The same answer with something else in it, framed rightly.

    Args:
        content_type: an empty text for none.
    """
    changed = Response(response.body if body is None else body, response.status_code if status is None else status)
    for name, value in response.headers.items():
        if name != "content-length":
            changed.headers[name] = value
    if content_type is not None:
        del changed.headers["content-type"]
        if content_type:
            changed.headers["content-type"] = content_type
    return changed


def restated(response: Response, was: int, becomes: int) -> Response:
    """The same answer, with another status if it had this one."""
    return like(response, status=becomes) if response.status_code == was else response


def error_in(response: Response) -> dict[str, Any] | None:
    """The error object of a refusal, None where there is none, which another deviation may be the reason for."""
    if response.status_code < 400:
        return None
    try:
        value = json.loads(bytes(response.body))
    except ValueError:
        return None
    return cast("dict[str, Any]", value) if isinstance(value, dict) else None


def saying(response: Response, value: Any, *, status: int | None = None, content_type: str | None = None) -> Response:
    """The same answer with this JSON in it."""
    body = json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
    return like(response, status=status, body=body, content_type=content_type)
