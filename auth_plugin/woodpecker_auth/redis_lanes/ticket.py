"""One request's way through a lane in Redis: what Redis hears of it, and what follows from the answers."""

from __future__ import annotations

import logging
from concurrent.futures import Future
from dataclasses import dataclass, field
from secrets import token_hex
from time import monotonic
from typing import Literal

from ..lane_errors import LaneUnavailable
from ..lane_key import LaneKey
from .connection import Call
from .scripts import ACQUIRE, GRANTED, RELEASE, RENEW, keys_of

_log = logging.getLogger("woodpecker_auth")
# A program that has not set up logging gets no lines from here on its standard error.
_log.addHandler(logging.NullHandler())

# Seconds between two questions: of the first in the queue, and of one far behind.
MIN_POLL_INTERVAL, MAX_POLL_INTERVAL = 0.010, 0.250
#: Seconds after which a waiter that has not asked loses its place; one that asks again after all gets it back.
WAITER_TIMEOUT = 2.0
#: Most seconds between two renewals of a slot: so long a Redis that was emptied does not know who is in flight.
MAX_RENEWAL_INTERVAL = 1.0
#: Seconds between two attempts to renew or to leave, when Redis cannot be reached.
RETRY_INTERVAL = 0.25
#: Seconds for which Redis remembers who has left, where something for it may arrive late. Nothing is under way so long.
RELEASED_TTL = 3600.0


@dataclass(frozen=True, slots=True)
class LeaseSettings:
    """What all tickets of one `RedisLanes` have in common.

    Attributes:
        depth: requests in flight per account.
        lease: seconds that a slot outlives its process.
        prefix: of the names of keys.
    """

    depth: int
    lease: float
    prefix: str

    @property
    def interval(self) -> float:
        """Seconds between two renewals."""
        return min(self.lease / 3, MAX_RENEWAL_INTERVAL)


@dataclass(eq=False, slots=True)
class Ticket:
    """A request on its way. Only the worker's thread calls the methods and changes what is not said to be shared.

    Attributes:
        came: when it stood in line, by `monotonic`.
        given: shared; done when the request may go, or cannot.
        left: shared; nobody wants it any more.
        stage: what Redis is to hear of it: the question, the renewal or the end; or nothing more.
        due: when.
    """

    settings: LeaseSettings
    lane_key: LaneKey
    came: float
    given: Future[None] = field(default_factory=lambda: Future[None]())
    left: bool = False
    token: str = field(default_factory=lambda: token_hex(12))
    stage: Literal["waiting", "running", "leaving", "over"] = "waiting"
    due: float = 0.0
    # When Redis last said how many are before it.
    _told: float | None = None
    # When the last call was made, and until when the slot is surely held, as Redis cannot have heard it before then.
    _called: float = 0.0
    _held_until: float = 0.0
    _loss_told: bool = False
    # When its end was decided.
    _ended: float = 0.0
    # Whether a question or a renewal of it may arrive after what is said next.
    _may_come_late: bool = False
    # Failures that a person should know of: once each, and only about requests that went.
    _worth_telling: bool = False

    def call(self, now: float) -> Call:
        """What Redis is to hear now."""
        self._called = now
        keys, lease = keys_of(self.settings.prefix, self.lane_key), _ms(self.settings.lease)
        match self.stage:
            case "waiting":
                waited = round((now - self.came) * 1e6)
                known = self._told is not None and now - self._told < WAITER_TIMEOUT / 2
                # Who is in flight notices when it renews.
                grace = _ms(self.settings.interval + 2 * RETRY_INTERVAL)
                return (
                    ACQUIRE,
                    keys,
                    (self.token, self.settings.depth, lease, waited, _ms(WAITER_TIMEOUT), int(known), grace),
                )
            case "running":
                return RENEW, keys, (self.token, lease)
            case _:
                return RELEASE, keys, (self.token, _ms(RELEASED_TTL) if self._may_come_late else 0)

    def sent_in_vain(self) -> None:
        """The connection over which the last call went was given up. The call may arrive all the same, at any time."""
        # A late end is the end; of what comes late it is the only thing that does no harm.
        if self.stage in ("waiting", "running"):
            self._may_come_late = True

    def answered(self, answer: object) -> None:
        now = monotonic()
        match self.stage, answer:
            case "waiting", int(before) if before != GRANTED:
                # Who is 100 places back need not know what 2 to the 100 is.
                self._told, self.due = now, now + min(MIN_POLL_INTERVAL * 2 ** min(before, 10), MAX_POLL_INTERVAL)
            case "waiting", _ if now >= self._called + self.settings.lease:
                # The process was stopped for so long that the slot may be somebody else's.
                self.due = now
            case "waiting", _:
                self.stage = "running"
                self._renewed(now)
                self._give(None)
            case "running", there:
                if not self._lost(self._called) and not there:
                    _log.warning(
                        "Redis had forgotten a request in flight for %s and was told again; "
                        "another may have been let in meanwhile",
                        self.lane_key,
                    )
                self._renewed(now)
            case _:
                self.stage = "over"

    def failed(self, reason: str) -> None:
        now = monotonic()
        self.due = now + RETRY_INTERVAL
        match self.stage:
            case "waiting":
                # The question may have arrived all the same.
                self.end(now + RETRY_INTERVAL)
                self._give(LaneUnavailable(self.lane_key, reason))
                return
            case "running":
                self._lost(now)
                told = "cannot be told that a request for %s is still in flight (%s); it forgets it within %g s"
            case _:
                told = "cannot be told that a request for %s is over (%s); the lane is free within %g s"
                if now - self._ended >= self.settings.lease:
                    # The slot is free by itself. Only what comes late could still take one.
                    self.due = now + self.settings.lease
                    if not self._may_come_late or now - self._ended >= RELEASED_TTL:
                        self.stage = "over"
        if self._worth_telling:
            self._worth_telling = False
            _log.warning(f"Redis {told}", self.lane_key, reason, self.settings.lease)

    def end(self, due: float) -> None:
        """From now on the only thing to say is that it is over."""
        now = monotonic()
        if self.stage == "running":
            self._lost(now)
        if self.stage in ("waiting", "running"):
            self.stage, self.due, self._ended = "leaving", due, now

    def close(self) -> None:
        """The lanes are closed: one that waits cannot go, and what is left to be said is due now."""
        if self.stage == "waiting":
            self.end(due=0.0)
            self._give(LaneUnavailable(self.lane_key, "closed"))
        elif self.stage == "leaving":
            self.due = 0.0

    def _renewed(self, now: float) -> None:
        self.due, self._worth_telling = now + self.settings.interval, True
        self._held_until, self._loss_told = self._called + self.settings.lease, False

    def _lost(self, now: float) -> bool:
        """Whether the lease may have ended before the request did. A person is told once."""
        if now < self._held_until:
            return False
        if not self._loss_told:
            self._loss_told = True
            _log.warning(
                "the lease of a request in flight for %s could not be renewed for %g s; "
                "another request for the same account may run beside it",
                self.lane_key,
                self.settings.lease,
            )
        return True

    def _give(self, failure: LaneUnavailable | None) -> None:
        # False if it was cancelled: then it has left, and the worker is about to hear of that.
        if self.given.set_running_or_notify_cancel():
            if failure is None:
                self.given.set_result(None)
            else:
                self.given.set_exception(failure)


def _ms(seconds: float) -> int:
    return round(seconds * 1000)
