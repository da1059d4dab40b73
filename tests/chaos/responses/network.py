"""The network as a function: it responds as drawn, and time passes without anybody waiting."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from unittest.mock import patch

import httpx

from .drawing import DrawnResponse, draw
from .operations import Operation

# Seconds that the call of this thread or task has slept without sleeping.
_slept: ContextVar[float] = ContextVar("slept")


class DrawnCall:
    """One call, and the responses to its requests.

    Attributes:
        company: that the last request named, if it named one.
        redirected: the last response was a redirect.
    """

    def __init__(self, seed: str, operation: Operation, number: int) -> None:
        self.seed, self.operation, self.number = seed, operation, number
        self.company: str | None = None
        self.redirected = False

    def next_response(self, request: httpx.Request) -> DrawnResponse:
        page = int(request.url.params.get("page") or 0)
        self.company = request.headers.get("x-company-id") or _in_path(request.url.path)
        response = draw(self.seed, self.operation, self.number, page, self.company)
        self.redirected = 300 <= response.status < 400
        return response


_current_call: ContextVar[DrawnCall] = ContextVar("call")


def _in_path(path: str) -> str | None:
    after = path.partition("/companies/")[2].partition("/")[0]
    return after if after.isdigit() else None


def respond(request: httpx.Request) -> httpx.Response:
    """For `httpx.MockTransport`."""
    response = _current_call.get().next_response(request)
    if not response.status and response.failure is not None:
        raise response.failure("drawn")
    return httpx.Response(
        response.status,
        headers=response.headers,
        stream=_Pieces(response),
        extensions={"reason_phrase": response.reason},
    )


class _Pieces(httpx.SyncByteStream, httpx.AsyncByteStream):
    """A body as it arrives; other threads and tasks come in between."""

    def __init__(self, response: DrawnResponse) -> None:
        self._response = response

    def _all(self) -> Iterator[bytes]:
        yield from self._response.pieces
        if self._response.failure is not None:
            raise self._response.failure("drawn")

    def __iter__(self) -> Iterator[bytes]:
        if self._response.lets_others_in:
            time.sleep(0)
        return self._all()

    async def __aiter__(self) -> AsyncIterator[bytes]:
        for piece in self._all():
            await asyncio.sleep(0)
            yield piece


def begin(seed: str, operation: Operation, number: int) -> DrawnCall:
    """From now on, requests of this thread or task get the responses that are drawn for this call."""
    call = DrawnCall(seed, operation, number)
    _current_call.set(call)
    _slept.set(0.0)
    return call


def _sleep(seconds: float) -> None:
    _slept.set(_slept.get() + seconds)


unpatched_sleep = asyncio.sleep


async def _async_sleep(seconds: float) -> None:
    _sleep(seconds)
    await unpatched_sleep(0)


@contextmanager
def nobody_waits() -> Iterator[None]:
    """Pauses between requests cost no time, and deadlines pass as if they did."""
    with (
        patch("woodpecker_runtime.client.sleep", _sleep),
        patch("asyncio.sleep", _async_sleep),
        patch("woodpecker_auth.deadline.monotonic", lambda: time.monotonic() + _slept.get(0.0)),
    ):
        yield
