"""Reading a request's body."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from starlette.requests import Request

from .problem import Problem

_MAX_BYTES = 10 * 1024 * 1024
# Any body of the API has fewer; the validator stops at 255 with an error of its own.
_MAX_DEPTH = 100


async def read_body(request: Request) -> bytes:
    """The whole body.

    Raises:
        Problem: 413, it is too large; the rest of it is never read, so the connection cannot be reused.
        ClientDisconnect: the client disconnected while sending it.
    """
    # The server has made sure that it is a number.
    size = int(request.headers.get("content-length", 0))
    raw = bytearray()
    if size <= _MAX_BYTES:
        async for chunk in request.stream():
            raw += chunk
            if len(raw) > _MAX_BYTES:
                break
        else:
            return bytes(raw)
    raise Problem(413, "Content Too Large", "the body is larger than 10 MB")


def parse_json(content_type: str, raw: bytes) -> Any:
    """The JSON value of a body.

    Raises:
        Problem: 400, it is not JSON.
    """
    if content_type.partition(";")[0].strip().lower() != "application/json":
        raise Problem(400, "Bad request", "the content type must be application/json")
    try:
        value = json.loads(raw.decode("utf-8"), parse_constant=_reject_constant)
        # Half of a surrogate pair is JSON and no text; 1e999 is JSON and no number that can be written again.
        json.dumps(value, ensure_ascii=False, allow_nan=False).encode("utf-8")
    except (ValueError, RecursionError):
        raise Problem(400, "Bad request", "the body is not JSON") from None
    if _depth(value) > _MAX_DEPTH:
        raise Problem(400, "Bad request", f"the body is nested deeper than {_MAX_DEPTH} levels")
    return value


def _depth(value: Any) -> int:
    depth, level = 0, [value]
    while level:
        depth += 1
        level = [inner for outer in level for inner in _children(outer)]
    return depth


def _children(value: Any) -> Iterator[Any]:
    if isinstance(value, dict):
        yield from value.values()
    elif isinstance(value, list):
        yield from value


def _reject_constant(name: str) -> None:
    raise ValueError(name)
