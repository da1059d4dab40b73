"""A request as it was sent and the response as it was received, whoever sent it."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

Headers = tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class SentRequest:
    """A request. Header names are in lower case, and values without blanks around them, as HTTP reads them."""

    method: str
    url: str
    headers: Headers = field(repr=False)
    body: bytes = field(default=b"", repr=False)

    @property
    def path(self) -> str:
        """Below the API's address."""
        path = unquote(urlsplit(self.url).path)
        return "/" + path.removeprefix("/rest/").strip("/")

    @property
    def query(self) -> list[tuple[str, str]]:
        return parse_qsl(urlsplit(self.url).query, keep_blank_values=True)

    def all(self, name: str) -> list[str]:
        """Every value of a header."""
        return [value for known, value in self.headers if known == name]

    def header(self, name: str) -> str:
        """The first value of a header, empty if there is none."""
        return next(iter(self.all(name)), "")


@dataclass(frozen=True)
class ReceivedResponse:
    """A response."""

    status: int
    headers: Headers
    body: bytes = field(repr=False)

    @property
    def content_type(self) -> str | None:
        return dict(self.headers).get("content-type")

    @property
    def json(self) -> Any:
        """The body's value.

        Raises:
            ValueError: it is no JSON in UTF-8.
        """
        return json.loads(self.body.decode("utf-8"), parse_constant=_reject)


def headers(items: Any) -> Headers:
    """Headers in the form of `SentRequest` and `ReceivedResponse`, from names and values as text or bytes."""
    return tuple((_text(name).lower(), _text(value).strip(" \t")) for name, value in items)


def _text(value: str | bytes) -> str:
    return value if isinstance(value, str) else value.decode("latin-1")


def _reject(name: str) -> None:
    # NaN and infinities: Python reads them, JSON has none.
    raise ValueError(name)
