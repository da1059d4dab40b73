"""The traffic of one round: what each connection sends, one request after the other."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable
from typing import Any

from tests.contract.malformed import KEY, MALFORMED

from .asking import OPERATIONS, Asked, right
from .connection import Answer, Connection, Silence
from .draw import Draw
from .judge import Judge, Wrong
from .known import Known
from .planting import fault
from .spoiling import SPOILS

MIX = {"right": 0.6, "wrong": 0.24, "left": 0.04, "malformed": 0.02, "faulty": 0.1}
"""Shares of the requests: those that fit the spec, those that are wrong in one thing, those whose client hangs up,
those that are no HTTP, and those with a fault planted before them."""

_AFTER_429 = 0.05

# Larger ones are sent where each is looked at alone.
_MALFORMED = {name: data for name, (data, _) in MALFORMED.items() if len(data) < 10_000 and b"expect" not in data}


class Round:
    """Requests on many connections at once, in a world whose snapshot is `known`."""

    def __init__(self, port: int, key: str, known: Known, judge: Judge, step: Callable[[], None]) -> None:
        self._port, self._key, self._known, self._judge, self._step = port, key, known, judge, step

    async def run(self, seed: str, requests: int, connections: int) -> None:
        """Send them all.

        Raises:
            Wrong: the mock did something that it must not.
        """
        releasing = asyncio.create_task(self._release())
        try:
            async with asyncio.TaskGroup() as group:
                for number in range(connections):
                    share = requests // connections + (number < requests % connections)
                    group.create_task(self._send(Draw(f"{seed}-{number}"), share))
        except* Wrong as found:
            raise found.exceptions[0] from None
        finally:
            releasing.cancel()

    async def _send(self, draw: Draw, requests: int) -> None:
        async with Connection(self._port) as connection:
            for _ in range(requests):
                await getattr(self, f"_{draw.weighted(MIX)}")(draw, connection)
                self._step()

    async def _right(self, draw: Draw, connection: Connection) -> None:
        await self._ask(right(draw, self._known, draw.one(OPERATIONS)), connection)

    async def _wrong(self, draw: Draw, connection: Connection) -> None:
        asked = right(draw, self._known, draw.one(OPERATIONS))
        draw.one(SPOILS)(asked, draw, self._known)
        await self._ask(asked, connection)

    async def _left(self, draw: Draw, connection: Connection) -> None:
        data = right(draw, self._known, draw.one(OPERATIONS)).data()
        await connection.leave(data if draw.chance(0.5) else data[: draw.number(len(data))])
        self._judge.outcomes["left by its client"] += 1

    async def _malformed(self, draw: Draw, connection: Connection) -> None:
        name = draw.one(list(_MALFORMED))
        await connection.close()
        answer = await asked_of(connection, _MALFORMED[name].replace(KEY, self._key.encode()), name)
        await connection.close()
        self._judge.look_malformed(name, MALFORMED[name][1], answer)

    async def _faulty(self, draw: Draw, connection: Connection) -> None:
        asked = right(draw, self._known, draw.one(OPERATIONS))
        assert asked.operation is not None
        planted = fault(draw, asked.operation.id, asked.sender.company)
        await console(connection, "POST", "faults", planted)
        self._judge.planted += 1
        await self._ask(asked, connection)

    async def _ask(self, asked: Asked, connection: Connection) -> None:
        what = asked.operation.id if asked.operation else asked.method
        answer = await asked_of(connection, asked.data(), what)
        self._known.learn(asked.sender, self._judge.look(asked, answer))
        if answer is not None and answer.status == 429:
            # As a client should, or most of a round would be refusals.
            await asyncio.sleep(_AFTER_429)

    async def _release(self) -> None:
        """Let go what hangs, again and again."""
        async with Connection(self._port) as connection:
            while True:
                await asyncio.sleep(0.02)
                await console(connection, "POST", "faults/release")


async def console(connection: Connection, method: str, path: str, body: Any = None) -> Any:
    """What the mock's console answers.

    Raises:
        Wrong: it refuses.
    """
    raw = b"" if body is None else json.dumps(body).encode()
    head = f"{method} /_mock/{path} HTTP/1.1\r\nhost: mock\r\ncontent-type: application/json\r\n"
    answer = await asked_of(connection, f"{head}content-length: {len(raw)}\r\n\r\n".encode() + raw, path)
    if answer is None or answer.status >= 300:
        raise Wrong(f"the console did not take {path}: {answer.status if answer else 'the connection ended'}")
    return json.loads(answer.body) if answer.body else None


async def asked_of(connection: Connection, data: bytes, what: str) -> Answer | None:
    """As `Connection.ask`.

    Raises:
        Wrong: nothing came.
    """
    try:
        return await connection.ask(data)
    except Silence:
        raise Wrong(f"{what} was never answered") from None
