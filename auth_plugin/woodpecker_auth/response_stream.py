"""Response bodies that end with the deadline, keep secrets out of their exceptions and release their slot on close."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable, Iterable, Iterator
from typing import TypeVar

import httpx

from .deadline import Deadline
from .event_loop import current_loop
from .exception_redaction import redact_exceptions
from .lanes import LaneSlot

T = TypeVar("T")

# Seconds. httpx's own timeouts also end with the deadline and have more precise messages, so they come first.
_GRACE = 0.25


class ResponseStream(httpx.SyncByteStream):
    """The bytes of a response as they arrive.

    Args:
        stream: the bytes from the transport below.
        request: the request that httpx's errors name.
        deadline: reading raises `httpx.ReadTimeout` after it.
        slot: released when the stream is closed.
        secrets: called after a failure, returns the texts to redact.
    """

    def __init__(
        self,
        stream: httpx.SyncByteStream,
        request: httpx.Request,
        deadline: Deadline,
        slot: LaneSlot | None,
        secrets: Callable[[], Iterable[str]] = tuple,
    ) -> None:
        self._stream, self._request, self._deadline, self._slot = stream, request, deadline, slot
        self._secrets = secrets

    def __iter__(self) -> Iterator[bytes]:
        with redact_exceptions(self._request, self._secrets):
            late = False
            for chunk in self._stream:
                # The transport below may be the caller's, and ignore the deadline.
                if late:
                    raise deadline_error(self._request)
                yield chunk
                late = self._deadline.has_passed()

    def close(self) -> None:
        try:
            with redact_exceptions(self._request, self._secrets):
                self._stream.close()
        finally:
            if self._slot is not None:
                self._slot.release()


class AsyncResponseStream(httpx.AsyncByteStream):
    """`ResponseStream` for asyncio."""

    def __init__(
        self,
        stream: httpx.AsyncByteStream,
        request: httpx.Request,
        deadline: Deadline,
        slot: LaneSlot | None,
        secrets: Callable[[], Iterable[str]] = tuple,
    ) -> None:
        self._stream, self._request, self._deadline, self._slot = stream, request, deadline, slot
        self._secrets = secrets

    async def __aiter__(self) -> AsyncIterator[bytes]:
        with redact_exceptions(self._request, self._secrets):
            chunks, end = aiter(self._stream), hard_timeout_at(self._deadline)
            while True:
                try:
                    chunk = await result_until(end, anext(chunks, None))
                except TimeoutError:
                    raise deadline_error(self._request) from None
                if chunk is None:
                    return
                yield chunk

    async def aclose(self) -> None:
        try:
            with redact_exceptions(self._request, self._secrets):
                await self._stream.aclose()
        finally:
            if self._slot is not None:
                await self._slot.release_async()


def hard_timeout_at(deadline: Deadline) -> float | None:
    """The loop time at which a transport that ignores the deadline is cancelled here; None for never."""
    left = None if deadline.is_enforced else deadline.remaining()
    return None if left is None else current_loop().time() + left + _GRACE


async def result_until(end: float | None, result: Awaitable[T]) -> T:
    """Wait for a result until a loop time, or for ever.

    Raises:
        TimeoutError: it did not come in time.
    """
    if end is None:  # most calls come here, and a timeout of None still takes its time
        return await result
    import asyncio

    async with asyncio.timeout_at(end):
        return await result


def deadline_error(request: httpx.Request) -> httpx.ReadTimeout:
    """The error of a request whose deadline has passed."""
    return httpx.ReadTimeout("the deadline passed", request=request)
