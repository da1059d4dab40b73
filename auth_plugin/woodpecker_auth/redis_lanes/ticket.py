"""The states of one request in a Redis lane: which script Redis runs next for it, and what the result changes."""

from __future__ import annotations

import logging
from concurrent.futures import Future
from dataclasses import dataclass, field
from secrets import token_hex
from time import monotonic
from typing import Literal

from ..lane_errors import LaneUnavailable
from ..lane_key import LaneKey
from .connection import ScriptCall
from .scripts import ACQUIRE, GRANTED, RELEASE, RENEW, keys_of

_log = logging.getLogger("woodpecker_auth")
# Without it, Python would print the warnings of a program that does not configure logging on its standard error.
_log.addHandler(logging.NullHandler())

# Seconds between two polls: of the first request in the queue, and of one far behind.
MIN_POLL_INTERVAL, MAX_POLL_INTERVAL = 0.010, 0.250
#: Seconds after which a waiting request that does not poll is removed. If it polls again, it gets its position back.
WAITER_TIMEOUT = 2.0
#: The largest number of seconds between two renewals. For so long, a Redis that lost its data may not know a slot.
MAX_RENEWAL_INTERVAL = 1.0
#: Seconds between two attempts to renew or release while Redis cannot be reached.
RETRY_INTERVAL = 0.25
#: Seconds for which Redis remembers a released token, if calls for it may arrive late. No call is delayed for longer.
RELEASED_TTL = 3600.0


@dataclass(frozen=True, slots=True)
class LeaseSettings:
    """The settings that all tickets of one `RedisLanes` share.

    Attributes:
        depth: requests in flight per account.
        lease: seconds after which a slot that is not renewed becomes free.
        prefix: of the names of keys in Redis.
    """

    depth: int
    lease: float
    prefix: str

    @property
    def renewal_interval(self) -> float:
        """Seconds between two renewals."""
        return min(self.lease / 3, MAX_RENEWAL_INTERVAL)


