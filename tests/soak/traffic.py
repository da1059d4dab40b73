"""The traffic of one round: what each connection sends, one request after the other."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable
from typing import Any

from tests.contract.malformed import KEY, MALFORMED

from .checker import Checker, Violation
from .connection import Connection, Response, ResponseTimeout
from .draw import Draw
from .faults import fault
from .invalid_requests import CHANGES
from .known import Known
from .requests import OPERATIONS, PlannedRequest, valid_request

MIX = {"valid": 0.6, "invalid": 0.24, "abandoned": 0.04, "malformed": 0.02, "faulty": 0.1}
"""Shares of the requests: those that fit the spec, those that are invalid in one respect, those whose client
disconnects, those that are no HTTP, and those with a fault planted before them."""

_AFTER_429 = 0.05

# Larger ones are sent where each is looked at alone.
_MALFORMED = {name: data for name, (data, _) in MALFORMED.items() if len(data) < 10_000 and b"expect" not in data}


class Round:
    """Requests on many connections at once, in a world whose snapshot is `known`."""

    def __init__(self, port: int, key: str, known: Known, checker: Checker, step: Callable[[], None]) -> None:
        self._port, self._key, self._known, self._checker, self._step = port, key, known, checker, step

    async def run(self, seed: str, requests: int, connections: int) -> None:
        """Send them all.

        Raises:
            Violation: the mock did something that it must not.
        """
        releasing = asyncio.create_task(self._release())
        try:
            async with asyncio.TaskGroup() as group:
                for number in range(connections):
                    share = requests // connections + (number < requests % connections)
                    group.create_task(self._send(Draw(f"{seed}-{number}"), share))
        except* Violation as found:
            raise found.exceptions[0] from None
        finally:
            releasing.cancel()

    async def _send(self, draw: Draw, requests: int) -> None:
        async with Connection(self._port) as connection:
            for _ in range(requests):
                await getattr(self, f"_{draw.weighted(MIX)}")(draw, connection)
                self._step()

    async def _valid(self, draw: Draw, connection: Connection) -> None:
        await self._send_request(valid_request(draw, self._known, draw.one(OPERATIONS)), connection)

    async def _invalid(self, draw: Draw, connection: Connection) -> None:
        request = valid_request(draw, self._known, draw.one(OPERATIONS))
        draw.one(CHANGES)(request, draw, self._known)
        await self._send_request(request, connection)

    async def _abandoned(self, draw: Draw, connection: Connection) -> None:
        data = valid_request(draw, self._known, draw.one(OPERATIONS)).data()
        await connection.send_and_disconnect(data if draw.chance(0.5) else data[: draw.number(len(data))])
        self._checker.outcomes["left by its client"] += 1

    async def _malformed(self, draw: Draw, connection: Connection) -> None:
        name = draw.one(list(_MALFORMED))
        await connection.close()
        response = await send_or_fail(connection, _MALFORMED[name].replace(KEY, self._key.encode()), name)
        await connection.close()
        self._checker.check_malformed(name, MALFORMED[name][1], response)

    async def _faulty(self, draw: Draw, connection: Connection) -> None:
        request = valid_request(draw, self._known, draw.one(OPERATIONS))
        assert request.operation is not None
        planted = fault(draw, request.operation.id, request.sender.company)
        await console(connection, "POST", "faults", planted)
        self._checker.planted += 1
        await self._send_request(request, connection)

    async def _send_request(self, request: PlannedRequest, connection: Connection) -> None:
        what = request.operation.id if request.operation else request.method
        response = await send_or_fail(connection, request.data(), what)
        self._known.learn(request.sender, self._checker.check(request, response))
        if response is not None and response.status == 429:
            # As a client should, or most of a round would be rejections.
            await asyncio.sleep(_AFTER_429)

    async def _release(self) -> None:
        """Release what hangs, again and again."""
        async with Connection(self._port) as connection:
            while True:
                await asyncio.sleep(0.02)
                await console(connection, "POST", "faults/release")


async def console(connection: Connection, method: str, path: str, body: Any = None) -> Any:
    """The response of the mock's console.

    Raises:
        Violation: it rejects the request.
    """
    raw = b"" if body is None else json.dumps(body).encode()
    head = f"{method} /_mock/{path} HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\n"
    response = await send_or_fail(connection, f"{head}content-length: {len(raw)}\r\n\r\n".encode() + raw, path)
    if response is None or response.status >= 300:
        raise Violation(f"the console did not take {path}: {response.status if response else 'the connection ended'}")
    return json.loads(response.body) if response.body else None


async def send_or_fail(connection: Connection, data: bytes, what: str) -> Response | None:
    """As `Connection.send`.

    Raises:
        Violation: nothing came.
    """
    try:
        return await connection.send(data)
    except ResponseTimeout:
        raise Violation(f"{what} got no response") from None
