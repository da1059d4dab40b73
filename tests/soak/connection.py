"""HTTP/1.1 over asyncio's streams, with no more to it than an answer of the mock needs: it has to be fast."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from typing import Self

PATIENCE = 10.0
"""Seconds; longer than any answer takes that is on its way."""


class Silence(Exception):
    """Nothing came."""


@dataclass
class Answer:
    status: int
    headers: dict[str, str]
    body: bytes


class Connection:
    """A connection that is opened when it is needed."""

    def __init__(self, port: int) -> None:
        self._port = port
        self._streams: tuple[asyncio.StreamReader, asyncio.StreamWriter] | None = None

    async def ask(self, data: bytes) -> Answer | None:
        """The answer, None if the connection ends before it is whole.

        Raises:
            Silence: neither came in time.
        """
        try:
            async with asyncio.timeout(PATIENCE):
                reader, writer = await self._open()
                writer.write(data)
                return await self._answer(reader)
        except TimeoutError:
            raise Silence from None
        except (ConnectionError, asyncio.IncompleteReadError):
            await self.close()
            return None

    async def leave(self, data: bytes) -> None:
        """Send this and hang up."""
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

    async def _answer(self, reader: asyncio.StreamReader) -> Answer:
        head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
        first, *lines = head[:-4].split("\r\n")
        status = int(first.split(" ", 2)[1])
        headers = {name.lower(): text.strip() for name, _, text in (line.partition(":") for line in lines)}
        # A 204 that promises a body is an answer that will be reset in the middle of that.
        size = int(headers.get("content-length", 0))
        body = await reader.readexactly(size)
        if headers.get("connection") == "close":
            await self.close()
        return Answer(status, headers, body)

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *exc_info: object) -> None:
        await self.close()