@dataclass(eq=False, slots=True)
class Ticket:
    """One request in a lane. Only the worker's thread calls the methods and changes attributes, shared ones excepted.

    Attributes:
        arrived: the `monotonic` time at which the request began to wait.
        granted: shared; done when the slot is granted, or fails with `LaneUnavailable`.
        released: shared; the request no longer needs the slot.
        state: decides the next call: acquire, renew or release; none when done.
        due: the `monotonic` time of the next call.
    """

    settings: LeaseSettings
    lane_key: LaneKey
    arrived: float
    granted: Future[None] = field(default_factory=lambda: Future[None]())
    released: bool = False
    token: str = field(default_factory=lambda: token_hex(12))
    state: Literal["waiting", "held", "releasing", "done"] = "waiting"
    due: float = 0.0
    # When Redis last returned a queue position.
    _polled_at: float | None = None
    # When the last call was made.
    _called_at: float = 0.0
    # Until when the slot is certainly held: Redis cannot have received the last renewal before it was sent.
    _held_until: float = 0.0
    _loss_logged: bool = False
    # When the slot was released.
    _released_at: float = 0.0
    # Whether an earlier call may still arrive after the next one.
    _may_arrive_late: bool = False
    # Whether the next failure is logged: once per outage, and only for requests that held a slot.
    _log_failure: bool = False

    def call(self, now: float) -> ScriptCall:
        """The next script call."""
        self._called_at = now
        keys, lease = keys_of(self.settings.prefix, self.lane_key), _ms(self.settings.lease)
        match self.state:
            case "waiting":
                waited = round((now - self.arrived) * 1e6)
                known = self._polled_at is not None and now - self._polled_at < WAITER_TIMEOUT / 2
                # By then, every holder of a slot has tried to renew it.
                grace = _ms(self.settings.renewal_interval + 2 * RETRY_INTERVAL)
                timeout = _ms(WAITER_TIMEOUT)
                return ACQUIRE, keys, (self.token, self.settings.depth, lease, waited, timeout, int(known), grace)
            case "held":
                return RENEW, keys, (self.token, lease)
            case _:
                return RELEASE, keys, (self.token, _ms(RELEASED_TTL) if self._may_arrive_late else 0)

    def connection_lost(self) -> None:
        """The connection of the last call was closed before the response. The call may still arrive at any time."""
        # A late release is harmless, as the token is never used again.
        if self.state in ("waiting", "held"):
            self._may_arrive_late = True

    def succeeded(self, result: object) -> None:
        """Process the result of the last call."""
        now = monotonic()
        match self.state, result:
            case "waiting", int(position) if position != GRANTED:
                # Position 100 does not need 2 to the power of 100.
                interval = min(MIN_POLL_INTERVAL * 2 ** min(position, 10), MAX_POLL_INTERVAL)
                self._polled_at, self.due = now, now + interval
            case "waiting", _ if now >= self._called_at + self.settings.lease:
                # The process was stopped for so long that another request may hold the slot.
                self.due = now
            case "waiting", _:
                self.state = "held"
                self._renewed(now)
                self._resolve(None)
            case "held", was_held:
                if not self._check_lease(self._called_at) and not was_held:
                    _log.warning(
                        "Redis had forgotten a request in flight for %s, which is registered again; "
                        "another request for the same account may have started in between",
                        self.lane_key,
                    )
                self._renewed(now)
            case _:
                self.state = "done"

    def failed(self, reason: str) -> None:
        """Process the failure of the last call."""
        now = monotonic()
        self.due = now + RETRY_INTERVAL
        match self.state:
            case "waiting":
                # The call may have arrived although its response did not.
                self.release(now + RETRY_INTERVAL)
                self._resolve(LaneUnavailable(self.lane_key, reason))
                return
            case "held":
                self._check_lease(now)
                message = (
                    "a request for %s is still in flight, but its lease cannot be renewed (%s); it ends within %g s"
                )
            case _:
                message = "a request for %s is over, but its slot cannot be released (%s); it is free within %g s"
                if now - self._released_at >= self.settings.lease:
                    # The lease has ended. Only a call that arrives late could still take a slot.
                    self.due = now + self.settings.lease
                    if not self._may_arrive_late or now - self._released_at >= RELEASED_TTL:
                        self.state = "done"
        if self._log_failure:
            self._log_failure = False
            _log.warning(message, self.lane_key, reason, self.settings.lease)

    def release(self, due: float) -> None:
        """Make the release the only remaining call."""
        now = monotonic()
        if self.state == "held":
            self._check_lease(now)
        if self.state in ("waiting", "held"):
            self.state, self.due, self._released_at = "releasing", due, now

    def close(self) -> None:
        """The lanes are closed: fail a waiting request, and make an outstanding release due now."""
        if self.state == "waiting":
            self.release(due=0.0)
            self._resolve(LaneUnavailable(self.lane_key, "closed"))
        elif self.state == "releasing":
            self.due = 0.0

    def _renewed(self, now: float) -> None:
        self.due, self._log_failure = now + self.settings.renewal_interval, True
        self._held_until, self._loss_logged = self._called_at + self.settings.lease, False

    def _check_lease(self, now: float) -> bool:
        """Whether the lease may have ended before the request. Logs a warning the first time."""
        if now < self._held_until:
            return False
        if not self._loss_logged:
            self._loss_logged = True
            _log.warning(
                "the lease of a request in flight for %s could not be renewed for %g s; "
                "another request for the same account may run beside it",
                self.lane_key,
                self.settings.lease,
            )
        return True

    def _resolve(self, failure: LaneUnavailable | None) -> None:
        # False if it was cancelled: then the ticket is released, and the worker is about to process that.
        if self.granted.set_running_or_notify_cancel():
            if failure is None:
                self.granted.set_result(None)
            else:
                self.granted.set_exception(failure)


def _ms(seconds: float) -> int:
    return round(seconds * 1000)
