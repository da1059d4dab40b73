"""Remove secrets from exceptions.

An exception keeps the frames it passed through, and the frames of httpx, httpcore and h11 hold the request with its
headers. Error trackers and debuggers show them.
"""

from __future__ import annotations

import re
import sys
import traceback
from collections.abc import Callable, Iterable, Iterator
from typing import Any, cast

import httpx

from .redaction import REDACTED, redact, redact_bytes

# h11 quotes the bytes that it cannot parse, which may be the body of a response.
_QUOTED_BYTES = re.compile(r"""\bb(['"]).*\1""", re.DOTALL)

_CONTAINERS: tuple[type, ...] = (dict, list, tuple)
_PARTS: dict[type[BaseException], tuple[str, ...]] = {
    OSError: ("strerror", "filename", "filename2"),
    UnicodeEncodeError: ("object", "reason"),
    UnicodeDecodeError: ("object", "reason"),
}


class redact_exceptions:
    """A `with` block that removes what was sent from every exception that leaves it.

    Types, causes and line numbers stay. The locals of the frames are cleared, secrets in messages are redacted, and
    httpx's errors get another request in place of the one that was sent.

    Args:
        request: the request for httpx's errors; None for one with nothing but the method and the URL.
        secrets: called after a failure, returns the texts to redact.
    """

    __slots__ = ("_handled", "_request", "_secrets")

    def __init__(self, request: httpx.Request | None, secrets: Callable[[], Iterable[str]] = tuple) -> None:
        self._request, self._secrets = request, secrets

    def __enter__(self) -> None:
        # An exception that the caller already handles belongs to the caller, and is only linked to the chain below.
        self._handled = sys.exception()

    def __exit__(self, kind: object, failure: BaseException | None, trace: object) -> None:
        if failure is None:
            return
        secrets = list(self._secrets())
        for error in _chain(failure, self._handled):
            traceback.clear_frames(error.__traceback__)
            if hasattr(type(error), "request") and type(error).__module__.startswith("httpx"):
                self._replace_request(error)
            _redact_message(error, secrets)

    def _replace_request(self, error: Any) -> None:
        """Replace the request of an error of httpx, or of httpx2 where one of its clients sent the request."""
        if self._request is not None:
            error.request = self._request
        elif getattr(error, "_request", None) is not None:  # the property `request` raises where there is none
            error.request = httpx.Request(error.request.method, str(error.request.url))
        if hasattr(error, "response"):  # an HTTPStatusError
            error.response.request = error.request
            if self._request is None:
                error.response = httpx.Response(error.response.status_code, request=error.request)


def _chain(failure: BaseException, handled: BaseException | None) -> Iterator[BaseException]:
    """The exception with its causes, contexts and group members, down to one that was already being handled."""
    pending: list[BaseException | None] = [failure]
    seen = {id(handled)}
    while pending:
        error = pending.pop()
        if error is None or id(error) in seen:
            continue
        seen.add(id(error))
        yield error
        pending += [error.__cause__, error.__context__]
        if isinstance(error, BaseExceptionGroup):
            pending += cast("BaseExceptionGroup[BaseException]", error).exceptions


def _redact_message(error: BaseException, secrets: list[str]) -> None:
    quotes_bytes = type(error).__name__.endswith("ProtocolError")

    def redacted(part: object) -> Any:
        if isinstance(part, str):
            return redact(_QUOTED_BYTES.sub(REDACTED, part) if quotes_bytes else part, secrets)
        if isinstance(part, bytes):
            return redact_bytes(part, secrets)
        shown = repr(part) if isinstance(part, _CONTAINERS) else ""
        return part if redact(shown, secrets) == shown else REDACTED

    error.args = tuple(redacted(arg) for arg in error.args)
    # Some keep parts of their own, which their texts are made of.
    for kind, names in _PARTS.items():
        if isinstance(error, kind):
            for name in names:
                if (part := getattr(error, name)) is not None:
                    setattr(error, name, redacted(part))
