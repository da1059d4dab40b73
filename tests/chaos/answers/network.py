"""The network as a function: it answers what was drawn, and time passes without anybody waiting."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from types import SimpleNamespace
from unittest.mock import patch

import httpx

from .drawing import Answer, draw
from .operations import Operation

# Seconds that the call of this thread or task has slept without sleeping.
_slept: ContextVar[float] = ContextVar("slept")


class Asking:
    """What one call is answered with.

    Attributes:
        company: that the last request named, if it named one.
        redirected: the last answer was a redirect.
    """

    def __init__(self, seed: str, operation: Operation, number: int) -> None:
        self.seed, self.operation, self.number = seed, operation, number
        self.company: str | None = None
        self.redirected = False

    def answer(self, request: httpx.Request) -> Answer:
        page = int(request.url.params.get("page") or 0)
        self.company = request.headers.get("x-company-id") or _in_path(request.url.path)
        answer = draw(self.seed, self.operation, self.number, page, self.company)
        self.redirected = 300 <= answer.status < 400
        return answer


_asking: ContextVar[Asking] = ContextVar("asking")


def _in_path(path: str) -> str | None:
    after = path.partition("/companies/")[2].partition("/")[0]
    return after if after.isdigit() else None


def respond(request: httpx.Request) -> httpx.Response:
    """For `httpx.MockTransport`."""
    answer = _asking.get().answer(request)
    if not answer.status and answer.failure is not None:
        raise answer.failure("drawn")
    return httpx.Response(
        answer.status, headers=answer.headers, stream=_Pieces(answer), extensions={"reason_phrase": answer.reason}
    )


class _Pieces(httpx.SyncByteStream, httpx.AsyncByteStream):
    """A body as it arrives; other threads and tasks come in between."""

    def __init__(self, answer: Answer) -> None:
        self._answer = answer

    def _all(self) -> Iterator[bytes]:
        yield from self._answer.pieces
        if self._answer.failure is not None:
            raise self._answer.failure("drawn")

    def __iter__(self) -> Iterator[bytes]:
        if self._answer.lets_others_in:
            time.sleep(0)
        return self._all()

    async def __aiter__(self) -> AsyncIterator[bytes]:
        for piece in self._all():
            await asyncio.sleep(0)
            yield piece


def begin(seed: str, operation: Operation, number: int) -> Asking:
    """From now on, requests of this thread or task are answered with what is drawn for this."""
    asked = Asking(seed, operation, number)
    _asking.set(asked)
    _slept.set(0.0)
    return asked


def _sleep(seconds: float) -> None:
    _slept.set(_slept.get() + seconds)


async def _async_sleep(seconds: float) -> None:
    _sleep(seconds)
    await asyncio.sleep(0)


@contextmanager
def nobody_waits() -> Iterator[None]:
    """Pauses between requests cost no time, and deadlines pass as if they did."""
    in_asyncio = SimpleNamespace(timeout=asyncio.timeout, sleep=_async_sleep)
    with (
        patch("woodpecker_runtime.client.sleep", _sleep),
        patch("woodpecker_runtime.client.asyncio", in_asyncio),
        patch("woodpecker_auth.deadline.monotonic", lambda: time.monotonic() + _slept.get(0.0)),
    ):
        yield
