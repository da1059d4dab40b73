"""A proxy before Redis that can delay connections, resume them later, close them, and refuse new ones."""

from __future__ import annotations

import socket
import ssl
from contextlib import suppress
from threading import Event, Thread


class Proxy:
    """Listens on loopback.

    Args:
        port: Redis's, on loopback.
        tls: for a proxy that is reached over TLS.

    Attributes:
        port: its own.
        received: all that came from its clients, decrypted.
    """

    def __init__(self, port: int, tls: ssl.SSLContext | None = None) -> None:
        self._target, self._tls, self._open = port, tls, True
        self._listening = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._listening.getsockname()[1]
        self.received = b""
        self._links: list[_Link] = []
        Thread(target=self._accept, daemon=True).start()

    @property
    def url(self) -> str:
        return f"redis://127.0.0.1:{self.port}"

    def _accept(self) -> None:
        with suppress(OSError):
            while True:
                client = self._listening.accept()[0]
                if not self._open:
                    client.close()
                    continue
                try:
                    client = self._tls.wrap_socket(client, server_side=True) if self._tls else client
                except OSError:
                    client.close()
                    continue
                self._links.append(_Link(self, client))

    def hold(self) -> None:
        """From now on, hold the data that the current connections send to Redis. New connections are not held."""
        for link in self._links:
            link.passes.clear()

    def holds(self) -> bool:
        """Whether data is held."""
        return any(link.waits for link in self._links)

    def hang_up(self) -> None:
        """Close the current connections towards the client. Held data is kept."""
        for link in self._links:
            link.end(link.client)

    def let_go(self) -> list[_Link]:
        """Send the held data."""
        held = [link for link in self._links if not link.passes.is_set()]
        for link in held:
            link.passes.set()
        return held

    def release(self) -> None:
        """Send the held data, and return when Redis has processed it. The client must have closed these connections."""
        for link in self.let_go():
            assert link.over.wait(20), "the client keeps its connection"

    def refuse(self) -> None:
        """Refuse new connections."""
        self._open = False

    def cut(self) -> None:
        """Close all connections and refuse new ones."""
        self.refuse()
        for link in self._links:
            link.end(link.client)
            link.end(link.redis)

    def mend(self) -> None:
        """Accept new connections again."""
        self._open = True

    def close(self) -> None:
        with suppress(OSError):
            self._listening.shutdown(socket.SHUT_RDWR)
        self._listening.close()
        self.cut()
        self.let_go()


class _Link:
    """One connection.

    Attributes:
        passes: set while nothing is held back.
        waits: whether something is.
        over: set when Redis has responded to everything and closed.
    """

    def __init__(self, proxy: Proxy, client: socket.socket) -> None:
        self.client, self.redis = client, socket.create_connection(("127.0.0.1", proxy._target))
        self._proxy, self.waits = proxy, False
        self.passes, self.over = Event(), Event()
        self.passes.set()
        for work in (self._to_redis, self._to_client):
            Thread(target=work, daemon=True).start()

    def _to_redis(self) -> None:
        with suppress(OSError):
            while data := self._from_client():
                self._proxy.received += data
                self.waits = not self.passes.is_set()
                self.passes.wait()
                self.waits = False
                self.redis.sendall(data)
        self.passes.wait()
        with suppress(OSError):
            # Redis processes what it has read before it closes.
            self.redis.shutdown(socket.SHUT_WR)

    def _from_client(self) -> bytes:
        with suppress(OSError):
            return self.client.recv(65536)
        return b""

    def _to_client(self) -> None:
        with suppress(OSError):
            while data := self.redis.recv(65536):
                with suppress(OSError):
                    self.client.sendall(data)
        self.end(self.client)
        self.client.close()
        self.redis.close()
        self.over.set()

    def end(self, side: socket.socket) -> None:
        with suppress(OSError):
            side.shutdown(socket.SHUT_RDWR)
