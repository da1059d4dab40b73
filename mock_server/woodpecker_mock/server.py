"""The mock on a socket, in a thread of this process."""

from __future__ import annotations

import socket
from threading import Thread
from time import monotonic, sleep
from typing import Self

import uvicorn

from .app import create_app
from .world import World


class MockServer:
    """A running mock: `with MockServer() as mock: ... mock.base_url`.

    Attributes:
        world: what the mock knows; change it freely.
        url: where the mock is, such as `http://127.0.0.1:40123`.
        base_url: where its API is.
    """

    def __init__(self, world: World | None = None, *, host: str = "127.0.0.1", port: int = 0) -> None:
        self.app = create_app(world)
        self.world: World = self.app.state.world
        self._address = (host, port)

    def __enter__(self) -> Self:
        self._socket = socket.create_server(self._address)
        host, port = self._socket.getsockname()[:2]
        self.url = f"http://{host}:{port}"
        self.base_url = f"{self.url}/rest"
        config = uvicorn.Config(self.app, log_level="error", lifespan="off", server_header=False)
        self._server = uvicorn.Server(config)
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
