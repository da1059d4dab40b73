"""The few types that every other module of the client shares."""

from __future__ import annotations

from enum import Enum
from typing import Generic, Literal, TypeAlias, TypeVar, cast

import httpx
from attrs import field, frozen
from woodpecker_auth.deadline import validate_seconds


class Unset(Enum):
    """The type of `UNSET`: an argument that was not given, or a field that the API did not send.

    An enum, because its one member stays the same object through `copy.deepcopy` and `pickle`.
    """

    UNSET = "UNSET"

    def __bool__(self) -> Literal[False]:
        return False

    def __repr__(self) -> str:
        return "UNSET"


UNSET: Literal[Unset.UNSET] = Unset.UNSET

#: Seconds without progress in one attempt, an `httpx.Timeout` for each phase of it, or None for no limit.
Timeout: TypeAlias = float | httpx.Timeout | None

#: A request may wait 15 s in the vendor's queue before it runs
#: (https://developers.woodpecker.co/docs/getting-started/rate-limiting), and there is room for a second attempt before
#: the deadline.
DEFAULT_TIMEOUT = httpx.Timeout(25.0, connect=10.0, pool=None)


def validate_timeout(timeout: Timeout) -> httpx.Timeout:
    """A timeout for each phase of an attempt.

    Raises:
        InvalidValue: it is no `httpx.Timeout`, number of seconds or None; or a phase is negative or not a number.
    """
    if not isinstance(timeout, httpx.Timeout):
        timeout = httpx.Timeout(validate_seconds(timeout, "timeout"))
    return httpx.Timeout(
        **{phase: validate_seconds(given, f"the {phase} timeout") for phase, given in timeout.as_dict().items()}
    )


T_co = TypeVar("T_co", covariant=True)


def _printed(parsed: object) -> str:
    """The repr of what was read, without plain JSON: a model hides its secrets, and nobody knows which JSON is one."""
    shown = repr(parsed)
    parts = cast("list[object]", parsed) if isinstance(parsed, list) else [parsed]
    return "…" if any(isinstance(part, dict | list | str) for part in parts) else shown


@frozen
class Response(Generic[T_co]):
    """An accepted response with everything that came with it.

    Headers, content and plain JSON are left out of the repr: a response may carry API keys.
    """

    status_code: int
    headers: httpx.Headers = field(repr=False)
    content: bytes = field(repr=False)
    parsed: T_co = field(repr=_printed)
