"""The body of a response as JSON."""

from __future__ import annotations

from collections.abc import Iterable
from typing import cast

import httpx

from .json_decoder import decode_json
from .types import UNSET

#: Levels of a body, of a request or of a response. The API's own responses have five.
DEEPEST = 100


def json_body(response: httpx.Response) -> object:
    """The parsed body, or UNSET if there is none or it cannot be parsed."""
    media_type = response.headers.get("content-type", "")
    if not response.content or (media_type and "json" not in media_type.lower()):
        return UNSET
    try:
        document = decode_json(response.content)
    except (ValueError, RecursionError):
        return UNSET
    return UNSET if _is_too_deep(response.content, document) else document


def _is_too_deep(content: bytes, document: object) -> bool:
    """Whether a document is nested so deeply that showing, comparing or writing it could exhaust Python's stack."""
    if content.count(b"[") + content.count(b"{") <= DEEPEST:
        return False
    level = [document]
    for _ in range(DEEPEST):
        level = [part for whole in level for part in _parts(whole) if isinstance(part, dict | list)]
    return bool(level)


def _parts(whole: object) -> Iterable[object]:
    if isinstance(whole, dict):
        return cast("dict[str, object]", whole).values()
    return cast("list[object]", whole) if isinstance(whole, list) else ()
