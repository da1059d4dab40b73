"""No repr, log record or stored key contains a password or an API key."""

from __future__ import annotations

import copy
import json
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from threading import Thread
from typing import Any
from urllib.parse import quote

import httpx
import pytest
from woodpecker_auth import Deadline, HQKey, InvalidValue, LaneUnavailable, PolicyTransport
from woodpecker_auth.redis_lanes import RedisLanes

from tests.secrets.canaries import REDIS_PASSWORD, REDIS_USER
from tests.secrets.probes import failure_of
from tests.secrets.search import in_error, in_pickle, in_value, reachable, watching

CORE, QUOTED, USER = REDIS_PASSWORD.core, quote(REDIS_PASSWORD.value, safe=""), quote(REDIS_USER.value, safe="")

#: Ways to give a password, by what is done with a host and a port.
WAYS: dict[str, Callable[[int], Any]] = {
    "a URL": lambda port: f"redis://{USER}:{QUOTED}@127.0.0.1:{port}",
    "its query": lambda port: f"redis://127.0.0.1:{port}?username={USER}&password={QUOTED}",
    "options": lambda port: {
        "host": "127.0.0.1", "port": port, "username": REDIS_USER.value, "password": REDIS_PASSWORD.value
    },
    "bytes": lambda port: {"host": "127.0.0.1", "port": port, "password": REDIS_PASSWORD.value.encode()},
    "in place of the user": lambda port: f"redis://{QUOTED}@127.0.0.1:{port}",
    "TLS": lambda port: f"rediss://:{QUOTED}@127.0.0.1:{port}?ssl_password={QUOTED}",
    "a socket": lambda port: f"unix://:{QUOTED}@/nowhere/{port}",
}  # fmt: skip
#: Addresses that are refused at once.
REFUSED: dict[str, Callable[[], object]] = {
    "a slash in the password": lambda: RedisLanes(f"redis://:{CORE}/x@localhost:1"),
    "a question mark in it": lambda: RedisLanes(f"redis://:1?{CORE}=a@localhost:1"),
    "a hash in it": lambda: RedisLanes(f"redis://:1#{CORE}@localhost:1"),
    "a percent sign in it": lambda: RedisLanes(f"redis://:{CORE}%@localhost:1"),
    "octets in it": lambda: RedisLanes(f"redis://:{CORE}%ff@localhost:1"),
    "a lone surrogate in it": lambda: RedisLanes(f"redis://:{CORE}\ud800@localhost:1"),
    "octets in it, in the query": lambda: RedisLanes(f"redis://localhost?password={CORE}%ff"),
    "a line end after it": lambda: RedisLanes(f"redis://:{CORE}@localhost\n"),
    "a bracket before it": lambda: RedisLanes(f"redis://[{CORE}@localhost"),
    "a scheme": lambda: RedisLanes(f"http://:{CORE}@localhost"),
    "no scheme": lambda: RedisLanes(CORE),
    "a password for a port": lambda: RedisLanes(f"redis://localhost:{CORE}"),
    "a port": lambda: RedisLanes(f"redis://:{CORE}@localhost:99999"),
    "a database": lambda: RedisLanes(f"redis://:{CORE}@localhost/{CORE}"),
    "an option of a URL": lambda: RedisLanes(f"redis://:{CORE}@localhost?nonsense={CORE}"),
    "its value": lambda: RedisLanes(f"redis://:{CORE}@localhost?db={CORE}"),
    "its value, for redis-py": lambda: RedisLanes(f"rediss://:{CORE}@localhost?ssl_cert_reqs={CORE}"),
    "an option": lambda: RedisLanes({"host": "h", "password": CORE, "nonsense": CORE}),
    "an option of another kind": lambda: RedisLanes({"host": "h", "password": [CORE]}),
    "an option, for redis-py": lambda: RedisLanes({"password": CORE, "protocol": CORE}),
    "bytes": lambda: RedisLanes(f"redis://:{CORE}@localhost".encode()),  # type: ignore[arg-type]
    "the depth": lambda: RedisLanes(f"redis://:{QUOTED}@localhost", depth=0),
    "the lease": lambda: RedisLanes(f"redis://:{QUOTED}@localhost", lease=0),
    "the prefix": lambda: RedisLanes({"password": REDIS_PASSWORD.value}, prefix=1),  # type: ignore[arg-type]
    "the timeout": lambda: RedisLanes(f"redis://:{QUOTED}@localhost", timeout=-1),
}


def test_the_password_opens_redis_and_is_not_shown(mortal, account, lanes_at):
    mortal.stop()
    mortal.start("--requirepass", REDIS_PASSWORD.value)
    with watching() as watch:
        for where in (
            f"redis://:{QUOTED}@127.0.0.1:{mortal.port}/0",
            {"host": "127.0.0.1", "port": mortal.port, "password": REDIS_PASSWORD.value},
            {"host": "127.0.0.1", "port": mortal.port, "password": REDIS_PASSWORD.value.encode()},
        ):
            lanes = lanes_at(where, depth=2)
            lanes.acquire(account, Deadline(5)).release()
            assert repr(lanes) == f"RedisLanes('127.0.0.1:{mortal.port}', depth=2, lease=15)"
            assert shown_by(lanes) == set()
    assert watch.found() == set()


