"""The last requests and the row of the decision table that decided each. Keys are never in it."""

from __future__ import annotations

from collections import deque
from dataclasses import asdict, dataclass
from typing import Any

KEPT = 200
_LONGEST_PATH = 200


@dataclass
class Entry:
    """One request. `key` is the kind of key that came with it, `row` is None where no row was reached."""

    time: str
    method: str
    path: str
    key: str = "not looked at"
    agency: str | None = None
    company: int | None = None
    operation: str | None = None
    status: int = 0
    row: int | None = None
    detail: str | None = None


class Journal:
    """A ring: the newest entry pushes the oldest out."""

    def __init__(self) -> None:
        self._entries: deque[Entry] = deque(maxlen=KEPT)

    def add(self, entry: Entry) -> None:
        entry.path = entry.path[:_LONGEST_PATH]
        self._entries.append(entry)

    def newest_first(self) -> list[dict[str, Any]]:
        return [asdict(entry) for entry in reversed(self._entries)]
