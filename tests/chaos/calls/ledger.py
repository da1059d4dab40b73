"""Which calls were made, what came of them, and what must not have come."""

from __future__ import annotations

import traceback
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from random import Random
from threading import Lock

import httpx
from woodpecker_client import ApiError, WoodpeckerError
from woodpecker_client.models import CompanyUser, Mailbox

from .request import COMPANIES, address_of


@dataclass(frozen=True)
class PlannedCall:
    """One call that is to be made.

    Attributes:
        number: no other call has it.
    """

    number: int
    company: int
    random: Random

    def deadline(self) -> float:
        return self.random.choice((0.0, 0.005, 0.05, 0.5, 1.5, 1.5, 1.5, 1.5))


@dataclass
class Ledger:
    """Hands out calls, and checks what they end with. Thread-safe.

    Args:
        calls: so many are handed out.
        first: the number of the first.
        step: called for each that has ended.

    Attributes:
        wrong: responses of another company or another call, by the number of the call that got them.
        foreign: exceptions that are none of ours.
    """

    seed: str
    calls: int
    first: int = 1
    step: Callable[[], None] = lambda: None
    given: int = 0
    outcomes: Counter[str] = field(default_factory=Counter)
    wrong: dict[int, str] = field(default_factory=dict)
    foreign: list[str] = field(default_factory=list)
    _lock: Lock = field(default_factory=Lock)

    def take(self) -> PlannedCall | None:
        """The next call; None when all are handed out."""
        with self._lock:
            if self.given == self.calls:
                return None
            number, self.given = self.first + self.given, self.given + 1
        random = Random(f"{self.seed}/{number}")
        return PlannedCall(number, random.choice(COMPANIES), random)

    def note(self, outcome: str, times: int = 1) -> None:
        with self._lock:
            self.outcomes[outcome] += times
        self.step()

    def mailbox(self, call: PlannedCall, got: Mailbox, company: int | None = None) -> None:
        self._compare(call, company or call.company, got.details.email, got.id)

    def users(self, call: PlannedCall, got: list[CompanyUser]) -> None:
        for user in got:
            self._compare(call, call.company, str(user.email), user.id)

    def failure(self, call: PlannedCall, error: BaseException, company: int | None = None) -> str:
        """Check an exception that came instead of a response, and return its name.

        The bare transports raise httpx's own exceptions.
        """
        if isinstance(error, ApiError) and (error.detail or "").startswith("of-"):
            address, _, number = str(error.detail).partition(" ")
            self._compare(call, company or call.company, address, int(number))
        elif not isinstance(error, WoodpeckerError | httpx.RequestError):
            self.foreign.append(f"call {call.number}: {''.join(traceback.format_exception(error))}")
        library = "" if isinstance(error, WoodpeckerError) else f"{type(error).__module__.partition('.')[0]}."
        return library + type(error).__name__

    def _compare(self, call: PlannedCall, company: int, address: str, number: int) -> None:
        if (address, number) != (address_of(company), call.number):
            self.wrong[call.number] = f"call {call.number} for {company} got {address}, call {number}"
