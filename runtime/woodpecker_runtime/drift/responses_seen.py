"""The responses of one operation with one status, compared as a whole: status, headers, and whether there is a body."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping

from .body_fields import BodyField, Finding, MemoryBudget
from .expected_responses import ExpectedResponse
from .expected_schema import ANYTHING
from .headers import is_ordinary
from .names import HIDDEN, HIDDEN_MEDIA_TYPE, printable, printable_media_type
from .report import Kind

# Different headers and media types that the spec does not know. A map in the headers would have no end.
_MOST_NAMES = 50


class Body:
    """A body, parsed where it can be.

    Attributes:
        media_type: as it may be printed; None if there is no body.
        unreadable: why it cannot be parsed although it calls itself JSON; None if it can, or does not.
        value: what was parsed.
    """

    def __init__(self, content_type: str | None, content: bytes) -> None:
        self.media_type = printable_media_type(content_type) if content else None
        # As the client reads it: a body that says nothing of itself is taken for JSON.
        self.is_json = bool(content) and (not content_type or "json" in content_type.lower())
        self.unreadable: str | None = None
        self.value: object = None
        if self.is_json:
            try:
                self.value = json.loads(content)
            except RecursionError:
                self.unreadable = "nested too deeply"
            except ValueError:
                self.unreadable = "not JSON"


class ResponsesSeen:
    """What was seen of them.

    Args:
        expected: what the spec says; None if it does not list the status.
    """

    def __init__(self, expected: ExpectedResponse | None) -> None:
        self.number = 0
        self._expected = expected
        self._found: Counter[tuple[Kind, str, str]] = Counter()
        self._names: set[str] = set()
        self._bodies: dict[str | None, BodyField] = {}

    def look(self, headers: Mapping[str, str], body: Body, words: frozenset[str], budget: MemoryBudget) -> None:
        """Compare one response with what is expected."""
        self.number += 1
        for name in map(str.lower, headers):
            if not is_ordinary(name) and (self._expected is None or name not in self._expected.headers):
                self._note("undocumented_header", "not documented", self._few(printable(name, None), HIDDEN))
        self._look_at_presence(body.media_type)
        if body.unreadable is not None:
            self._note("unreadable_body", body.unreadable)
        elif body.is_json:
            self._body_field(body.media_type).look(body.value, words, budget)

    def findings(self) -> Iterator[Finding]:
        """Everything that differs."""
        for (kind, where, what), times in self._found.items():
            yield kind, where, what, times
        for place in self._bodies.values():
            yield from place.findings()

    def _look_at_presence(self, media_type: str | None) -> None:
        expected = self._expected
        came = self._few(media_type, HIDDEN_MEDIA_TYPE) if media_type else "no body"
        if expected is None:
            self._note("undocumented_status", came)
        elif not expected.content:
            if media_type:
                self._note("unexpected_body", came)
        elif not media_type:
            self._note("missing_body", came)
        elif media_type not in expected.content:
            self._note("media_type", f"{came} instead of {' or '.join(expected.content)}")

    def _body_field(self, media_type: str | None) -> BodyField:
        content = self._expected.content if self._expected else {}
        # A body of another type than the expected one most often still is what was expected.
        kind = media_type if media_type in content else next(iter(content), None)
        if kind not in self._bodies:
            self._bodies[kind] = BodyField("", ANYTHING if kind is None else content[kind])
        return self._bodies[kind]

    def _note(self, kind: Kind, what: str, where: str = "") -> None:
        self._found[kind, where, what] += 1

    def _few(self, name: str, otherwise: str) -> str:
        if name not in self._names and len(self._names) >= _MOST_NAMES:
            return otherwise
        self._names.add(name)
        return name
