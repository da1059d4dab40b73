"""The Redis below `RedisLanes`: many calls of scripts in one round trip."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, TypeAlias

from redis.exceptions import ConnectionError, NoScriptError, ResponseError, TimeoutError

from .address import RedisAddress
from .scripts import ALL, Script

#: A script, its keys and its arguments.
Call: TypeAlias = tuple[Script, Sequence[str], Sequence[str | int]]


class RedisConnection:
    """One connection to one Redis, opened when it is needed. For one thread at a time.

    Attributes:
        address: where it is.
        given_up: how many connections were given up while answers were outstanding. What was sent over them may still
            arrive, after what the next connection says.
    """

    def __init__(self, address: RedisAddress) -> None:
        self.address = address
        self._connection: Any = None
        self.given_up = 0

    def run(self, calls: Sequence[Call]) -> list[object]:
        """What the scripts answered, in order; an exception for one that failed by itself.

        Every script may run twice, so a connection that turns out to be dead is opened anew once: a server that was
        started again, or a firewall that forgets idle connections.

        Raises:
            Exception: Redis cannot be reached, did not answer in time, or refuses the connection.
        """
        try:
            return self._run(calls)
        except ConnectionError:
            return self._run(calls)

    def _run(self, calls: Sequence[Call]) -> list[object]:
        answers = self._once(calls)
        unknown = [n for n, answer in enumerate(answers) if isinstance(answer, NoScriptError)]
        if unknown:
            self._execute([("SCRIPT LOAD", str(script)) for script in ALL])
            for n, answer in zip(unknown, self._once([calls[n] for n in unknown]), strict=True):
                answers[n] = answer
        return answers

    def _once(self, calls: Sequence[Call]) -> list[object]:
        return self._execute([("EVALSHA", script.sha, len(keys), *keys, *args) for script, keys, args in calls])

    def _execute(self, commands: Sequence[tuple[str | int, ...]]) -> list[object]:
        connection = self._connected()
        packed = connection.pack_commands(commands)
        try:
            connection.send_packed_command(packed)
            return [_answer(connection) for _ in commands]
        except BaseException:
            self.given_up += 1
            self.disconnect()
            raise

    def _connected(self) -> Any:
        if self._connection is not None:
            try:
                # Nothing is outstanding. What can be read is a goodbye.
                over = self._connection.can_read()
            except (ConnectionError, TimeoutError, OSError):
                over = True
            if over:
                self.disconnect()
        if self._connection is None:
            connection = self.address.connection()
            connection.connect()
            self._connection = connection
        return self._connection

    def disconnect(self) -> None:
        if self._connection is not None:
            self._connection.disconnect()
            self._connection = None


def _answer(connection: Any) -> object:
    try:
        return connection.read_response()
    except ResponseError as refused:
        return refused
