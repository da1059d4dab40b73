"""Spec drift from daily use: what ordinary responses say about the spec.

observer = Observer()
with Agency(key, observe=observer) as agency:
    ...
print(observer.report())
"""

from __future__ import annotations

import logging
from collections.abc import Mapping
from typing import NoReturn

import httpx

from .report import Report

_log = logging.getLogger("woodpecker_client")


class Observer:
    """Compares responses with the spec and keeps what differs: names, types and counts, no value that was received.

    Names that may be data are left out, too: see `woodpecker_runtime.drift.names`. One observer may serve any
    number of clients, threads and event loops; its memory is bounded whatever it sees.
    """

    def __init__(self) -> None:
        # Here, because most programs never come here, and all of them import this module.
        from .recorder import Recorder

        self._recorder = Recorder()

    def saw(self, operation: str, status: int, headers: Mapping[str, str], content: bytes) -> None:
        """Look at one response. Clients that observe call this themselves.

        Args:
            operation: the operationId.
            status: the HTTP status.
            headers: a mapping that takes names in any case, such as `httpx.Headers`.
            content: the body, decoded as its `Content-Encoding` says.

        Raises:
            LookupError: the spec has no such operation.
        """
        self._recorder.add(operation, status, headers, content)

    def report(self) -> Report:
        """What was seen so far. It does not change any more; the observer goes on."""
        return self._recorder.report()

    def __reduce__(self) -> NoReturn:
        raise TypeError(f"{type(self).__name__} counts in this process and is not pickled; its report can be")


def observe_response(observer: Observer, operation: str, response: httpx.Response) -> None:
    """Let an observer look at the response of a call. What goes wrong with that is logged, and the call goes on."""
    try:
        observer.saw(operation, response.status_code, response.headers, response.content)
    except Exception as fault:
        # The type alone: a text could quote the response.
        _log.error("the observer failed after %s: %s", operation, type(fault).__name__)
