"""Clients that are slow: each is waited for as long as `request_timeout` says, and holds up nobody else."""

from __future__ import annotations

import socket
from collections.abc import Callable, Iterator
from contextlib import suppress
from itertools import repeat
from time import monotonic, sleep

import pytest

from tests.contract.malformed import GOOD, KEY, chunks, get, post
from tests.mock_process import MockProcess, mock_process, read_response, received, talk
from tests.unit.mock.waiting import until

TIMEOUT = 0.6


@pytest.fixture(scope="module", params=["httptools", "h11"])
def mock(request: pytest.FixtureRequest) -> Iterator[MockProcess]:
    with mock_process(request.param, "--request-timeout", str(TIMEOUT)) as running:
        yield running
    printed = "".join(running.printed)
    assert "Traceback" not in printed and "ERROR" not in printed, printed
    assert running.key not in printed


@pytest.fixture
def connection(mock: MockProcess) -> Iterator[socket.socket]:
    with mock.connect() as connected:
        yield connected
    assert talk(mock, keyed(mock, get())).status == 200


def keyed(mock: MockProcess, data: bytes) -> bytes:
    return data.replace(KEY, mock.key.encode())


def drip(connection: socket.socket, part: Callable[[], bytes]) -> float:
    """Send a little now and then until the other side has had enough; the seconds that took."""
    started = monotonic()
    connection.settimeout(TIMEOUT / 10)
    try:
        while monotonic() - started < TIMEOUT * 10:
            connection.sendall(part())
            with suppress(TimeoutError):
                if not connection.recv(1, socket.MSG_PEEK):
                    break
                sleep(TIMEOUT / 10)
    except ConnectionError:
        pass
    return monotonic() - started


def test_a_connection_that_is_never_used_is_closed(connection: socket.socket) -> None:
    assert received(connection) == b""


def test_a_head_that_never_ends_is_not_waited_for(mock: MockProcess, connection: socket.socket) -> None:
    connection.sendall(keyed(mock, get())[:-2])
    letters = repeat(b"x-slow: loris\r\n")
    # The mock counts from when it saw the connection, which is a little earlier.
    assert TIMEOUT * 0.5 < drip(connection, lambda: next(letters)) < TIMEOUT * 4


def test_a_second_head_that_never_ends_is_not_waited_for(mock: MockProcess, connection: socket.socket) -> None:
    connection.sendall(keyed(mock, get()))
    assert read_response(connection).status == 200
    connection.sendall(b"GET /rest/v1/me HTTP/1.1\r\n")
    assert received(connection) == b""


@pytest.mark.parametrize("framing", ["length", "chunks"])
def test_a_body_that_never_ends_is_a_408(mock: MockProcess, connection: socket.socket, framing: str) -> None:
    lines = b"content-length: 999" if framing == "length" else b"transfer-encoding: chunked"
    started = monotonic()
    connection.sendall(keyed(mock, post(GOOD[:5] if framing == "length" else chunks(GOOD)[:-2], lines)))
    response = read_response(connection)
    assert (response.status, response.closed) == (408, True)
    assert TIMEOUT * 0.9 < monotonic() - started < TIMEOUT * 4


def test_a_body_in_drops_is_a_408(mock: MockProcess, connection: socket.socket) -> None:
    connection.sendall(keyed(mock, post(b"", b"content-length: 999")))
    assert TIMEOUT * 0.9 < drip(connection, lambda: b" ") < TIMEOUT * 4
    assert read_response(connection).status == 408


def test_a_body_that_drips_on_after_its_refusal_ends_the_connection(connection: socket.socket) -> None:
    connection.sendall(post(b"", b"content-length: 999", head=b"host: mock\r\n"))
    assert read_response(connection).status == 401
    assert drip(connection, lambda: b" ") < TIMEOUT * 4


def test_a_body_that_breaks_after_its_refusal_ends_the_connection(connection: socket.socket) -> None:
    connection.sendall(post(b"", b"transfer-encoding: chunked", head=b"host: mock\r\n"))
    assert read_response(connection).status == 401
    connection.sendall(b"no chunk\r\n")
    assert received(connection) == b""


def test_noise_behind_a_response_that_has_begun_is_no_part_of_it(mock: MockProcess, connection: socket.socket) -> None:
    drops = b"drops" * 20
    mock.console("faults", {"kind": "slow", "status": 200, "body": drops.decode()})
    connection.sendall(keyed(mock, get()))
    first = connection.recv(1000)
    connection.sendall(b"\0noise\r\n\r\n")
    _, _, body = (first + received(connection)).partition(b"\r\n\r\n")
    assert drops.startswith(body[: len(drops)])


def test_a_response_that_is_not_read_occupies_no_slot(mock: MockProcess) -> None:
    """The account's one slot, that is: others of the account wait behind it."""
    size = 8_000_000
    mock.console("faults", {"body": "x" * size, "status": 200, "times": 2})
    with socket.socket() as lazy:
        lazy.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        lazy.settimeout(10)
        lazy.connect(("127.0.0.1", mock.port))
        lazy.sendall(keyed(mock, get() + get()))
        sleep(TIMEOUT / 4)
        started = monotonic()
        assert talk(mock, keyed(mock, get())).status == 200
        assert monotonic() - started < TIMEOUT * 4
        until(lambda: not any(line["running"] for line in mock.console("limits")["accounts"].values()))
        assert len(received(lazy)) < size


def test_a_client_that_sends_no_more_gets_a_response_or_is_disconnected(
    mock: MockProcess, connection: socket.socket
) -> None:
    connection.sendall(keyed(mock, get()))
    connection.shutdown(socket.SHUT_WR)
    assert read_response(connection).status in {200, None}
    assert received(connection) == b""


def test_a_client_that_waits_for_a_response_is_not_cut_off(mock: MockProcess, connection: socket.socket) -> None:
    mock.console("faults", {"kind": "hang"})
    connection.sendall(keyed(mock, get()))
    sleep(TIMEOUT * 2.5)
    mock.console("faults/release", {})
    assert read_response(connection).status == 200


def test_a_body_that_the_mock_does_not_read_yet_is_not_the_clients_fault(
    mock: MockProcess, connection: socket.socket
) -> None:
    """Its request is queued behind another one, whose response takes its time."""
    mock.console("faults", {"kind": "hang", "operation": "getMe"})
    connection.sendall(keyed(mock, get() + post(b" " * 1_000_000, b"connection: close")))
    sleep(TIMEOUT * 2.5)
    mock.console("faults/release", {})
    assert [int(response[:3]) for response in received(connection).split(b"HTTP/1.1 ")[1:]] == [200, 400]
