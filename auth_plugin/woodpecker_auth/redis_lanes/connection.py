"""The Redis below `RedisLanes`: many calls of scripts in one round trip, and failures that are told without secrets."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, TypeAlias
from urllib.parse import quote

from .scripts import ALL, Script

try:
    import redis
    from redis.backoff import NoBackoff
    from redis.exceptions import ConnectionError, NoScriptError, ResponseError, TimeoutError
    from redis.retry import Retry
except ModuleNotFoundError as missing:
    if missing.name != "redis":
        raise
    raise ImportError('RedisLanes needs the redis package: pip install "woodpecker-client[redis]"') from missing

#: A script, its keys and its arguments.
Call: TypeAlias = tuple[Script, Sequence[str], Sequence[str | int]]


class RedisConnection:
    """One connection to one Redis, opened when it is needed. For one thread at a time.

    Args:
        where: a URL (`redis://`, `rediss://`, `unix://`), or the arguments of `redis.Redis` by name.
        timeout: seconds to connect, and for each answer.

    Raises:
        ValueError: the URL or the arguments cannot be used.

    Attributes:
        shown: host and port, or the path of the socket.
        given_up: how many connections were given up while answers were outstanding. What was sent over them may still
            arrive, after what the next connection says.
    """

    def __init__(self, where: str | Mapping[str, Any], timeout: float) -> None:
        settings: dict[str, Any] = {
            "socket_timeout": timeout,
            "socket_connect_timeout": timeout,
            # redis-py would try for seconds; who waits in a lane wants to know at once.
            "retry": Retry(NoBackoff(), 0),
        }
        # Its own annotations are not complete.
        client: Any = redis.Redis
        try:
            if isinstance(where, str):
                pool = client.from_url(where, **settings).connection_pool
            else:
                pool = client(**{**settings, **where}).connection_pool
        except (TypeError, ValueError) as failure:
            # A URL whose password is not quoted has parts of it in the port, and in the message.
            raise ValueError(f"the address of Redis cannot be used ({type(failure).__name__})") from None
        self._pool, self._connection, self.given_up = pool, None, 0
        found: dict[str, Any] = pool.connection_kwargs
        path = found.get("path")
        self.shown = str(path) if path else f"{found.get('host', 'localhost')}:{found.get('port', 6379)}"
        password = str(found.get("password") or "")
        self._secrets = {password, quote(password, safe="")} - {""}

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
            # Not the pool's: its locks may be held while this process is forked.
            connection: Any = self._pool.connection_class(**self._pool.connection_kwargs)
            connection.connect()
            self._connection = connection
        return self._connection

    def reason(self, failure: Exception) -> str:
        """What went wrong, without the password."""
        kind, text = f"Redis at {self.shown}: {type(failure).__name__}", str(failure)
        # Some servers and proxies repeat the arguments of the AUTH that they refuse.
        return kind if any(secret in text for secret in self._secrets) else f"{kind}: {text}"

    def disconnect(self) -> None:
        if self._connection is not None:
            self._connection.disconnect()
            self._connection = None


def _answer(connection: Any) -> object:
    try:
        return connection.read_response()
    except ResponseError as refused:
        return refused
