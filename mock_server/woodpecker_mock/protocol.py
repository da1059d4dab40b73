"""The mock's HTTP protocol: with a door to the TCP connection below it, and with an end to its patience."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import Callable
from http import HTTPStatus
from math import isfinite
from typing import Any

from .strict import StrictProtocol

TRANSPORT = "woodpecker_mock.transport"
"""Where a request's `scope["state"]` holds its `asyncio.Transport`."""

REQUEST_TIMEOUT = 30.0
"""Seconds, unless a server is told otherwise."""


class Protocol(StrictProtocol):
    """One connection; `patient` makes it one with another `request_timeout`.

    Attributes:
        request_timeout: seconds that a client may take to send the head of a request, as many again to send the body,
            and to take what it is sent.
    """

    request_timeout = REQUEST_TIMEOUT

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        super().connection_made(transport)
        # asyncio does it only for sockets that name TCP as their protocol, which those of `socket.create_server` do
        # not; without it the body of an answer waits 40 ms for the head to be acknowledged.
        transport.get_extra_info("socket").setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        state: dict[str, Any] = {**self.app_state, TRANSPORT: transport}
        self.app_state = state
        self._sending = _Patience(self.loop, self.request_timeout, self._sends_too_slowly)
        self._taking = _Patience(self.loop, self.request_timeout, transport.abort)
        self._awaited: tuple[str | None, object] = (None, None)
        self._watch()
        # `pause_writing` is to tell of each byte that is not taken, not of the first after 64 KB.
        transport.set_write_buffer_limits(high=1, low=0)

    def connection_lost(self, exc: Exception | None) -> None:
        super().connection_lost(exc)
        self._sending.stop()
        self._taking.stop()

    def data_received(self, data: bytes) -> None:
        super().data_received(data)
        self._watch()

    def pause_writing(self) -> None:
        super().pause_writing()
        self._taking.start()

    def resume_writing(self) -> None:
        super().resume_writing()
        self._taking.stop()

    def _watch(self) -> None:
        """Begin to wait for what the client has to send next, once for each. uvicorn looks after idle connections."""
        awaited = (self.expected(), self.cycle)
        if awaited != self._awaited:
            self._awaited = awaited
            self._sending.stop()
            if awaited[0] is not None:
                self._sending.start()

    def _sends_too_slowly(self) -> None:
        if self.flow.read_paused:
            # What it sent has not been read yet.
            self._sending.start()
        elif self.expected() == "body":
            self.refuse(HTTPStatus.REQUEST_TIMEOUT)
        else:
            self.transport.close()


def patient(request_timeout: float) -> type[Protocol]:
    """The protocol with this `request_timeout`.

    Raises:
        ValueError: it is not more than 0.
    """
    if not (isfinite(request_timeout) and request_timeout > 0):
        raise ValueError(f"request_timeout must be more than 0 seconds, not {request_timeout}")

    class Patient(Protocol):
        pass

    Patient.request_timeout = request_timeout
    return Patient


class _Patience:
    """Some seconds, and what happens when they are over."""

    def __init__(self, loop: asyncio.AbstractEventLoop, seconds: float, end: Callable[[], None]) -> None:
        self._loop, self._seconds, self._end = loop, seconds, end
        self._timer: asyncio.TimerHandle | None = None

    def start(self) -> None:
        """Count from now on."""
        self.stop()
        self._timer = self._loop.call_later(self._seconds, self._end)

    def stop(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
