"""Rounds of traffic, each in the same world, and a check of that world after each."""

from __future__ import annotations

import asyncio
import json
from collections import Counter
from collections.abc import Callable
from typing import Any

from tests.mock_process import MockProcess

from . import memory
from .checker import Checker, Violation
from .connection import Connection
from .invariants import violations
from .known import Known
from .traffic import Round, console

ROUNDS = 20

# Soon enough that batches of mailboxes end within a round.
_BATCH_SECONDS = 0.01


class Rounds:
    """A run.

    Attributes:
        checker: what it saw.
        sizes: the mock's memory in bytes after each round; empty on a system that does not report it.
    """

    def __init__(self, mock: MockProcess, step: Callable[[], None]) -> None:
        self.checker = Checker()
        self.sizes: list[int] = []
        self._mock, self._step = mock, step

    async def run(self, seed: str, requests: int, connections: int) -> None:
        """Send them all.

        Raises:
            Violation: the mock did something that it must not.
        """
        for number in range(ROUNDS):
            async with Connection(self._mock.port) as connection:
                await console(connection, "PATCH", "settings", {"batch_seconds": _BATCH_SECONDS})
                await console(connection, "POST", "reset?world=true")
                before, ran = await self._world(connection)
            self.checker.new_round()
            traffic = Round(self._mock.port, self._mock.key, Known(before), self.checker, self._step)
            await traffic.run(f"{seed}-{number}", requests // ROUNDS, connections)
            async with Connection(self._mock.port) as connection:
                await self._check_world(connection, before, ran)
            size = memory.resident(self._mock.pid)
            if size is not None:
                self.sizes.append(size)

    async def _world(self, connection: Connection) -> tuple[dict[str, Any], Counter[str]]:
        """A snapshot, and how often each operation had run then: what clients sent who left may still be on its way."""
        ran, then = Counter[str](), None
        while ran != then:
            then = ran
            world = await console(connection, "GET", "snapshot")
            ran = Counter((await console(connection, "GET", "executed"))["operations"])
        return world, ran

    async def _check_world(self, connection: Connection, before: dict[str, Any], ran: Counter[str]) -> None:
        await self._at_rest(connection)
        self.checker.faults(await console(connection, "GET", "faults"))
        await console(connection, "DELETE", "faults")
        after, executed = await self._world(connection)
        for sentence in violations(before, after, executed - ran):
            raise Violation(sentence)
        await self._keys(connection, after)

    async def _at_rest(self, connection: Connection) -> None:
        """Wait until no request runs, waits or hangs; those whose client has left may still be about to notice."""
        for _ in range(100):
            await console(connection, "POST", "faults/release")
            accounts = (await console(connection, "GET", "limits"))["accounts"].values()
            busy = sum(one["running"] + one["queued"] for one in accounts)
            hanging = (await console(connection, "GET", "faults"))["hanging"]
            if not busy and not hanging:
                return
            await asyncio.sleep(0.05)
        raise Violation(f"no request is sent, but {busy} are in the queues, and {hanging} hang")

    async def _keys(self, connection: Connection, world: dict[str, Any]) -> None:
        """Each key opens the account that it belongs to, or nothing."""
        for agency in world["agencies"]:
            for account in (agency, *agency["companies"]):
                for key in account["keys"]:
                    data = f"GET /rest/v1/me HTTP/1.1\r\nhost: localhost\r\nx-api-key: {key['key']}\r\n\r\n"
                    response = await connection.send(data.encode())
                    firm = json.loads(response.body).get("firm_id") if response else None
                    if firm != (account["id"] if agency["access"] in ("full", "no_agency_addon") else None):
                        raise Violation(f"a key of the account {account['id']} does not open it alone")
                    self._step()
