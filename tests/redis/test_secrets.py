"""What is shown, logged and kept has no password and no key in it."""

from __future__ import annotations

import socket
import subprocess
import sys
from contextlib import suppress
from threading import Thread

import httpx
import pytest
from woodpecker_auth import Deadline, HQKey, LaneUnavailable, PolicyTransport
from woodpecker_auth.redis_lanes import RedisLanes

CANARY = "canary/+#"
QUOTED = "canary%2F%2B%23"


def parts_of(failure: BaseException | None) -> str:
    shown = ""
    while failure is not None:
        shown += f"{failure!r} {failure} {failure.args} {vars(failure)}\n"
        failure = failure.__cause__ or failure.__context__
    return shown


def test_the_password_opens_redis_and_is_not_shown(mortal, account, lanes_at):
    mortal.stop()
    mortal.start("--requirepass", CANARY)
    for where in (
        f"redis://:{QUOTED}@127.0.0.1:{mortal.port}/0",
        {"host": "127.0.0.1", "port": mortal.port, "password": CANARY},
    ):
        lanes = lanes_at(where, depth=2)
        lanes.enter(account, Deadline(5)).leave()
        assert repr(lanes) == f"RedisLanes('127.0.0.1:{mortal.port}', depth=2, lease=15)"
        assert "canary" not in f"{lanes}"


def test_the_address_is_shown_as_it_was_given(lanes_at):
    assert "'localhost:6379'" in repr(lanes_at("redis://")) and "'/run/r.sock'" in repr(lanes_at("unix:///run/r.sock"))


@pytest.mark.parametrize("up", [True, False])
def test_a_refused_password_is_not_in_the_error(mortal, account, lanes_at, enter, caplog, up):
    mortal.stop()
    if up:
        mortal.start("--requirepass", "another")
    with pytest.raises(LaneUnavailable) as failed:
        enter(lanes_at(f"redis://:{QUOTED}@127.0.0.1:{mortal.port}"), account, Deadline(None))
    assert "canary" not in parts_of(failed.value) + caplog.text


def test_nor_when_the_server_repeats_it(account, lanes_at, enter):
    # As servers from before Redis 6 do, and proxies.
    echo = f"-ERR unknown command `HELLO`, with args beginning with: `3`, `AUTH`, `default`, `{CANARY}`\r\n".encode()
    with socket.create_server(("127.0.0.1", 0)) as listening:

        def serve() -> None:
            with suppress(OSError):
                while True:
                    with listening.accept()[0] as connection:
                        while connection.recv(65536):
                            connection.sendall(echo)

        Thread(target=serve, daemon=True).start()
        port = listening.getsockname()[1]
        with pytest.raises(LaneUnavailable) as failed:
            enter(lanes_at(f"redis://:{QUOTED}@127.0.0.1:{port}", timeout=1), account, Deadline(None))
    assert failed.value.reason == f"Redis at 127.0.0.1:{port}: ResponseError"
    assert "canary" not in parts_of(failed.value)


@pytest.mark.parametrize("url", ["redis://:canary/x@localhost:1", "http://:canary@localhost", "redis://h:canary"])
def test_a_url_that_cannot_be_read_is_not_repeated(url):
    with pytest.raises(ValueError) as failed:
        RedisLanes(url)
    assert "canary" not in str(failed.value)


def test_redis_is_not_told_the_key(server):
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


def test_the_plugin_does_without_redis():
    assert run("import sys, woodpecker_auth; assert 'redis' not in sys.modules") == ""


def test_without_redis_the_lanes_say_what_to_install():
    shown = run("import sys; sys.modules['redis'] = None; import woodpecker_auth.redis_lanes")
    assert 'ImportError: RedisLanes needs the redis package: pip install "woodpecker-client[redis]"' in shown
