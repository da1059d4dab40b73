"""Sending one planned request after the other, and when to stop."""

from __future__ import annotations

import json
import time
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

import httpx
from woodpecker_auth import OWN_ACCOUNT, SCOPE_EXTENSION, CompanyScope
from woodpecker_client import Observer
from woodpecker_runtime.error_envelope import error_envelope_of

from .listed import Listed
from .plan import PlannedRequest
from .read_only_transport import ReadOnlyTransport
from .schema import Schema

#: So many times in a row without a real response, and the run is over.
ATTEMPTS = 3


class Stop(Exception):
    """Nothing more may be sent, and why."""


@dataclass
class Run:
    """A run and what came of it.

    Args:
        http: the client whose requests go through `transport`.
        base_url: where the API is.
        company: the account that account routes are called for; None for the key's own.
        pause: seconds before a request is retried.

    Attributes:
        statuses: how often each operation gave each status; 0 for no response.
        failures: what schemathesis found where the observer found nothing, by operation and status.
        ended: why it is over; None while it is not.
        whole: whether it came to its end by itself.
    """

    http: httpx.Client
    transport: ReadOnlyTransport
    schema: Schema
    listed: Listed
    base_url: str
    company: CompanyScope | None
    pause: float
    observer: Observer = field(default_factory=Observer)
    statuses: Counter[tuple[str, int]] = field(default_factory=Counter[tuple[str, int]])
    failures: Counter[tuple[str, int, str]] = field(default_factory=Counter[tuple[str, int, str]])
    ended: str | None = None
    whole: bool = False

    def send(self, planned_requests: Iterable[PlannedRequest]) -> None:
        """Send them all, as far as the budget and the account allow."""
        self.ended = "it was interrupted, or failed itself"
        try:
            for planned in planned_requests:
                if not self._send(planned):
                    self.ended = "the budget was used up"
                    break
            else:
                self.ended = "all that was planned was sent"
            self.whole = True
        except Stop as stop:
            self.ended = str(stop)

    def _send(self, planned: PlannedRequest) -> bool:
        """Send it, and again as long as no real response comes; False if the budget does not allow it."""
        for attempt in range(ATTEMPTS):
            if attempt:
                time.sleep(self.pause)
            if not self.transport.left:
                return False
            trouble = self._once(planned)
            if trouble is None:
                return True
        raise Stop(f"{trouble} from {planned.operation.id}, {ATTEMPTS} times in a row")

    def _once(self, planned: PlannedRequest) -> str | None:
        """One request; what kept it from a real response, if anything did.

        Raises:
            Stop: the response says that no more must be sent.
        """
        operation = planned.operation
        scope = None if operation.family == "agency" else self.company or OWN_ACCOUNT
        try:
            response = self.http.get(
                f"{self.base_url}{planned.path}", params=planned.query, extensions={SCOPE_EXTENSION: scope}
            )
        except httpx.RequestError as failure:
            self.statuses[operation.id, 0] += 1
            return f"no response ({type(failure).__name__})"
        self.statuses[operation.id, response.status_code] += 1
        body = _parsed(response)
        self._look(planned, response)
        if response.is_success:
            self.listed.learn(operation.id, body)
        envelope = error_envelope_of(body)
        # v1 routes report failures inside a 200, and too many requests as a 409.
        statuses = {response.status_code, envelope.status if envelope else None}
        if 401 in statuses:
            raise Stop(f"401 from {operation.id}: the key is wrong, or its account has no access to the API")
        if 403 in statuses:
            raise Stop(f"403 from {operation.id}: {_FORBIDDEN[operation.family]}")
        return "429" if 429 in statuses else None

    def _look(self, planned: PlannedRequest, response: httpx.Response) -> None:
        operation = planned.operation.id
        seen = (operation, response.status_code, response.headers, response.content)
        self.observer.saw(*seen)
        alone = Observer()
        alone.saw(*seen)
        if not alone.report().contradictions:
            for failure in self.schema.failures(operation, planned.ids, response):
                self.failures[operation, response.status_code, failure] += 1


_FORBIDDEN = {
    "agency": "the agency has no agency add-on, or the key is a client's (then say --client-key)",
    "account": "the key may not act for this account",
}


def _parsed(response: httpx.Response) -> object:
    try:
        return json.loads(response.content)
    except (ValueError, RecursionError):
        return None
