"""HTTP/1.1 on one connection of asyncio's, spoken by h11, which httpx speaks it with, too.

httpcore in between would serve other event loops as well, and its locks give way to everything else that is ready: with
hundreds of requests in flight each of them waits for several rounds of the loop.
"""

from __future__ import annotations

import ssl
from collections.abc import AsyncIterator, Generator
from contextlib import contextmanager, suppress
from time import monotonic
from typing import Any

import h11
import httpx

from .wire import Wire

# Bytes: of a head that is still incomplete, and of a body that goes out in one piece with what is before it.
_LONGEST_HEAD = 100 * 1024
_ONE_PIECE = 64 * 1024


class AsyncConnection(httpx.AsyncBaseTransport):
    """Sends one request at a time, and keeps the connection for the next one to the same origin.

    Args:
        verify: the certificates to trust.
        idle: seconds after which an unused connection is not used again.
    """

    def __init__(self, verify: ssl.SSLContext, idle: float) -> None:
        self._verify, self._idle = verify, idle
        self._origin: tuple[str, str, int | None] | None = None
        self._wire: Wire | None = None
        self._http = h11.Connection(h11.CLIENT)
        self._free_since = 0.0

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        timeout: dict[str, float | None] = request.extensions.get("timeout", {})
        try:
            with _as_httpx(request):
                wire = await self._connected(request, timeout.get("connect"))
                with suppress(httpx.WriteError):  # the server may have said why before it closed
                    await self._send(wire, request, timeout.get("write"))
                head = await self._next(wire, timeout.get("read"))
                while isinstance(head, h11.InformationalResponse):
                    head = await self._next(wire, timeout.get("read"))
                if not isinstance(head, h11.Response):
                    raise httpx.RemoteProtocolError("the server switched to another protocol, which nobody asked for")
        except BaseException:
            self._drop()
            raise
        return httpx.Response(
            head.status_code,
            headers=head.headers.raw_items(),
            stream=_Body(self, wire, request, timeout.get("read")),
            extensions={"http_version": b"HTTP/" + bytes(head.http_version), "reason_phrase": bytes(head.reason)},
        )

    async def _connected(self, request: httpx.Request, timeout: float | None) -> Wire:
        url = request.url
        origin = (url.scheme, url.host, url.port)
        if self._wire is not None:
            if origin == self._origin and monotonic() - self._free_since < self._idle and not self._wire.is_stale:
                return self._wire
            self._drop()
        secure = url.scheme == "https"
        if not secure and url.scheme != "http":
            raise httpx.UnsupportedProtocol(f"{url.scheme}:// is neither http:// nor https://")
        host = url.raw_host.decode("ascii")
        self._wire = wire = await Wire.connect(host, url.port or (443 if secure else 80), timeout)
        self._origin, self._http = origin, h11.Connection(h11.CLIENT, max_incomplete_event_size=_LONGEST_HEAD)
        if secure:
            await wire.secure(self._verify, request.extensions.get("sni_hostname", host), timeout)
        return wire

    async def _send(self, wire: Wire, request: httpx.Request, timeout: float | None) -> None:
        assert isinstance(request.stream, httpx.AsyncByteStream)
        head = h11.Request(method=request.method, target=request.url.raw_path, headers=request.headers.raw)
        pending = self._http.send(head) or b""
        async for chunk in request.stream:
            if len(pending) > _ONE_PIECE:
                await wire.write(pending, timeout)
                pending = b""
            pending += self._http.send(h11.Data(chunk)) or b""
        pending += self._http.send(h11.EndOfMessage()) or b""
        await wire.write(pending, timeout)

    async def _next(self, wire: Wire, timeout: float | None) -> Any:
        while (event := self._http.next_event()) is h11.NEED_DATA:
            data = await wire.read(timeout)
            if not data and self._http.their_state is h11.SEND_RESPONSE:
                raise httpx.RemoteProtocolError("the server closed the connection without an answer")
            self._http.receive_data(data)
        return event

    async def body(self, wire: Wire, timeout: float | None) -> AsyncIterator[bytes]:
        """The bytes of the answer whose head has been read."""
        while isinstance(event := await self._next(wire, timeout), h11.Data):
            yield bytes(event.data)

    def finish(self) -> None:
        """Keep the connection if the answer was read to its end and the server wants to go on, else close it."""
        if self._http.our_state is h11.DONE and self._http.their_state is h11.DONE:
            self._http.start_next_cycle()
            self._free_since = monotonic()
        else:
            self._drop()

    def _drop(self) -> None:
        wire, self._wire = self._wire, None
        if wire is not None:
            wire.abort()

    async def aclose(self) -> None:
        self._drop()


class _Body(httpx.AsyncByteStream):
    def __init__(self, connection: AsyncConnection, wire: Wire, request: httpx.Request, timeout: float | None) -> None:
        self._connection, self._wire, self._request, self._timeout = connection, wire, request, timeout

    async def __aiter__(self) -> AsyncIterator[bytes]:
        with _as_httpx(self._request):
            async for chunk in self._connection.body(self._wire, self._timeout):
                yield chunk

    async def aclose(self) -> None:
        self._connection.finish()


@contextmanager
def _as_httpx(request: httpx.Request) -> Generator[None, None, None]:
    """Errors of h11 leave as those of httpx, and all of httpx's with their request."""
    try:
        yield
    except h11.LocalProtocolError as failure:
        raise httpx.LocalProtocolError(str(failure), request=request) from failure
    except h11.RemoteProtocolError as failure:
        raise httpx.RemoteProtocolError(str(failure), request=request) from failure
    except httpx.RequestError as failure:
        failure.request = request
        raise
