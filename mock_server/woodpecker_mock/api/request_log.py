"""The log of the requests, and how often each operation ran."""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass


@dataclass
class LogEntry:
    """One request in the log: what it was and which row of the policy decided it. Keys are not logged.

    The status is 0 as long as there is no response, and stays 0 if there never is one.
    """

    time: str
    method: str
    path: str
    operation: str | None
    key: str
    company: str | None
    status: int = 0
    row: int | None = None


class RequestLog:
    """The last 200 requests, and counts of all.

    Attributes:
        entries: the last requests, the latest at the end.
        responses: how many responses each operation gave with each status.
        executed: how often each operation ran to its end, by operationId, whatever the response was.
        executed_for: the same by operationId and company: the one in `x-company-id`, else the client key's, else the
            one in the path; None where there is none.
        in_flight: requests for the API that have no response yet, of all accounts and of none.
        in_flight_highest: the most there were at once.
    """

    def __init__(self) -> None:
        self.entries: deque[LogEntry] = deque(maxlen=200)
        self.responses: Counter[tuple[str, int]] = Counter()
        self.executed: Counter[str] = Counter()
        self.executed_for: Counter[tuple[str, int | None]] = Counter()
        self.in_flight = self.in_flight_highest = 0

    @contextmanager
    def in_progress(self, entry: LogEntry) -> Generator[None]:
        """A request from its arrival to the end of its response, whatever that is."""
        self.entries.append(entry)
        self.in_flight += 1
        self.in_flight_highest = max(self.in_flight_highest, self.in_flight)
        try:
            yield
        finally:
            self.in_flight -= 1

    def count_execution(self, operation: str, company: int | None) -> None:
        self.executed[operation] += 1
        self.executed_for[operation, company] += 1

    def reset(self) -> None:
        """Clear all but what is in flight."""
        self.in_flight_highest = self.in_flight
        for record in (self.entries, self.responses, self.executed, self.executed_for):
            record.clear()

    def state(self) -> dict[str, object]:
        """The body of `GET /_mock/executed`."""
        companies = [
            {"operation": operation, "company": company, "count": count}
            for (operation, company), count in list(self.executed_for.items())
        ]
        return {
            "operations": dict(self.executed),
            "companies": companies,
            "in_flight_highest": self.in_flight_highest,
        }
