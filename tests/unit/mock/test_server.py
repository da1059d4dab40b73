"""The server as a program: starting, stopping, and what it shows beside the API."""

from __future__ import annotations

import os
import socket
import ssl
import subprocess
import sys
import threading
import time
from contextlib import ExitStack, suppress
from pathlib import Path
from typing import Any

import httpx
import pytest
import woodpecker_mock
from starlette.responses import Response
from starlette.types import Receive, Scope, Send
from woodpecker_mock import Fault, MockServer, World, create_app
from woodpecker_mock.http.protocol import TRANSPORT
from woodpecker_mock.server.uvicorn_server import UvicornServer
from woodpecker_mock.world import CompanyRecord
from woodpecker_mock.world.sample_worlds import default_world

from .certificates import write_certificate
from .waiting import raw_request, until

PACKAGES = Path(woodpecker_mock.__file__).parents[1]


def test_the_server_leaves_no_thread_and_no_port() -> None:
    threads = set(threading.enumerate())
    with MockServer() as mock:
        assert httpx.get(f"{mock.url}/_mock/state").status_code == 200
        port = httpx.URL(mock.url).port
        assert mock.base_url == f"http://127.0.0.1:{port}/rest"
    assert set(threading.enumerate()) == threads
    with socket.socket() as attempt:
        assert attempt.connect_ex(("127.0.0.1", port or 0)) != 0


def test_a_client_that_keeps_its_connection_does_not_hold_the_server_up() -> None:
    with httpx.Client() as client, MockServer() as mock:
        assert client.get(f"{mock.url}/_mock/state").status_code == 200


def test_two_servers_have_worlds_of_their_own() -> None:
    with MockServer() as one, MockServer() as two:
        key = one.world.agencies[0].keys[0].value
        httpx.post(
            f"{one.base_url}/v2/agency/companies", headers={"x-api-key": key}, json={"companies": [{"name": "New"}]}
        ).raise_for_status()
        assert len(one.world.agencies[0].companies) == len(two.world.agencies[0].companies) + 1


def test_the_seeded_world_is_the_same_every_time() -> None:
    assert default_world().state() == default_world().state()


async def _get(app: Any, path: str) -> httpx.Response:
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://mock") as client:
        return await client.get(path)


def test_the_app_runs_in_process_over_a_world_that_one_brings() -> None:
    import asyncio

    world = World()
    app = create_app(world)
    assert app.state.world is world
    assert asyncio.run(_get(app, "/_mock/state")).json()["agencies"] == []


def test_the_state_names_agencies_keys_and_companies(mock: MockServer, company: CompanyRecord) -> None:
    state = httpx.get(f"{mock.url}/_mock/state").json()
    assert state["base_url"] == mock.base_url
    first = state["agencies"][0]
    assert {"name", "hq_key", "companies"} <= set(first)
    assert {"id", "name", "active", "client_key"} <= set(first["companies"][0])
    assert httpx.get(f"{mock.base_url}/v1/me", headers={"x-api-key": first["hq_key"]}).status_code == 200
    listed = next(one for one in first["companies"] if one["id"] == company.id)
    me = httpx.get(f"{mock.base_url}/v1/me", headers={"x-api-key": listed["client_key"]}).json()
    assert me["firm_id"] == company.id


def test_the_log_names_the_kind_of_key_and_never_the_key(
    mock: MockServer, send: Any, hq: str, company: CompanyRecord
) -> None:
    for key in (hq, company.keys[0].value, "100.unknown", None):
        send("GET", "/v1/me", key)
    log = httpx.get(f"{mock.url}/_mock/requests")
    assert [entry["key"] for entry in log.json()[-4:]] == ["HQ", "client", "unknown", "none"]
    assert hq not in log.text
    assert "100.unknown" not in log.text


def test_the_log_is_a_ring(mock: MockServer, send: Any, hq: str) -> None:
    for _ in range(230):
        send("GET", "/v1/me", hq)
    assert len(httpx.get(f"{mock.url}/_mock/requests").json()) == 200


