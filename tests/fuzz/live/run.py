"""Asking one question after the other, and when to stop."""

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

from .guard import Guard
from .listed import Listed
from .plan import Question
from .schema import Schema

#: So many times in a row without a real answer, and the run is over.
PATIENCE = 3


class Stop(Exception):
    """Nothing more may be asked, and why."""


@dataclass
class Run:
    """A run and what came of it.

    Args:
        http: the client whose requests go through the guard.
        base_url: where the API is.
        company: the account that account routes are asked for; None for the key's own.
        pause: seconds before a question is repeated.

    Attributes:
        statuses: how often each operation was answered with each status; 0 for no answer.
        failures: what schemathesis found where the observer found nothing, by operation and status.
        ended: why it is over; None while it is not.
        whole: whether it came to its end by itself.
    """

    http: httpx.Client
    guard: Guard
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

    def ask(self, questions: Iterable[Question]) -> None:
        """Ask them all, as far as the budget and the account allow."""
        self.ended = "it was interrupted, or failed itself"
        try:
            for question in questions:
                if not self._ask(question):
                    self.ended = "the budget was used up"
                    break
            else:
                self.ended = "all that was planned was asked"
            self.whole = True
        except Stop as stop:
            self.ended = str(stop)

    def _ask(self, question: Question) -> bool:
        """Ask, and again as long as no real answer comes; False if the budget does not allow it."""
        for attempt in range(PATIENCE):
            if attempt:
                time.sleep(self.pause)
            if not self.guard.left:
                return False
            trouble = self._once(question)
            if trouble is None:
                return True
        raise Stop(f"{trouble} from {question.operation.id}, {PATIENCE} times in a row")

    def _once(self, question: Question) -> str | None:
        """One request; what kept it from a real answer, if anything did.

        Raises:
            Stop: the answer says that more must not be asked.
        """
        operation = question.operation
        scope = None if operation.family == "agency" else self.company or OWN_ACCOUNT
        try:
            response = self.http.get(
                f"{self.base_url}{question.path}", params=question.query, extensions={SCOPE_EXTENSION: scope}
            )
        except httpx.RequestError as failure:
            self.statuses[operation.id, 0] += 1
            return f"no answer ({type(failure).__name__})"
        self.statuses[operation.id, response.status_code] += 1
        body = _parsed(response)
        self._look(question, response)
        if response.is_success:
            self.listed.learn(operation.id, body)
        said = error_envelope_of(body)
        # v1 routes report failures inside a 200, and too many requests as a 409.
        statuses = {response.status_code, said.status if said else None}
        if 401 in statuses:
            raise Stop(f"401 from {operation.id}: the key is wrong, or its account has no access to the API")
        if 403 in statuses:
            raise Stop(f"403 from {operation.id}: {_FORBIDDEN[operation.family]}")
        return "429" if 429 in statuses else None

    def _look(self, question: Question, response: httpx.Response) -> None:
        operation = question.operation.id
        seen = (operation, response.status_code, response.headers, response.content)
        self.observer.saw(*seen)
        alone = Observer()
        alone.saw(*seen)
        if not alone.report().contradictions:
            for failure in self.schema.failures(operation, question.ids, response):
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
