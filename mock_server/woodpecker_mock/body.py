"""Reading a request's body."""

from __future__ import annotations

import json
from typing import Any

from starlette.requests import Request

from .policy import Problem

_LARGEST = 10 * 1024 * 1024


async def read(request: Request) -> bytes:
    """The whole body.

    Raises:
        Problem: 413, it is too large.
        ClientDisconnect: the client hung up while sending it.
    """
    raw = bytearray()
    async for chunk in request.stream():
        raw += chunk
        if len(raw) > _LARGEST:
            raise Problem(413, "Content Too Large", "the body is larger than 10 MB")
    return bytes(raw)


def parsed(content_type: str, raw: bytes) -> Any:
    """The JSON value of a body.

    Raises:
        Problem: 400, it is none.
    """
    if content_type.partition(";")[0].strip().lower() != "application/json":
        raise Problem(400, "Bad request", "the content type must be application/json")
    try:
        value = json.loads(raw.decode("utf-8"), parse_constant=_no_constant)
        # Half of a surrogate pair is JSON and no text.
        json.dumps(value, ensure_ascii=False).encode("utf-8")
        return value
    except (ValueError, RecursionError):
        raise Problem(400, "Bad request", "the body is not JSON") from None


def _no_constant(name: str) -> None:
    raise ValueError(name)
