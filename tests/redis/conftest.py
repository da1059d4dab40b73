"""Redis servers, lanes that are closed afterwards, other processes, and a wait in the background."""

from __future__ import annotations

import asyncio
import ssl
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from itertools import count
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from woodpecker_auth import Deadline, LaneKey, LaneSlot
from woodpecker_auth.redis_lanes import RedisLanes

from tests.redis.other import Other, client_company
from tests.redis.proxy import Proxy
from tests.redis.server import RedisServer, redis_program

_numbers = count(880101)


class Waiter:
    """A request that waits for a slot in the background."""

    def __init__(self, acquire: Callable[[LaneKey, Deadline], LaneSlot], account: LaneKey, deadline: Deadline):
        self.slot: LaneSlot | None = None
        self.failure: Exception | None = None

        def wait() -> None:
            try:
                self.slot = acquire(account, deadline)
            except Exception as failure:
                self.failure = failure

        self._thread = Thread(target=wait)
        self._thread.start()

    @property
    def acquired(self) -> bool:
        return self.slot is not None

    def end(self) -> LaneSlot | Exception:
        self._thread.join(60)
        outcome = self.slot or self.failure
        assert outcome is not None, "it still waits"
        return outcome


@pytest.fixture(scope="session")
def program() -> str:
    return redis_program()


@pytest.fixture(scope="package")
def shared(program: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[RedisServer]:
    server = RedisServer(program, tmp_path_factory.mktemp("redis"))
    try:
        server.start()
        yield server
    finally:
        server.close()


@pytest.fixture
def server(shared: RedisServer) -> RedisServer:
    """An empty Redis. It is shared: leave it running."""
    shared.client.flushall()
    return shared


@pytest.fixture
def mortal(program: str, tmp_path: Path) -> Iterator[RedisServer]:
    """A Redis for one test, which may stop it."""
    server = RedisServer(program, tmp_path)
    try:
        server.start()
        yield server
    finally:
        server.close()


@pytest.fixture
def account() -> LaneKey:
    """An account that no other test uses."""
    return client_company(next(_numbers))


@pytest.fixture
def proxy_to() -> Iterator[Callable[..., Proxy]]:
    """Makes proxies: `proxy_to(server, tls=)`."""
    with ExitStack() as opened:

        def start(server: RedisServer, tls: ssl.SSLContext | None = None) -> Proxy:
            proxy = Proxy(server.port, tls)
            opened.callback(proxy.close)
            return proxy

        yield start


@pytest.fixture
def lanes_at() -> Iterator[Callable[..., RedisLanes]]:
    """Makes lanes: `lanes_at(url, depth=, lease=, …)`."""
    with ExitStack() as opened:
        yield lambda where, **settings: opened.enter_context(RedisLanes(where, **settings))


@pytest.fixture
def other() -> Iterator[Callable[..., Other]]:
    """Starts processes: `other(url, account, depth=, lease=)`."""
    with ExitStack() as opened:

        def start(*args: Any, **settings: Any) -> Other:
            process = Other(*args, **settings)
            opened.callback(process.kill)
            return process

        yield start


@pytest.fixture(params=["blocking", "asyncio"])
def acquire(request: pytest.FixtureRequest) -> Callable[..., LaneSlot]:
    """Acquires in one of the two ways: `acquire(lanes, account, deadline)`."""

    def in_asyncio(lanes: RedisLanes, account: LaneKey, deadline: Deadline) -> LaneSlot:
        return asyncio.run(lanes.acquire_async(account, deadline))

    return RedisLanes.acquire if request.param == "blocking" else in_asyncio


@pytest.fixture
def wait() -> Iterator[Callable[..., Waiter]]:
    """Waits in the background: `wait(lanes.acquire, account)`."""
    waiters: list[Waiter] = []

    def start(acquire: Callable[[LaneKey, Deadline], LaneSlot], account: LaneKey, seconds: float = 60) -> Waiter:
        waiters.append(Waiter(acquire, account, Deadline(seconds)))
        return waiters[-1]

    yield start
    for waiter in waiters:
        if isinstance(outcome := waiter.end(), Exception):
            continue
        outcome.release()