def test_the_server_ends_at_once_whatever_its_requests_wait_for(capfd: pytest.CaptureFixture[str]) -> None:
    threads = set(threading.enumerate())
    with ExitStack() as connections:
        with MockServer() as mock:
            key, (first, second, third, *_) = mock.world.agencies[0].keys[0].value, mock.world.agencies[0].companies
            mock.faults.add(Fault(kind="hang", company=first))
            mock.faults.add(Fault(kind="slow", company=second, pause=60))
            for company in (first, first, second):
                connections.enter_context(raw_request(mock.url, "/v1/me", key, company))
            until(lambda: mock.faults.hanging and mock.limits[first].queued and mock.limits[second].running)
            mock.latency = 600
            late = connections.enter_context(raw_request(mock.url, "/v1/me", key, third))
            until(lambda: mock.limits[third].running)
            began = time.monotonic()
        assert time.monotonic() - began < 10
        with suppress(ConnectionResetError):
            assert late.recv(1) == b""
    assert set(threading.enumerate()) == threads
    assert capfd.readouterr() == ("", "")


def test_a_response_does_not_wait_for_its_head_to_be_acknowledged() -> None:
    seen: list[int] = []

    async def app(scope: Scope, receive: Receive, send: Send) -> None:
        connection = scope["state"][TRANSPORT].get_extra_info("socket")
        seen.append(connection.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY))
        await Response()(scope, receive, send)

    server = UvicornServer(app, "error")
    server.config.loop = "asyncio"
    with socket.create_server(("127.0.0.1", 0)) as listening:
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]})
        thread.start()
        httpx.get(f"http://127.0.0.1:{listening.getsockname()[1]}")
        server.should_exit = True
        thread.join()
    assert seen == [1]


def _started(*options: str) -> tuple[subprocess.Popen[str], str]:
    paths = os.pathsep.join([str(PACKAGES), os.environ.get("PYTHONPATH", "")])
    server = subprocess.Popen(
        [sys.executable, "-m", "woodpecker_mock", "--port", "0", *options],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": paths},
    )
    assert server.stdout is not None
    line = server.stdout.readline()
    return server, next(word.rstrip(",") for word in line.split() if word.startswith("http"))


def test_the_command_says_where_it_is_once_it_accepts_requests() -> None:
    server, base_url = _started()
    try:
        assert base_url.endswith("/rest")
        assert httpx.get(f"{base_url}/v1/me").status_code == 401
    finally:
        server.terminate()
        server.communicate(timeout=10)


def test_the_command_takes_its_options_and_ends_while_a_request_hangs() -> None:
    words = "--companies 3 --running 2 --queued 0 --queue-wait 1.5 --latency 0.05"
    server, base_url = _started(*words.split())
    url = base_url.removesuffix("/rest")
    try:
        limits = httpx.get(f"{url}/_mock/limits").json()["limits"]
        assert (limits["running"], limits["queued"], limits["wait"]) == (2, 0, 1.5)
        (agency,) = httpx.get(f"{url}/_mock/state").json()["agencies"]
        assert len(agency["companies"]) == 3
        served = httpx.get(f"{base_url}/v1/me", headers={"x-api-key": agency["hq_key"]})
        assert served.elapsed.total_seconds() >= 0.05
        httpx.post(f"{url}/_mock/faults", json={"kind": "hang"}).raise_for_status()
        with raw_request(url, "/v1/me", agency["hq_key"]):
            until(lambda: httpx.get(f"{url}/_mock/faults").json()["hanging"])
            server.terminate()
            assert server.communicate(timeout=10) == ("", "")
        assert server.returncode == 0
    finally:
        server.kill()
        server.communicate(timeout=10)


