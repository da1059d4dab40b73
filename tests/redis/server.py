"""A real Redis on loopback, that can be stopped, frozen, flushed and restarted."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

import pytest
import redis
from redis.backoff import NoBackoff
from redis.retry import Retry
from woodpecker_auth import LaneKey

PREFIX = "woodpecker:lane:"
MAX_WAIT = 20.0
"""Seconds after which an expected event counts as missing. Long, because nothing is measured with it."""


def redis_program() -> str:
    """The path of redis-server. Without it a test is skipped, or fails where WOODPECKER_REQUIRE_ALL is set."""
    found = shutil.which("redis-server")
    if found is None:
        how = "needs redis-server on the PATH: apt-get install redis-server, or brew install redis"
        if "WOODPECKER_REQUIRE_ALL" in os.environ:
            pytest.fail(how)
        pytest.skip(how)
    return found


class RedisServer:
    """Keeps nothing on disk, so it is empty after a restart."""

    def __init__(self, program: str, folder: Path) -> None:
        self._program, self._folder = program, folder
        with socket.create_server(("127.0.0.1", 0)) as free:
            self.port: int = free.getsockname()[1]
        self.url = f"redis://127.0.0.1:{self.port}"
        self.client = redis.Redis("127.0.0.1", self.port, decode_responses=True, retry=Retry(NoBackoff(), 0))
        self._process: subprocess.Popen[bytes] | None = None

    def start(self, *settings: str) -> None:
        where = ["--bind", "127.0.0.1", "--port", str(self.port), "--dir", str(self._folder)]
        volatile = ["--save", "", "--appendonly", "no", "--loglevel", "warning"]
        self._process = subprocess.Popen([self._program, *where, *volatile, *settings], stdout=subprocess.DEVNULL)
        eventually(self._responds)

    def _responds(self) -> bool:
        try:
            return self.client.ping() is True
        except redis.AuthenticationError:
            return True
        except redis.ConnectionError:
            return False

    def stop(self) -> None:
        """Kill the server."""
        if self._process is not None:
            self._process.kill()
            self._process.wait()
            self._process = None

    def freeze(self) -> None:
        assert self._process is not None
        self._process.send_signal(signal.SIGSTOP)

    def thaw(self) -> None:
        assert self._process is not None
        self._process.send_signal(signal.SIGCONT)

    def close(self) -> None:
        self.client.close()
        self.stop()

    # The data of the lanes.

    def names(self) -> list[str]:
        return sorted(self.client.scan_iter(f"{PREFIX}*"))

    def in_flight(self, account: LaneKey) -> int:
        return int(self.client.zcard(f"{name(account)}:slots"))

    def waiting(self, account: LaneKey) -> int:
        return int(self.client.zcard(f"{name(account)}:queue"))


def name(account: LaneKey) -> str:
    return f"{PREFIX}{{{account.origin}/{account.kind}/{account.id}}}"


def eventually(holds: Callable[[], bool], seconds: float = MAX_WAIT) -> None:
    """Wait until a condition holds; fail if it does not."""
    until = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < until, f"not within {seconds:g} s"
        time.sleep(0.005)
