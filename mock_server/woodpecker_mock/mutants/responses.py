"""Responses that differ from another one in one respect."""

from __future__ import annotations

import json
from typing import Any, cast

from starlette.responses import Response


def modified(
    response: Response, *, status: int | None = None, body: bytes | None = None, content_type: str | None = None
) -> Response:
    """The same response with other parts, and the right framing.

    Args:
        content_type: an empty string for none.
    """
    copy = Response(response.body if body is None else body, response.status_code if status is None else status)
    for name, value in response.headers.items():
        if name != "content-length":
            copy.headers[name] = value
    if content_type is not None:
        del copy.headers["content-type"]
        if content_type:
            copy.headers["content-type"] = content_type
    return copy


def with_status(response: Response, was: int, becomes: int) -> Response:
    """The same response, with another status if it had this one."""
    return modified(response, status=becomes) if response.status_code == was else response


def error_object(response: Response) -> dict[str, Any] | None:
    """The error object of an error response; None where there is none, which another mutant may be the reason for."""
    if response.status_code < 400:
        return None
    try:
        value = json.loads(bytes(response.body))
    except ValueError:
        return None
    return cast("dict[str, Any]", value) if isinstance(value, dict) else None


def with_json(
    response: Response, value: Any, *, status: int | None = None, content_type: str | None = None
) -> Response:
    """The same response with this JSON as its body."""
    body = json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
    return modified(response, status=status, body=body)
