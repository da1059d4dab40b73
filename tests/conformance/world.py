"""A mock's world by the words that server.json uses, and what the mock logged."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import httpx
from woodpecker_mock import MockServer


@dataclass
class Named:
    """Keys and ids of a world by name."""

    keys: dict[str, str]
    ids: dict[str, int]


def row_logged(mock: MockServer, http: httpx.Client) -> int | None:
    """The row of the decision table by which the mock decided the last request."""
    row: int | None = http.get(f"{mock.url}/_mock/requests").json()[-1]["row"]
    return row


def header_text(header: dict[str, str] | None, names: dict[str, Any]) -> str | None:
    """A header as a case gives it, by name or as its text; None for no such header."""
    match header:
        case None:
            return None
        case {"name": name, **rest} if not rest:
            return str(names[name])
        case {"text": text, **rest} if not rest:
            return text
    raise ValueError(f"neither a name nor a text: {header}")
