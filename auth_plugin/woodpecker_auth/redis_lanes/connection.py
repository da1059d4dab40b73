"""The Redis connection of `RedisLanes`: several script calls in one round trip."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, TypeAlias

from redis.exceptions import ConnectionError, NoScriptError, ResponseError, TimeoutError

from .address import RedisAddress
from .scripts import ALL, Script

#: A script, its keys and its arguments.
ScriptCall: TypeAlias = tuple[Script, Sequence[str], Sequence[str | int]]


class RedisConnection:
    """A connection to a Redis server, opened when it is needed. Not thread-safe.

    Attributes:
        address: of the server.
        aborted: the number of connections closed while responses were outstanding. The calls sent on them may still
            arrive, after those on the next connection.
    """

    def __init__(self, address: RedisAddress) -> None:
        self.address = address
        self._connection: Any = None
        self.aborted = 0

    def run(self, calls: Sequence[ScriptCall]) -> list[object]:
        """The results of the scripts, in order; an exception as the result of a script that failed.

        Every script may run twice, so a connection that turns out to be dead is replaced once: the server may have
        been restarted, or a firewall may have dropped an idle connection.

        Raises:
            Exception: Redis cannot be reached, did not respond in time, or refuses the connection.
        """
        try:
            return self._run(calls)
        except ConnectionError:
            return self._run(calls)

    def _run(self, calls: Sequence[ScriptCall]) -> list[object]:
        results = self._evaluate(calls)
        missing = [index for index, result in enumerate(results) if isinstance(result, NoScriptError)]
        if missing:
            self._execute([("SCRIPT LOAD", str(script)) for script in ALL])
            for index, result in zip(missing, self._evaluate([calls[index] for index in missing]), strict=True):
                results[index] = result
        return results

    def _evaluate(self, calls: Sequence[ScriptCall]) -> list[object]:
        return self._execute([("EVALSHA", script.sha, len(keys), *keys, *args) for script, keys, args in calls])

    def _execute(self, commands: Sequence[tuple[str | int, ...]]) -> list[object]:
        connection = self._connected()
        packed = connection.pack_commands(commands)
        try:
            connection.send_packed_command(packed)
            return [_read_result(connection) for _ in commands]
        except BaseException:
            self.aborted += 1
            self.disconnect()
            raise

    def _connected(self) -> Any:
        if self._connection is not None:
            try:
                # No response is outstanding, so readable data means that the server closed the connection.
                closed = self._connection.can_read()
            except (ConnectionError, TimeoutError, OSError):
                closed = True
            if closed:
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


def _read_result(connection: Any) -> object:
    try:
        return connection.read_response()
    except ResponseError as error:
        return error
