"""The mock on a socket, in a thread of this process."""

from __future__ import annotations

import socket
from collections import Counter
from threading import Thread
from time import monotonic, sleep
from typing import Self

import uvicorn
from starlette.types import ASGIApp

from .api import Mock
from .app import LIMITS, create_app
from .faults import Faults
from .gate import Gate
from .limits import Limits
from .protocol import Protocol
from .world import World


class MockServer:
    """A running mock: `with MockServer() as mock: ... mock.base_url`.

    Args:
        world: what it knows; the seeded world if left out.
        port: 0 picks a free one.
        limits: how many requests each account may have at once, the vendor's numbers if left out; None for as many as
            there are.
        latency: seconds that every accepted request takes.

    Raises:
        ValueError: the latency is negative.

    Attributes:
        world: what the mock knows; change it freely.
        faults: what goes wrong on demand: `mock.faults.add(Fault(...))`.
        limits: what each account did: `mock.limits[company.id].highest`.
        executed: how often each operation ran to its end, by operationId, whatever was answered then.
        executed_for: the same by operationId and company id.
        url: where the mock is, such as `http://127.0.0.1:40123`.
        base_url: where its API is.
    """

    def __init__(
        self,
        world: World | None = None,
        *,
        host: str = "127.0.0.1",
        port: int = 0,
        limits: Limits | None = LIMITS,
        latency: float = 0.0,
    ) -> None:
        self.app = create_app(world, limits=limits, latency=latency)
        self._mock: Mock = self.app.state.mock
        self.world: World = self._mock.world
        self.faults: Faults = self._mock.faults
        self.limits: Gate = self._mock.limits
        self.executed: Counter[str] = self._mock.executed
        self.executed_for: Counter[tuple[str, int | None]] = self._mock.executed_for
        self._address = (host, port)

    @property
    def latency(self) -> float:
        """Seconds that every accepted request takes, while it holds its place and before its operation runs."""
        return self._mock.latency

    @latency.setter
    def latency(self, seconds: float) -> None:
        self._mock.latency = seconds

    def reset(self) -> None:
        """Forget every request so far: log and counts. The world and its faults stay as they are."""
        self._mock.reset()

    def __enter__(self) -> Self:
        self._socket = socket.create_server(self._address)
        host, port = self._socket.getsockname()[:2]
        self.url = f"http://{host}:{port}"
        self.base_url = f"{self.url}/rest"
        self._server = Server(self.app, log_level="error")
        self._thread = Thread(target=self._server.run, kwargs={"sockets": [self._socket]}, daemon=True)
        self._thread.start()
        deadline = monotonic() + 10
        while not self._server.started:
            if monotonic() > deadline or not self._thread.is_alive():
                raise RuntimeError("the mock did not start")
            sleep(0.005)
        return self

    def __exit__(self, *exc_info: object) -> None:
        self._server.should_exit = True
        self._thread.join()
        self._socket.close()


class Server(uvicorn.Server):
    """uvicorn, set up for the mock. When it ends, it hangs up on requests that wait, hang or drip."""

    def __init__(self, app: ASGIApp, log_level: str) -> None:
        # A second is for requests that arrive in the very moment of the end.
        config = uvicorn.Config(
            app, http=Protocol, log_level=log_level, lifespan="off", server_header=False, timeout_graceful_shutdown=1
        )
        super().__init__(config)

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        for connection in list(self.server_state.connections):
            connection.transport.abort()
        await super().shutdown(sockets)
