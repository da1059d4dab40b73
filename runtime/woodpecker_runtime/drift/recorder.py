"""All responses that were seen, of all operations, under one lock."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from threading import Lock

from .body_fields import MemoryBudget
from .expected_responses import expected_responses
from .report import Kind, Mismatch, Report, in_order
from .responses_seen import Body, ResponsesSeen


class Recorder:
    """What an observer has seen."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._budget = MemoryBudget()
        self._seen: dict[tuple[str, int], ResponsesSeen] = {}

    def add(self, operation: str, status: int, headers: Mapping[str, str], content: bytes) -> None:
        """Compare one response.

        Raises:
            LookupError: the spec has no such operation.
        """
        spec = expected_responses()
        expected = spec.operations[operation].get(status)
        body = Body(headers.get("content-type"), content)
        with self._lock:
            seen = self._seen.get((operation, status))
            if seen is None:
                seen = self._seen[operation, status] = ResponsesSeen(expected)
            seen.look(headers, body, spec.words, self._budget)

    def report(self) -> Report:
        """What differs, with what never came."""
        spec = expected_responses()
        counts: Counter[tuple[str, Kind, str, str]] = Counter()
        responses: Counter[str] = Counter()
        with self._lock:
            for (operation, status), seen in self._seen.items():
                responses[operation] += seen.number
                for kind, path, what, times in seen.findings():
                    counts[operation, kind, f"{status} {path}".rstrip(), what] += times
            for operation, number in responses.items():
                for status in spec.operations[operation]:
                    if (operation, status) not in self._seen:
                        counts[operation, "never_seen_status", str(status), "never seen"] = number
            skipped = self._budget.skipped
        found = sorted((Mismatch(*key, times) for key, times in counts.items()), key=in_order)
        return Report(tuple(found), responses.total(), spec.version, skipped)
