"""The mock's HTTP protocol: it gives access to the TCP connection, and times out clients that are too slow."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import Callable
from http import HTTPStatus
from math import isfinite
from typing import Any

from .strict_protocol import StrictProtocol

TRANSPORT = "woodpecker_mock.transport"
"""Where a request's `scope["state"]` holds its `asyncio.Transport`."""

REQUEST_TIMEOUT = 30.0
"""Seconds; the default of a server."""


class Protocol(StrictProtocol):
    """One connection; `protocol_with_timeout` makes it one with another `request_timeout`.

    Attributes:
        request_timeout: seconds that a client may take to send the head of a request, as many again to send the body,
            and to read what is sent to it.
    """

    request_timeout = REQUEST_TIMEOUT

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        super().connection_made(transport)
        # asyncio does it only for sockets that name TCP as their protocol, which those of `socket.create_server` do
        # not; without it the body of a response waits 40 ms for the head to be acknowledged.
        transport.get_extra_info("socket").setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        state: dict[str, Any] = {**self.app_state, TRANSPORT: transport}
        self.app_state = state
        self._send_timeout = _Timeout(self.loop, self.request_timeout, self._sends_too_slowly)
        self._read_timeout = _Timeout(self.loop, self.request_timeout, transport.abort)
        self._expected: tuple[str | None, object] = (None, None)
        self._watch()
        # `pause_writing` has to be called for each byte that is not read, not for the first after 64 KB.
        transport.set_write_buffer_limits(high=1, low=0)

    def connection_lost(self, exc: Exception | None) -> None:
        super().connection_lost(exc)
        self._send_timeout.stop()
        self._read_timeout.stop()

    def data_received(self, data: bytes) -> None:
        super().data_received(data)
        self._watch()

    def pause_writing(self) -> None:
        super().pause_writing()
        self._read_timeout.start()

    def resume_writing(self) -> None:
        super().resume_writing()
        self._read_timeout.stop()

    def _watch(self) -> None:
        """Start the timeout for what the client has to send next, once for each. uvicorn closes idle connections."""
        expected = (self.expected(), self.cycle)
        if expected != self._expected:
            self._expected = expected
            self._send_timeout.stop()
            if expected[0] is not None:
                self._send_timeout.start()

    def _sends_too_slowly(self) -> None:
        if self.flow.read_paused:
            # What it sent has not been read yet.
            self._send_timeout.start()
        elif self.expected() == "body":
            self.reject(HTTPStatus.REQUEST_TIMEOUT)
        else:
            self.transport.close()


def protocol_with_timeout(request_timeout: float) -> type[Protocol]:
    """The protocol with this `request_timeout`.

    Raises:
        ValueError: it is not more than 0.
    """
    if not (isfinite(request_timeout) and request_timeout > 0):
        raise ValueError(f"request_timeout must be more than 0 seconds, not {request_timeout}")

    class ProtocolWithTimeout(Protocol):
        pass

    ProtocolWithTimeout.request_timeout = request_timeout
    return ProtocolWithTimeout


class _Timeout:
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
