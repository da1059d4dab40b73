"""A server on loopback that sends bytes as a test writes them, and keeps its connections open."""

from __future__ import annotations

import socket
import ssl
from collections.abc import Callable, Iterable
from contextlib import suppress
from threading import Lock, Thread
from time import sleep
from typing import TypeAlias

#: The response to the head of a request: bytes, and seconds to wait between them.
Script: TypeAlias = Iterable[bytes | float]


def response(body: bytes, status: str = "200 OK", **headers: str) -> bytes:
    lines = [f"HTTP/1.1 {status}", f"content-length: {len(body)}"]
    lines += [f"{name.replace('_', '-')}: {value}" for name, value in headers.items()]
    return "\r\n".join([*lines, "", ""]).encode() + body


class RawServer:
    """Each connection in a thread of its own, one request after the other.

    Attributes:
        heads: of all requests, in order of arrival.
        connections: how many were accepted.
        open: how many of them are open.
    """

    def __init__(self, script: Callable[[bytes], Script], context: ssl.SSLContext | None = None) -> None:
        self.heads: list[bytes] = []
        self.connections = self.open = 0
        self._script, self._context, self._lock = script, context, Lock()
        self._listening = socket.create_server(("127.0.0.1", 0), backlog=128)
        self.port = self._listening.getsockname()[1]
        self.url = f"{'https' if context else 'http'}://127.0.0.1:{self.port}"
        self._accepted: list[socket.socket] = []
        Thread(target=self._accept, daemon=True).start()

    def _accept(self) -> None:
        with suppress(OSError):
            while True:
                accepted, _ = self._listening.accept()
                self.connections += 1
                self._accepted.append(accepted)
                Thread(target=self._serve, args=(accepted,), daemon=True).start()

    def _count(self, change: int) -> None:
        with self._lock:
            self.open += change

    def _serve(self, accepted: socket.socket) -> None:
        self._count(1)
        try:
            with suppress(OSError):
                if self._context is not None:
                    accepted = self._context.wrap_socket(accepted, server_side=True)
                with accepted:
                    while head := self._head(accepted):
                        self.heads.append(head)
                        for step in self._script(head):
                            sleep(step) if isinstance(step, float) else accepted.sendall(step)
        finally:
            self._count(-1)

    def _head(self, accepted: socket.socket) -> bytes:
        received = b""
        while not received.endswith(b"\r\n\r\n"):
            more = accepted.recv(65536)
            if not more:
                return b""
            received += more
        return received

    def close(self) -> None:
        self._listening.close()
        for accepted in self._accepted:
            with suppress(OSError):
                accepted.close()