def shown_by(lanes: RedisLanes) -> set[str]:
    """Canaries in what is printed of lanes, of what they are made of, of copies, and in pickles."""
    inner = [lanes, vars(lanes), vars(copy.copy(lanes)), lanes._address, lanes._address._options, lanes._connection]
    found = {f"{core} at {place}" for core, place in reachable(lanes)} | in_pickle(lanes)
    return found.union(*(in_value(one) for one in [*inner, vars(lanes._connection)]))


@pytest.mark.parametrize("way", WAYS)
def test_no_repr_contains_a_password_before_its_use(lanes_at, way):
    lanes = lanes_at(WAYS[way](1))
    assert shown_by(lanes) == set()
    # One level into redis-py's objects.
    assert in_value(vars(lanes._address.connection())) == set()


def test_the_address_is_shown_without_secrets(lanes_at):
    assert "'localhost:6379'" in repr(lanes_at("redis://")) and "'/run/r.sock'" in repr(lanes_at("unix:///run/r.sock"))


@pytest.mark.parametrize("what", REFUSED)
def test_a_refused_address_is_not_in_the_message(what):
    failure = failure_of(REFUSED[what])
    assert isinstance(failure, InvalidValue)
    assert in_error(failure) == set()


@pytest.mark.parametrize("name", ["depth", "lease", "prefix", "timeout"])
def test_an_address_in_the_wrong_argument_is_not_in_the_message(name):
    wrong: Any = REDIS_PASSWORD.value if name != "prefix" else [REDIS_PASSWORD.value]
    with pytest.raises(InvalidValue) as refused:
        RedisLanes("redis://", **{name: wrong})
    assert CORE not in f"{refused.value!r}"


@pytest.mark.parametrize("way", WAYS)
def test_a_password_is_not_in_the_error_of_an_unreachable_server(account, lanes_at, acquire, way):
    with watching() as watch:
        failure = failure_of(lambda: acquire(lanes_at(WAYS[way](1)), account, Deadline(None)))
    assert isinstance(failure, LaneUnavailable)
    assert in_error(failure) | watch.found() == set()


def test_a_refused_password_is_not_in_the_error(mortal, account, lanes_at, acquire):
    mortal.stop()
    mortal.start("--requirepass", "another")
    for way in ("a URL", "its query", "options", "bytes", "in place of the user"):
        with watching() as watch:
            failure = failure_of(lambda: acquire(lanes_at(WAYS[way](mortal.port)), account, Deadline(None)))  # noqa: B023
        assert isinstance(failure, LaneUnavailable)
        assert in_error(failure) | watch.found() == set()


@pytest.mark.parametrize(
    "quoted",
    [
        lambda: REDIS_PASSWORD.value,
        lambda: json.dumps(REDIS_PASSWORD.value),
        lambda: QUOTED,
        # Redis repeats 128 characters.
        lambda: REDIS_PASSWORD.value[:-6],
        lambda: json.dumps(REDIS_PASSWORD.value)[:-9],
    ],
    ids=["as it is", "quoted for JSON", "quoted for a URL", "cut off", "quoted and cut off"],
)
def test_a_password_that_the_server_repeats_is_not_in_the_error(account, lanes_at, acquire, quoted):
    # As servers from before Redis 6 do, and proxies.
    def refusal() -> bytes:
        return f"-ERR unknown command `HELLO`, with args beginning with: `3`, `AUTH`, `{quoted()}`\r\n".encode()

    with responding(refusal) as port, watching() as watch:
        failure = failure_of(
            lambda: acquire(lanes_at(f"redis://:{QUOTED}@127.0.0.1:{port}", timeout=1), account, Deadline(None))
        )
    assert isinstance(failure, LaneUnavailable) and failure.reason == f"Redis at 127.0.0.1:{port}: ResponseError"
    assert in_error(failure) | watch.found() == set()


@contextmanager
def responding(respond: Callable[[], bytes]) -> Iterator[int]:
    """A server with one response to every command; its port."""
    with socket.create_server(("127.0.0.1", 0)) as listening:

        def serve() -> None:
            with suppress(OSError):
                while True:
                    with listening.accept()[0] as connection:
                        while connection.recv(65536):
                            connection.sendall(respond())

        Thread(target=serve, daemon=True).start()
        yield listening.getsockname()[1]


def test_the_api_key_is_not_sent_to_redis(server):
    seen: list[str] = []

    def look(request: httpx.Request) -> httpx.Response:
        seen.extend(f"{key} {server.client.zrange(key, 0, -1)}" for key in server.names())
        return httpx.Response(200)

    with RedisLanes(server.url) as lanes:
        transport = PolicyTransport(HQKey("canary"), httpx.MockTransport(look), lanes=lanes)
        with httpx.Client(transport=transport) as http:
            http.get("https://api.woodpecker.co/rest/v2/agency/companies")
    assert len(seen) == 1 and "canary" not in seen[0]


def run(program: str) -> str:
    return subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, timeout=60).stderr


def test_the_package_works_without_redis():
    assert run("import sys, woodpecker_auth; assert 'redis' not in sys.modules") == ""


def test_without_the_redis_package_the_error_names_what_to_install():
    shown = run("import sys; sys.modules['redis'] = None; import woodpecker_auth.redis_lanes")
    assert 'ImportError: RedisLanes needs the redis package: pip install "woodpecker-client[redis]"' in shown
