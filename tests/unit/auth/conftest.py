"""A network that keeps what was sent, real sockets, and one way to send for blocking and asyncio clients."""

from __future__ import annotations

import asyncio
import socket
import struct
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from threading import Thread
from typing import Any

import httpx
import pytest
from woodpecker_auth import AsyncPolicyTransport, PolicyTransport

Reply = Callable[[bytes], bytes | None]


PROXY_VARIABLES = [
    name for plain in ("http_proxy", "https_proxy", "all_proxy", "no_proxy") for name in (plain, plain.upper())
]


@pytest.fixture(autouse=True)
def no_proxies(monkeypatch):
    for name in PROXY_VARIABLES:
        monkeypatch.delenv(name, raising=False)


@dataclass
class Network:
    """Responds to every request and keeps it as it was sent."""

    respond: Callable[[httpx.Request], httpx.Response] = lambda request: httpx.Response(200)
    sent: list[httpx.Request] = field(default_factory=list)

    def __call__(self, request: httpx.Request) -> httpx.Response:
        self.sent.append(request)
        return self.respond(request)

    @property
    def transport(self) -> httpx.MockTransport:
        return httpx.MockTransport(self)


class Socket:
    """A server on loopback. `reply` makes the bytes of a response from the bytes of a request; None resets."""

    def __init__(self, host: str, reply: Reply) -> None:
        self.heads: list[str] = []
        self._reply = reply
        self._listening = socket.create_server((host, 0))
        self.port = self._listening.getsockname()[1]
        self.url = f"http://{host}:{self.port}"
        self._thread = Thread(target=self._serve)
        self._thread.start()

    def _serve(self) -> None:
        while True:
            connection, _ = self._listening.accept()
            with connection:
                head = connection.recv(65536)
                if head == b"stop":
                    return
                self.heads.append(head.partition(b"\r\n\r\n")[0].decode().lower())
                response = self._reply(head)
                if response is None:
                    # Closing with no linger sends a reset.
                    connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
                else:
                    connection.sendall(response)

    def close(self) -> None:
        with socket.create_connection(self._listening.getsockname()) as last:
            last.sendall(b"stop")
            self._thread.join()
        self._listening.close()


def make_response(status: int = 200, body: bytes = b"", **headers: str) -> bytes:
    lines = [f"HTTP/1.1 {status} x", f"content-length: {len(body)}", "connection: close"]
    lines += [f"{name.replace('_', '-')}: {value}" for name, value in headers.items()]
    return "\r\n".join([*lines, "", ""]).encode() + body


@pytest.fixture
def network() -> Network:
    return Network()


@pytest.fixture
def listen() -> Iterator[Callable[..., Socket]]:
    """Opens servers: `listen(host, reply)`. Without a reply they respond with 200."""
    with ExitStack() as opened:

        def start(host: str = "127.0.0.1", reply: Reply | None = None) -> Socket:
            server = Socket(host, reply or (lambda head: make_response()))
            opened.callback(server.close)
            return server

        yield start


@pytest.fixture
def http_response() -> Callable[..., bytes]:
    return make_response


@pytest.fixture(params=["blocking", "asyncio"])
def send(request: pytest.FixtureRequest) -> Callable[..., httpx.Response]:
    """Sends one request through a new policy transport: `send(key, url, method=, inner=, base_url=, scope=, …)`."""

    def split(settings: dict[str, Any]) -> tuple[dict[str, Any], dict[str, Any]]:
        ours = {name: settings.pop(name) for name in ("base_url", "scope") if name in settings}
        theirs = {"follow_redirects": settings.pop("follow_redirects", False)}
        return ours, theirs

    def blocking(key: Any, url: str, method: str = "GET", inner: Any = None, **settings: Any) -> httpx.Response:
        ours, theirs = split(settings)
        with httpx.Client(transport=PolicyTransport(key, inner, **ours), **theirs) as http:
            return http.request(method, url, **settings)

    async def in_asyncio(key: Any, url: str, method: str = "GET", inner: Any = None, **settings: Any) -> httpx.Response:
        ours, theirs = split(settings)
        async with httpx.AsyncClient(transport=AsyncPolicyTransport(key, inner, **ours), **theirs) as http:
            return await http.request(method, url, **settings)

    def running(*args: Any, **settings: Any) -> httpx.Response:
        return asyncio.run(in_asyncio(*args, **settings))

    return blocking if request.param == "blocking" else running


@pytest.fixture
def refused() -> Callable[[str], Any]:
    """`with refused(reason):` — the block raises a `PolicyError` with that reason."""
    from woodpecker_auth import PolicyError

    @contextmanager
    def expect(reason: str) -> Iterator[Any]:
        with pytest.raises(PolicyError) as caught:
            yield caught
        assert caught.value.reason == reason

    return expect
