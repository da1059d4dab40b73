"""Failures that leave without the key.

An exception keeps the frames it went through, and in those of httpx, httpcore and h11 stand the request that was sent
and its headers. Error trackers and debuggers show them.
"""

from __future__ import annotations

import sys
import traceback
from collections.abc import AsyncIterator, Iterator
from typing import cast

import httpx

from .deadline import Deadline
from .lanes import Place


class keyless_failures:
    """A `with` block that no exception leaves with the request that carried the key.

    Type, message, causes and line numbers stay. What the frames held is let go, and httpx's errors name the request
    given here.
    """

    def __init__(self, request: httpx.Request) -> None:
        self._request = request

    def __enter__(self) -> None:
        # What the caller was already handling is theirs; it only joins the chain below.
        self._before = sys.exception()

    def __exit__(self, kind: object, failure: BaseException | None, trace: object) -> None:
        pending, seen = [failure], {id(self._before)}
        while pending:
            error = pending.pop()
            if error is None or id(error) in seen:
                continue
            seen.add(id(error))
            traceback.clear_frames(error.__traceback__)
            if isinstance(error, httpx.HTTPError):
                error.request = self._request
            if isinstance(error, httpx.HTTPStatusError):
                error.response.request = self._request
            pending += [error.__cause__, error.__context__]
            if isinstance(error, BaseExceptionGroup):
                pending += cast("BaseExceptionGroup[BaseException]", error).exceptions


class KeylessBody(httpx.SyncByteStream):
    """The bytes of an answer as they come, until the deadline; its failures are without the key, too.

    When it is closed, the place of the request in its lane is free.
    """

    def __init__(
        self, stream: httpx.SyncByteStream, request: httpx.Request, deadline: Deadline, place: Place | None
    ) -> None:
        self._stream, self._request, self._deadline, self._place = stream, request, deadline, place

    def __iter__(self) -> Iterator[bytes]:
        with keyless_failures(self._request):
            for chunk in self._stream:
                # Each read has httpx's timeout; a server that sends a byte at a time would never run into it.
                if self._deadline.over():
                    raise _too_slow(self._request)
                yield chunk

    def close(self) -> None:
        try:
            with keyless_failures(self._request):
                self._stream.close()
        finally:
            if self._place is not None:
                self._place.leave()


class AsyncKeylessBody(httpx.AsyncByteStream):
    """`KeylessBody` for asyncio."""

    def __init__(
        self, stream: httpx.AsyncByteStream, request: httpx.Request, deadline: Deadline, place: Place | None
    ) -> None:
        self._stream, self._request, self._deadline, self._place = stream, request, deadline, place

    async def __aiter__(self) -> AsyncIterator[bytes]:
        with keyless_failures(self._request):
            async for chunk in self._stream:
                if self._deadline.over():
                    raise _too_slow(self._request)
                yield chunk

    async def aclose(self) -> None:
        try:
            with keyless_failures(self._request):
                await self._stream.aclose()
        finally:
            if self._place is not None:
                await self._place.aleave()


def _too_slow(request: httpx.Request) -> httpx.ReadTimeout:
    return httpx.ReadTimeout("the deadline passed while the answer was arriving", request=request)
