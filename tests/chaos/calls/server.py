"""A server on loopback that misbehaves, in a process of its own. `python -m tests.chaos.calls.server SEED`.

It prints its port. Each line on its standard input makes it print what it has seen so far, as JSON; the end of the
input is its end.
"""

from __future__ import annotations

import asyncio
import json
import socket
import sys
from collections import Counter
from contextlib import suppress
from random import Random

from .handlers import SHARES, Connection, refuse
from .request import Reuse


class Server:
    """Connections, and what is remembered of them."""

    def __init__(self, seed: str) -> None:
        self._seed = seed
        self._connections = 0
        self._open = 0
        self._done: Counter[str] = Counter()
        self._ran: Counter[int] = Counter()
        self._reuses: list[Reuse] = []
        self._tasks: set[asyncio.Task[None]] = set()

    async def run(self) -> None:
        loop = asyncio.get_running_loop()
        listening = socket.create_server(("127.0.0.1", 0), backlog=512)
        listening.setblocking(False)
        print(listening.getsockname()[1], flush=True)
        accepting = asyncio.create_task(self._accept(listening))
        while await loop.run_in_executor(None, sys.stdin.readline):
            print(json.dumps(self.seen()), flush=True)
        accepting.cancel()

    def seen(self) -> dict[str, object]:
        """What a caller wants to know at the end.

        `twice` are the calls of changes that it ran more than once. `reuses` are the requests on connections on
        which something had been sent that no request asked for.
        """
        return {
            "connections": self._connections,
            "open": self._open,
            "handlers": dict(self._done),
            "twice": [call for call, times in self._ran.items() if times > 1],
            "reuses": self._reuses,
        }

    async def _accept(self, listening: socket.socket) -> None:
        while True:
            accepted, _ = await asyncio.get_running_loop().sock_accept(listening)
            self._connections += 1
            task = asyncio.create_task(self._serve(accepted, Random(f"{self._seed}/{self._connections}")))
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)

    async def _serve(self, accepted: socket.socket, random: Random) -> None:
        self._open += 1
        try:
            with accepted, suppress(OSError):
                connection = Connection(accepted, random)
                received_before = 0.0
                while (request := await connection.request()) is not None:
                    if (unsolicited := connection.unsolicited_at) is not None:
                        port = accepted.getpeername()[1]
                        self._reuses.append(
                            Reuse(request.call, port, received_before, unsolicited, connection.received_at)
                        )
                        return  # from now on, each response would be taken for the next one's
                    received_before = connection.received_at
                    handle = random.choices(list(SHARES), list(SHARES.values()))[0]
                    self._done[handle.__name__.strip("_")] += 1
                    if request.method == "PATCH" and handle is not refuse:
                        self._ran[request.call] += 1
                    if not await handle(connection, request):
                        return
        finally:
            self._open -= 1


if __name__ == "__main__":
    asyncio.run(Server(sys.argv[1]).run())
