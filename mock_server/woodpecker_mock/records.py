"""What the mock remembers of the requests that came."""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass


@dataclass
class Entry:
    """One request in the log: what it was and which row of the policy decided it. Keys are not logged.

    The status is 0 as long as there is no answer, and stays 0 if there never is one.
    """

    time: str
    method: str
    path: str
    operation: str | None
    key: str
    company: str | None
    status: int = 0
    row: int | None = None


class Records:
    """The last 200 requests, and counts of all.

    Attributes:
        log: the last requests, the latest at the end.
        hits: how often each operation was answered with each status.
        executed: how often each operation ran to its end, by operationId, whatever was answered then.
        executed_for: the same by operationId and company: the one in `x-company-id`, else the client key's, else the
            one in the path; None where there is none.
        in_flight: requests for the API that wait for their answer now, of all accounts and of none.
        in_flight_highest: the most there were at once.
    """

    def __init__(self) -> None:
        self.log: deque[Entry] = deque(maxlen=200)
        self.hits: Counter[tuple[str, int]] = Counter()
        self.executed: Counter[str] = Counter()
        self.executed_for: Counter[tuple[str, int | None]] = Counter()
        self.in_flight = self.in_flight_highest = 0

    @contextmanager
    def coming(self, entry: Entry) -> Generator[None]:
        """A request from its arrival to the end of its answer, whatever that is."""
        self.log.append(entry)
        self.in_flight += 1
        self.in_flight_highest = max(self.in_flight_highest, self.in_flight)
        try:
            yield
        finally:
            self.in_flight -= 1

    def ran(self, operation: str, company: int | None) -> None:
        self.executed[operation] += 1
        self.executed_for[operation, company] += 1

    def reset(self) -> None:
        """Forget all; what is in flight stays so."""
        self.in_flight_highest = self.in_flight
        for record in (self.log, self.hits, self.executed, self.executed_for):
            record.clear()

    def state(self) -> dict[str, object]:
        """What `GET /_mock/executed` shows."""
        companies = [
            {"operation": operation, "company": company, "count": count}
            for (operation, company), count in list(self.executed_for.items())
        ]
        return {
            "operations": dict(self.executed),
            "companies": companies,
            "in_flight_highest": self.in_flight_highest,
        }
