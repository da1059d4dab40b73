"""Failures of the network, without the request that carried the key."""

from __future__ import annotations

from typing import TypeVar

import httpx

E = TypeVar("E", bound=httpx.HTTPError)


def scrubbed(failure: E, request: httpx.Request) -> E:
    """The failure with the caller's request in place of the one that was sent.

    The tracebacks of the failure and its causes are dropped: their frames hold the headers that went out. The
    messages stay.
    """
    if isinstance(failure, httpx.RequestError):
        failure.request = request
    link: BaseException | None = failure
    seen: set[int] = set()
    while link is not None and id(link) not in seen:
        seen.add(id(link))
        link.__traceback__ = None
        link = link.__cause__ or link.__context__
    return failure
