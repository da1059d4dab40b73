"""Failures that leave without the key.

An exception keeps the frames it went through, and in those of httpx, httpcore and h11 stand the request that was sent
and its headers. Error trackers and debuggers show them.
"""

from __future__ import annotations

import asyncio
import re
import sys
import traceback
from collections.abc import AsyncIterator, Callable, Iterable, Iterator
from typing import Any, cast

import httpx

from .deadline import Deadline
from .lanes import Place
from .masking import MASK, masked

# Seconds. httpx's own timeouts end with the deadline, too, and say more: they come first.
_GRACE = 0.25
# h11 quotes what it could not parse, and that may be the body of an answer.
_QUOTED_BYTES = re.compile(r"""\bb(['"]).*\1""", re.DOTALL)


class keyless_failures:
    """A `with` block that no exception leaves with what was sent.

    Type, causes and line numbers stay. What the frames held is let go, secrets are masked in what the exceptions say,
    and httpx's errors name another request than the one that was sent.

    Args:
        request: the one that httpx's errors name; None for one that has nothing but the method and the URL.
        secrets: asked for the texts to mask when something has failed.
    """

    __slots__ = ("_before", "_request", "_secrets")

    def __init__(self, request: httpx.Request | None, secrets: Callable[[], Iterable[str]] = tuple) -> None:
        self._request, self._secrets = request, secrets

    def __enter__(self) -> None:
        # What the caller was already handling is theirs; it only joins the chain below.
        self._before = sys.exception()

    def __exit__(self, kind: object, failure: BaseException | None, trace: object) -> None:
        if failure is None:
            return
        secrets = list(self._secrets())
        for error in _chain(failure, self._before):
            traceback.clear_frames(error.__traceback__)
            if hasattr(type(error), "request") and type(error).__module__.startswith("httpx"):
                self._rename(error)
            _mask(error, secrets)

    def _rename(self, error: Any) -> None:
        """For an error of httpx's, or of httpx2's where a client of its sent the request."""
        if self._request is not None:
            error.request = self._request
        elif getattr(error, "_request", None) is not None:  # `request` itself raises where there is none
            error.request = httpx.Request(error.request.method, str(error.request.url))
        if hasattr(error, "response"):  # an HTTPStatusError
            error.response.request = error.request
            if self._request is None:
                error.response = httpx.Response(error.response.status_code, request=error.request)


def _chain(failure: BaseException, before: BaseException | None) -> Iterator[BaseException]:
    """The exception, what led to it and what it is made of, up to what was being handled before."""
    pending: list[BaseException | None] = [failure]
    seen = {id(before)}
    while pending:
        error = pending.pop()
        if error is None or id(error) in seen:
            continue
        seen.add(id(error))
        yield error
        pending += [error.__cause__, error.__context__]
        if isinstance(error, BaseExceptionGroup):
            pending += cast("BaseExceptionGroup[BaseException]", error).exceptions


def _mask(error: BaseException, secrets: list[str]) -> None:
    quotes_bytes = type(error).__name__.endswith("ProtocolError")

    def hide(said: object) -> object:
        if not isinstance(said, str):
            return said
        return masked(_QUOTED_BYTES.sub(MASK, said) if quotes_bytes else said, secrets)

    error.args = tuple(hide(said) for said in error.args)
    if isinstance(error, UnicodeEncodeError):
        # It keeps the whole text that could not be written.
        error.object = masked(error.object, secrets)


class KeylessBody(httpx.SyncByteStream):
    """The bytes of an answer as they come, until the deadline; its failures are without the key, too.

    When it is closed, the place of the request in its lane is free.
    """

    def __init__(
        self,
        stream: httpx.SyncByteStream,
        request: httpx.Request,
        deadline: Deadline,
        place: Place | None,
        secrets: Callable[[], Iterable[str]] = tuple,
    ) -> None:
        self._stream, self._request, self._deadline, self._place = stream, request, deadline, place
        self._secrets = secrets

    def __iter__(self) -> Iterator[bytes]:
        with keyless_failures(self._request, self._secrets):
            late = False
            for chunk in self._stream:
                # A transport of one's own may know nothing of the deadline.
                if late:
                    raise too_slow(self._request)
                yield chunk
                late = self._deadline.over()

    def close(self) -> None:
        try:
            with keyless_failures(self._request, self._secrets):
                self._stream.close()
        finally:
            if self._place is not None:
                self._place.leave()


class AsyncKeylessBody(httpx.AsyncByteStream):
    """`KeylessBody` for asyncio."""

    def __init__(
        self,
        stream: httpx.AsyncByteStream,
        request: httpx.Request,
        deadline: Deadline,
        place: Place | None,
        secrets: Callable[[], Iterable[str]] = tuple,
    ) -> None:
        self._stream, self._request, self._deadline, self._place = stream, request, deadline, place
        self._secrets = secrets

    async def __aiter__(self) -> AsyncIterator[bytes]:
        with keyless_failures(self._request, self._secrets):
            chunks, ends = aiter(self._stream), end_of(self._deadline)
            while True:
                try:
                    async with asyncio.timeout_at(ends):
                        chunk = await anext(chunks, None)
                except TimeoutError:
                    raise too_slow(self._request) from None
                if chunk is None:
                    return
                yield chunk

    async def aclose(self) -> None:
        try:
            with keyless_failures(self._request, self._secrets):
                await self._stream.aclose()
        finally:
            if self._place is not None:
                await self._place.aleave()


def end_of(deadline: Deadline) -> float | None:
    """When a transport is given up that goes on beyond the deadline, for `asyncio.timeout_at`; None for never."""
    left = deadline.remaining()
    return None if left is None else asyncio.get_running_loop().time() + left + _GRACE


def too_slow(request: httpx.Request) -> httpx.ReadTimeout:
    return httpx.ReadTimeout("the deadline passed", request=request)
