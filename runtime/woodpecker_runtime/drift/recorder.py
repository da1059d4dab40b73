"""All answers that were seen, of all operations, under one lock."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from threading import Lock

from .body_fields import Room
from .expected_responses import promises
from .report import Deviation, Kind, Report, in_order
from .responses_seen import AnswersSeen, Body


class Tally:
    """What an observer has seen."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._room = Room()
        self._seen: dict[tuple[str, int], AnswersSeen] = {}

    def add(self, operation: str, status: int, headers: Mapping[str, str], content: bytes) -> None:
        """Compare one answer.

        Raises:
            LookupError: the spec has no such operation.
        """
        spec = promises()
        promised = spec.operations[operation].get(status)
        body = Body(headers.get("content-type"), content)
        with self._lock:
            seen = self._seen.get((operation, status))
            if seen is None:
                seen = self._seen[operation, status] = AnswersSeen(promised)
            seen.look(headers, body, spec.words, self._room)

    def report(self) -> Report:
        """What differs, with what never came."""
        spec = promises()
        counts: Counter[tuple[str, Kind, str, str]] = Counter()
        answers: Counter[str] = Counter()
        with self._lock:
            for (operation, status), seen in self._seen.items():
                answers[operation] += seen.number
                for kind, path, what, times in seen.findings():
                    counts[operation, kind, f"{status} {path}".rstrip(), what] += times
            for operation, number in answers.items():
                for status in spec.operations[operation]:
                    if (operation, status) not in self._seen:
                        counts[operation, "never_seen_status", str(status), "never seen"] = number
            left_out = self._room.left_out
        found = sorted((Deviation(*said, times) for said, times in counts.items()), key=in_order)
        return Report(tuple(found), answers.total(), spec.version, left_out)
