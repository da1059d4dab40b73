"""uvicorn's HTTP protocol, with a door to the TCP connection below it."""

from __future__ import annotations

import asyncio
import socket
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from uvicorn.protocols.http.h11_impl import H11Protocol as _Protocol
else:
    # httptools' if it is installed, else h11's; what is used of them is the same.
    from uvicorn.protocols.http.auto import AutoHTTPProtocol as _Protocol

TRANSPORT = "woodpecker_mock.transport"
"""Where a request's `scope["state"]` holds its `asyncio.Transport`."""


class Protocol(_Protocol):
    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        super().connection_made(transport)
        # asyncio does it only for sockets that name TCP as their protocol, which those of `socket.create_server` do
        # not; without it the body of an answer waits 40 ms for the head to be acknowledged.
        transport.get_extra_info("socket").setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        state: dict[str, Any] = {**self.app_state, TRANSPORT: transport}
        self.app_state = state