def test_the_command_serves_the_world_of_a_seed(tmp_path: Path) -> None:
    seed = tmp_path / "world.json"
    seed.write_text('{"agencies": [{"name": "Agency", "keys": ["hq-key"], "companies": ["A", "B"]}]}')
    server, base_url = _started("--seed", str(seed), "--batch-seconds", "2", "--older-totals")
    try:
        url = "/v2/agency/companies"
        listed = httpx.get(base_url + url, headers={"x-api-key": "hq-key"}).json()["content"]
        assert [one["name"] for one in listed] == ["A", "B"]
        settings = httpx.get(f"{base_url.removesuffix('/rest')}/_mock/settings").json()
        assert settings == {"latency": 0.0, "batch_seconds": 2.0, "older_totals": True}
    finally:
        server.terminate()
        server.communicate(timeout=10)


@pytest.mark.parametrize(("host", "lines"), [("0.0.0.0", 1), ("127.0.0.1", 0), ("localhost", 0)])
def test_the_command_says_so_if_other_machines_reach_it(host: str, lines: int) -> None:
    server, base_url = _started("--host", host)
    assert httpx.get(f"http://127.0.0.1:{httpx.URL(base_url).port}/rest/v1/me").status_code == 401
    server.terminate()
    _, errors = server.communicate(timeout=10)
    assert len(errors.splitlines()) == lines
    assert "other machines" in errors or not lines


def test_the_command_limits_its_accounts_unless_switched_off() -> None:
    for options, limited in (((), True), (("--no-limits",), False)):
        server, base_url = _started(*options)
        try:
            shown = httpx.get(f"{base_url.removesuffix('/rest')}/_mock/limits").json()["limits"]
            assert (shown is not None) is limited
        finally:
            server.terminate()
            server.communicate(timeout=10)


def test_the_mock_speaks_https_with_a_certificate(tmp_path: Path) -> None:
    certificate = write_certificate(tmp_path)
    trust = ssl.create_default_context(cafile=tmp_path / "authority.pem")
    with MockServer(certificate=certificate) as mock:
        assert mock.base_url == f"{mock.url}/rest"
        assert mock.url.startswith("https://127.0.0.1:")
        assert httpx.get(f"{mock.base_url}/v1/me", verify=trust).status_code == 401
        with pytest.raises(httpx.ConnectError, match="CERTIFICATE_VERIFY_FAILED"):
            httpx.get(f"{mock.base_url}/v1/me")
        for kind in ("close", "reset"):
            mock.faults.add(Fault(kind=kind))
            # Python up to 3.12 reads either end of a TLS connection as one without a word, 3.13 a reset as what it is.
            with pytest.raises((httpx.RemoteProtocolError, httpx.ReadError)):
                httpx.get(f"{mock.base_url}/v1/me", verify=trust)


def test_the_command_speaks_https_with_a_certificate(tmp_path: Path) -> None:
    server, base_url = _started("--certificate", *write_certificate(tmp_path))
    trust = ssl.create_default_context(cafile=tmp_path / "authority.pem")
    try:
        assert base_url.startswith("https://")
        assert httpx.get(f"{base_url}/v1/me", verify=trust).status_code == 401
    finally:
        server.terminate()
        server.communicate(timeout=10)


def test_a_certificate_without_its_key_is_rejected_before_the_mock_starts(tmp_path: Path) -> None:
    certfile, _ = write_certificate(tmp_path)
    with pytest.raises(ValueError, match=r"^the certificate .*certificate\.pem with the key .* cannot be used"):
        MockServer(certificate=(certfile, certfile))


def test_a_port_that_is_taken_is_reported_in_one_line() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        outcome = subprocess.run(
            [sys.executable, "-m", "woodpecker_mock", "--port", str(port)],
            capture_output=True,
            text=True,
            timeout=20,
            env={**os.environ, "PYTHONPATH": os.pathsep.join([str(PACKAGES), os.environ.get("PYTHONPATH", "")])},
        )
    assert outcome.returncode != 0
    assert len(outcome.stderr.splitlines()) == 1
    assert str(port) in outcome.stderr


@pytest.mark.parametrize("seconds", [0, -1, float("inf"), float("nan")])
def test_a_request_timeout_is_positive_and_finite(seconds: float) -> None:
    with pytest.raises(ValueError, match="request_timeout must be more than 0 seconds"):
        MockServer(request_timeout=seconds)
