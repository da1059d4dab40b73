"""uvicorn, set up for the mock."""

from __future__ import annotations

import asyncio
import socket
from contextlib import suppress

import uvicorn
from starlette.types import ASGIApp

from ..http.protocol import Protocol
from .certificate import Certificate


class UvicornServer(uvicorn.Server):
    """A server that stops at once: it closes the connections of requests that wait, hang or are slow.

    uvicorn's own shutdown takes 0.2 s in pauses alone, a hundred times what a mock of its own costs a test otherwise.
    """

    def __init__(
        self,
        app: ASGIApp,
        log_level: str,
        certificate: Certificate | None = None,
        protocol: type[Protocol] = Protocol,
    ) -> None:
        certfile, keyfile = certificate or (None, None)
        config = uvicorn.Config(
            app,
            http=protocol,
            # The same on every machine, whether uvloop is there or not.
            loop="asyncio",
            ws="none",
            log_level=log_level,
            lifespan="off",
            server_header=False,
            ssl_certfile=certfile,
            ssl_keyfile=keyfile,
        )
        super().__init__(config)
        self._wake = asyncio.Event()

    def stop(self) -> None:
        """Stop soon. May be called from every thread once `started` is true, and more than once."""
        self.should_exit = True
        # A loop that has ended is not running any more.
        with suppress(RuntimeError):
            self._loop.call_soon_threadsafe(self._wake.set)

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        self._loop = asyncio.get_running_loop()
        await super().startup(sockets)

    async def main_loop(self) -> None:
        ticks = 0
        while not await self.on_tick(ticks):
            ticks += 1
            # A signal sets `should_exit` only; `stop` wakes this loop, too.
            with suppress(TimeoutError):
                await asyncio.wait_for(self._wake.wait(), 0.1)

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        for server in self.servers:
            server.close()
        # A second is for handlers that do not notice at once that the client is gone.
        with suppress(TimeoutError):
            async with asyncio.timeout(1):
                await self._close_connections()

    async def _close_connections(self) -> None:
        # More than once: a connection may be accepted while the server stops.
        while True:
            for connection in list(self.server_state.connections):
                connection.transport.abort()
            await asyncio.sleep(0.001)
            if not self.server_state.connections and not self.server_state.tasks:
                return
