"""uvicorn's HTTP protocol, held to HTTP's rules where it does not keep them by itself.

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
    """The request that came last and its answer; None before the first."""
    # httptools' brings its own; h11's reads one request at a time.
    pipeline: deque[Any] = deque()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._head = 0
        self._cycles: deque[Any] = deque()

    def data_received(self, data: bytes) -> None:
        super().data_received(_without_offers(data) if self.expected() == "head" else data)
        self._head = self._head + len(data) if self.expected() == "head" else 0
        if self._head > _LARGEST_HEAD:
            self.refuse(HTTPStatus.REQUEST_HEADER_FIELDS_TOO_LARGE)

    def connection_lost(self, exc: Exception | None) -> None:
        super().connection_lost(exc)
        self._forget_requests()

    def on_headers_complete(self) -> None:
        # A copy: httptools adds trailers to the original, and a key in a trailer is none.
        self.scope["headers"] = list(self.headers)
        super().on_headers_complete()
        self._cycles.append(self.cycle)
        while self._cycles[0].response_complete:
            self._cycles.popleft()

    def on_message_complete(self) -> None:
        super().on_message_complete()
        # uvicorn does not say so if the answer was faster than the body.
        self.cycle.more_body = False

    def on_response_complete(self) -> None:
        super().on_response_complete()
        # uvicorn would read on after each answer, however many requests wait for theirs.
        if self.pipeline:
            self.flow.pause_reading()

    def send_400_response(self, msg: str) -> None:
        self.refuse(HTTPStatus.BAD_REQUEST, msg)

    def expected(self) -> Literal["head", "body"] | None:
        """What the client has to send before it can be answered."""
        if self.cycle is None or (self.cycle.response_complete and not self.cycle.more_body):
            return "head"
        return "body" if self.cycle.more_body else None

    def refuse(self, status: HTTPStatus, text: str | None = None) -> None:
        """End the connection; with an answer if it is this request's turn and it has had none."""
        if self.transport.is_closing():
            return
        answered = self.expected() != "head" and self.cycle.response_started
        if not answered and not self.pipeline:
            body = (text or status.phrase).encode("ascii")
            headers = [*self.server_state.default_headers, (b"content-type", b"text/plain; charset=utf-8")]
            headers += [(b"content-length", b"%d" % len(body)), (b"connection", b"close")]
            lines = [b"HTTP/1.1 %d %s" % (status, status.phrase.encode("ascii")), *map(b": ".join, headers), b"", body]
            self.transport.write(b"\r\n".join(lines))
        self.transport.close()
        self._forget_requests()

    def _forget_requests(self) -> None:
        """Nobody is left to answer. Of pipelined requests, uvicorn tells the last, which is not the one that runs."""
        for cycle in (*self._cycles, self.cycle):
            if cycle is not None and not cycle.response_complete:
                cycle.disconnected = True
                cycle.message_event.set()


def _without_offers(data: bytes) -> bytes:
    """A head that offers no other protocol: none is spoken here.

    httptools would drop the body of such a request, and Java's client offers HTTP/2 in all of its own.
    """
    head, end, rest = data.partition(b"\r\n\r\n")
    return _UPGRADE.sub(b"\r\nignored:", head) + end + rest
