"""Whether a call that failed is sent again, and when.

The rule is the spec's `x-retry`. What the API refused to run (429) and what never reached it may always be sent again;
what may have run is sent again only if it changes nothing.
https://developers.woodpecker.co/docs/getting-started/rate-limiting
"""

from __future__ import annotations

import random
import re
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Any

import httpx
from woodpecker_auth import Deadline

from .errors import (
    ApiError,
    CallError,
    ConnectionFailed,
    LaneTimeout,
    RateLimited,
    ServerError,
    TransportError,
    UnexpectedResponse,
)
from .operation import Operation

#: Retries after failures by default.
DEFAULT_RETRIES = 2

# Seconds. The first pause is at most so long, each further one at most twice as long as the one before. A place in the
# API's queue is free after each request of the account, so waiting for longer would only miss more of them.
_FIRST_PAUSE = 0.5
_LONGEST_PAUSE = 2.0
# Seconds. With less than that before the deadline a retry would end as a timeout, which says less than the error
# that is there already, and leaves open whether it ran.
_LEAST_TIME = 0.25

# Seconds. Without a deadline, the error stands if the API asks to wait for so long.
_LONGEST_WAIT = 3600.0
_SECONDS = re.compile(r"[0-9]+(\.[0-9]+)?")

# Sending these once more would fail in the same way.
_HOPELESS = (httpx.UnsupportedProtocol, httpx.LocalProtocolError, httpx.TooManyRedirects, httpx.DecodingError)


def did_not_run(error: BaseException) -> bool:
    """Whether it is certain that the API did not run the call."""
    return isinstance(error, RateLimited | ConnectionFailed | LaneTimeout) or isinstance(
        error.__cause__, httpx.UnsupportedProtocol
    )


def may_have_run(operation: Operation[Any], error: BaseException, redirected: bool = False) -> bool:
    """Whether a call that changes something may have done so although it failed.

    Args:
        redirected: a server had answered with a redirect before: it may have run the call, whatever came of the rest.
    """
    if operation.retry == "safe":
        return False
    return redirected or (
        isinstance(error, TransportError | ServerError | UnexpectedResponse) and not did_not_run(error)
    )


class RetryPolicy:
    """Decides after each failure of one call: a 429 is retried until the deadline, other failures `retries` times.

    Args:
        retries: retries after failures; 0 switches those after rejections off, too.
    """

    def __init__(self, operation: Operation[Any], deadline: Deadline, retries: int) -> None:
        self._operation, self._deadline, self._retries = operation, deadline, retries
        self._rejections = self._failures = 0

    def pause_after(self, error: CallError) -> float | None:
        """Seconds until the call is sent again; None if it is not, or could not be before the deadline."""
        if not self._retries or error.may_have_run or not self._may_help(error):
            return None
        if isinstance(error, RateLimited):
            self._rejections += 1
        else:
            self._failures += 1
            if self._failures > self._retries:
                return None
        # At random, so that clients that failed together do not come back together.
        doublings = min(self._rejections + self._failures - 1, 10)
        longest = min(_LONGEST_PAUSE, _FIRST_PAUSE * 2**doublings)
        pause = max(random.uniform(0, longest), _retry_after(error))
        left = self._deadline.remaining()
        return pause if pause + _LEAST_TIME <= (_LONGEST_WAIT if left is None else left) else None

    def _may_help(self, error: CallError) -> bool:
        if isinstance(error, RateLimited | ConnectionFailed):
            return True
        if isinstance(error, LaneTimeout) or isinstance(error.__cause__, _HOPELESS):
            return False
        return self._operation.retry == "safe" and isinstance(error, TransportError | ServerError)


def _retry_after(error: CallError) -> float:
    """Seconds that the API asks to wait. None is documented; one that comes is respected if it can be parsed."""
    text: str = error.headers.get("retry-after", "").strip(" \t") if isinstance(error, ApiError) else ""
    if _SECONDS.fullmatch(text):
        return min(float(text), _LONGEST_WAIT)
    try:
        moment = parsedate_to_datetime(text)
        wait = (moment.replace(tzinfo=moment.tzinfo or UTC) - datetime.now(UTC)).total_seconds()
    except Exception:  # whatever the parser makes of such a text: it raises more than it documents
        return 0.0
    return min(max(0.0, wait), _LONGEST_WAIT)
