"""The mock as a program of its own, and bytes sent to it as they are."""

from __future__ import annotations

import json
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.client import HTTPException, HTTPResponse
from threading import Thread
from typing import IO, Any
from urllib.request import Request, urlopen

TIMEOUT = 10.0
_MAIN = "from woodpecker_mock.__main__ import main; main()"
_WITHOUT_HTTPTOOLS = "import sys; sys.modules['httptools'] = None; "


@dataclass
class MockProcess:
    """A mock that runs, the first line that it printed, and those after it."""

    url: str
    pid: int
    key: str = field(repr=False)
    printed: list[str]
    started: str

    @property
    def port(self) -> int:
        return int(self.url.rpartition(":")[2])

    def connect(self) -> socket.socket:
        return socket.create_connection(("127.0.0.1", self.port), timeout=TIMEOUT)

    def console(self, path: str, body: Any = None) -> Any:
        """The response of its console; a body is posted."""
        data = None if body is None else json.dumps(body).encode()
        with urlopen(Request(f"{self.url}/_mock/{path}", data, {"content-type": "application/json"})) as response:
            raw = response.read()
        return json.loads(raw) if raw else None


@contextmanager
def mock_process(parser: str, *options: str) -> Iterator[MockProcess]:
    """A mock with `httptools` for a parser, or with `h11` as if httptools were not installed."""
    code = _MAIN if parser == "httptools" else _WITHOUT_HTTPTOOLS + _MAIN
    words = [sys.executable, "-c", code, "--port", "0", *options]
    with subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True) as running:
        assert running.stdout is not None
        started = running.stdout.readline()
        url = next(word for word in started.split() if word.startswith("http")).removesuffix("/rest,")
        printed: list[str] = []
        listening = Thread(target=_listen, args=[running.stdout, printed])
        listening.start()
        try:
            mock = MockProcess(url, running.pid, "", printed, started)
            mock.key = mock.console("state")["agencies"][0]["hq_key"]
            yield mock
        finally:
            running.terminate()
            try:
                running.wait(TIMEOUT / 2)
            except subprocess.TimeoutExpired:
                running.kill()
            listening.join()


def _listen(output: IO[str], printed: list[str]) -> None:
    printed.extend(output)


@dataclass
class ReceivedResponse:
    """What came back: no status if there was no response."""

    status: int | None
    body: bytes = b""
    closed: bool = False


def talk(mock: MockProcess, data: bytes) -> ReceivedResponse:
    """Send these bytes on a connection of their own and read the first response, or the end."""
    with mock.connect() as connection:
        # It may disconnect in the middle, after a response that gives the reason.
        with suppress(ConnectionError):
            connection.sendall(data)
        return read_response(connection)


def read_response(connection: socket.socket) -> ReceivedResponse:
    """The next response, or the end; a `TimeoutError` if there is neither."""
    response = HTTPResponse(connection)
    try:
        response.begin()
        body = response.read()
    except (HTTPException, ConnectionError):
        return ReceivedResponse(None, closed=True)
    return ReceivedResponse(response.status, body, response.will_close)


def received(connection: socket.socket) -> bytes:
    """All that comes until the other side ends the connection; a `TimeoutError` if it does not."""
    got = bytearray()
    with suppress(ConnectionError):
        while part := connection.recv(65536):
            got += part
    return bytes(got)
