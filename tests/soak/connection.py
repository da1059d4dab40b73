"""HTTP/1.1 over asyncio's streams, with no more to it than an response of the mock needs: it has to be fast."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from typing import Self

RESPONSE_TIMEOUT = 10.0
"""Seconds; longer than any response takes that is on its way."""


class ResponseTimeout(Exception):
    """Nothing came."""


@dataclass
class Response:
    status: int
    headers: dict[str, str]
    body: bytes


class Connection:
    """A connection that is opened when it is needed."""

    def __init__(self, port: int) -> None:
        self._port = port
        self._streams: tuple[asyncio.StreamReader, asyncio.StreamWriter] | None = None

    async def send(self, data: bytes) -> Response | None:
        """The response, None if the connection ends before it is whole.

        Raises:
            ResponseTimeout: neither came in time.
        """
        try:
            async with asyncio.timeout(RESPONSE_TIMEOUT):
                reader, writer = await self._open()
                writer.write(data)
                return await self._read_response(reader)
        except TimeoutError:
            raise ResponseTimeout from None
        except (ConnectionError, asyncio.IncompleteReadError):
            await self.close()
            return None

    async def send_and_disconnect(self, data: bytes) -> None:
        """Send this and disconnect."""
        _, writer = await self._open()
        writer.write(data)
        await self.close()

    async def close(self) -> None:
        if self._streams is not None:
            _, writer = self._streams
            self._streams = None
            writer.close()

    async def _open(self) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
        if self._streams is None:
            self._streams = await asyncio.open_connection("127.0.0.1", self._port)
        return self._streams

    async def _read_response(self, reader: asyncio.StreamReader) -> Response:
        head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
        first, *lines = head[:-4].split("\r\n")
        status = int(first.split(" ", 2)[1])
        headers = {name.lower(): text.strip() for name, _, text in (line.partition(":") for line in lines)}
        # A 204 that announces a body is a response that will be reset in the middle of that.
        size = int(headers.get("content-length", 0))
        body = await reader.readexactly(size)
        if headers.get("connection") == "close":
            await self.close()
        return Response(status, headers, body)

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *exc_info: object) -> None:
        await self.close()
