"""The client at the other end of a request: whether it is still connected, and its connection."""

from __future__ import annotations

import asyncio
import socket
import struct
import sys
from collections.abc import Coroutine
from typing import Any, TypeVar

from starlette.types import Receive, Scope

from .protocol import TRANSPORT

T = TypeVar("T")

# On, and no seconds to linger: closing sends a reset and drops what was not read.
_RESET = struct.pack("hh" if sys.platform == "win32" else "ii", 1, 0)


class Disconnected(Exception):
    """Nobody is left to read a response: the client disconnected, or its connection was ended on purpose."""


class Peer:
    """The other end of a request whose body has been read."""

    def __init__(self, scope: Scope, receive: Receive) -> None:
        self._transport: asyncio.Transport | None = scope.get("state", {}).get(TRANSPORT)
        self._receive = receive

    async def unless_disconnected(self, work: Coroutine[Any, Any, T]) -> T:
        """The result of `work`; it is cancelled if the client disconnects first.

        Raises:
            Disconnected: the client disconnected.
        """
        working = asyncio.ensure_future(work)
        disconnecting = asyncio.ensure_future(self.disconnected())
        try:
            await asyncio.wait({working, disconnecting}, return_when=asyncio.FIRST_COMPLETED)
            if working.done():
                return working.result()
            raise Disconnected
        finally:
            disconnecting.cancel()
            working.cancel()
            await asyncio.wait({working, disconnecting})

    async def disconnected(self) -> None:
        """Wait until the client has disconnected."""
        while (await self._receive())["type"] != "http.disconnect":
            pass

    async def close(self) -> None:
        """Close the connection in order, whatever is missing of the response.

        Raises:
            Disconnected: always.
        """
        await self._end(reset=False)

    async def reset(self) -> None:
        """End the connection as a machine does that crashed: the client reads "connection reset by peer".

        Raises:
            Disconnected: always.
        """
        await self._end(reset=True)

    async def _end(self, reset: bool) -> None:
        if self._transport is None:
            # Called in process, without a socket.
            raise ConnectionResetError("the mock ended the connection")
        if reset:
            # A client that has disconnected in this very moment has taken the socket with it.
            if not self._transport.is_closing():
                self._transport.get_extra_info("socket").setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _RESET)
            self._transport.abort()
        else:
            self._transport.close()
        # The server has to know before the request ends, or it would send a response of its own.
        await self.disconnected()
        raise Disconnected
