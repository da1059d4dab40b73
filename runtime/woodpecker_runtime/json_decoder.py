"""The decoder for JSON: msgspec's where it is installed, otherwise the standard library's.

msgspec takes a third of the time. Whatever it decodes, it decodes as the standard library does; it refuses some
documents that the standard library accepts (NaN, a number beyond the range of a float, half of a surrogate pair, a byte
order mark, UTF-16), so what it refuses is decoded again.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import TypeAlias

Decoder: TypeAlias = Callable[[bytes], object]


def with_fallback(decode: Decoder) -> Decoder:
    """A decoder that leaves to the standard library what `decode` refuses."""

    def decode_all(content: bytes) -> object:
        try:
            return decode(content)
        except Exception:
            return json.loads(content)

    return decode_all


# Imported here and not at the first response: a thread may fork while another one imports.
try:
    from msgspec.json import decode as _msgspec_decode
except ImportError:
    decode_json: Decoder = json.loads
else:
    decode_json = with_fallback(_msgspec_decode)
"""Decodes one document.

Raises:
    ValueError: the document is not JSON.
    RecursionError: it is nested too deeply.
"""
