"""uvicorn's HTTP protocol, made to follow the rules of HTTP where it does not by itself.

https://www.rfc-editor.org/rfc/rfc9110 https://www.rfc-editor.org/rfc/rfc9112
"""

from __future__ import annotations

import re
from collections import deque
from http import HTTPStatus
from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol as _Protocol
else:
    # httptools' if it is installed, else h11's. Methods that only httptools' has repair what h11's does right.
    from uvicorn.protocols.http.auto import AutoHTTPProtocol as _Protocol

_LARGEST_HEAD = 64 * 1024
_UPGRADE = re.compile(rb"\r\nupgrade:", re.IGNORECASE)


class StrictProtocol(_Protocol):
    """One connection."""

    cycle: Any
    """The latest request and its response; None before the first."""
    # httptools' brings its own; h11's reads one request at a time.
    pipeline: deque[Any] = deque()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._head = 0
        self._cycles: deque[Any] = deque()

    def data_received(self, data: bytes) -> None:
        before = self.expected()
        super().data_received(_without_upgrade(data) if before == "head" else data)
        # What ends a body is not counted, though a head is next if the response was faster.
        self._head = self._head + len(data) if before == self.expected() == "head" else 0
        if self._head > _LARGEST_HEAD:
            self.reject(HTTPStatus.REQUEST_HEADER_FIELDS_TOO_LARGE)

    def connection_lost(self, exc: Exception | None) -> None:
        super().connection_lost(exc)
        self._drop_requests()

    def on_headers_complete(self) -> None:
        # A copy: httptools adds trailers to the original, and a key in a trailer is none.
        self.scope["headers"] = list(self.headers)
        super().on_headers_complete()
        self._cycles.append(self.cycle)
        while self._cycles[0].response_complete:
            self._cycles.popleft()

    def on_message_complete(self) -> None:
        super().on_message_complete()
        # uvicorn does not set it if the response was faster than the body.
        self.cycle.more_body = False

    def on_response_complete(self) -> None:
        super().on_response_complete()
        # uvicorn would read on after each response, however many requests wait for theirs.
        if self.pipeline:
            self.flow.pause_reading()

    def send_400_response(self, msg: str) -> None:
        self.reject(HTTPStatus.BAD_REQUEST, msg)

    def expected(self) -> Literal["head", "body"] | None:
        """What the client has to send before it can get a response."""
        if self.cycle is None or (self.cycle.response_complete and not self.cycle.more_body):
            return "head"
        return "body" if self.cycle.more_body else None

    def reject(self, status: HTTPStatus, text: str | None = None) -> None:
        """End the connection; with a response if the request is the first in the pipeline and has had none."""
        if self.transport.is_closing():
            return
        responded = self.expected() != "head" and self.cycle.response_started
        if not responded and not self.pipeline:
            body = (text or status.phrase).encode("ascii")
            headers = [*self.server_state.default_headers, (b"content-type", b"text/plain; charset=utf-8")]
            headers += [(b"content-length", b"%d" % len(body)), (b"connection", b"close")]
            lines = [b"HTTP/1.1 %d %s" % (status, status.phrase.encode("ascii")), *map(b": ".join, headers), b"", body]
            self.transport.write(b"\r\n".join(lines))
        self.transport.close()
        self._drop_requests()

    def _drop_requests(self) -> None:
        """Notify every request that its client is gone; of pipelined requests uvicorn notifies the last one only."""
        for cycle in (*self._cycles, self.cycle):
            if cycle is not None and not cycle.response_complete:
                cycle.disconnected = True
                cycle.message_event.set()


def _without_upgrade(data: bytes) -> bytes:
    """The head without an upgrade to another protocol: none is supported here.

    httptools would drop the body of such a request, and Java's client offers HTTP/2 in all of its own.
    """
    head, end, rest = data.partition(b"\r\n\r\n")
    return _UPGRADE.sub(b"\r\nignored:", head) + end + rest
