"""Whatever comes over the wire, the mock responds or disconnects, and goes on."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import Thread
from time import sleep

import pytest

from tests.contract.malformed import CHUNKED, KEY, MALFORMED, NOTHING, chunks, get, post
from tests.mock_process import MockProcess, ReceivedResponse, mock_process, read_response, received, talk
from tests.unit.mock.waiting import until

LARGEST = 10 * 1024 * 1024


@pytest.fixture(scope="module", params=["httptools", "h11"])
def mock(request: pytest.FixtureRequest) -> Iterator[MockProcess]:
    with mock_process(request.param, "--request-timeout", "2") as running:
        yield running
    printed = "".join(running.printed)
    assert "Traceback" not in printed and "ERROR" not in printed, printed
    assert running.key not in printed


def send(mock: MockProcess, data: bytes) -> ReceivedResponse:
    """The response, after which the mock still serves others."""
    response = talk(mock, data.replace(KEY, mock.key.encode()))
    assert b"Traceback" not in response.body
    assert mock.key.encode() not in response.body
    assert talk(mock, get().replace(KEY, mock.key.encode())).status == 200
    return response


@contextmanager
def stopped(pid: int) -> Iterator[None]:
    """Keep the process from running meanwhile."""
    os.kill(pid, signal.SIGSTOP)
    try:
        yield
    finally:
        os.kill(pid, signal.SIGCONT)


@pytest.mark.parametrize("name", MALFORMED)
def test_it_is_refused_or_gets_the_right_response(mock: MockProcess, name: str) -> None:
    data, right = MALFORMED[name]
    assert send(mock, data).status in right


@pytest.mark.parametrize(("size", "status"), [(LARGEST, 201), (LARGEST + 1, 413)])
@pytest.mark.parametrize("framing", ["length", "chunks"])
def test_a_body_may_have_ten_megabytes(mock: MockProcess, framing: str, size: int, status: int) -> None:
    body = b'{"emails": ["%b"]}' % (b"a" * (size - len(b'{"emails": [""]}')))
    response = send(mock, post(body) if framing == "length" else post(chunks(body), CHUNKED))
    assert (response.status, response.closed) == (status, status == 413)


def test_a_body_that_is_too_large_is_not_waited_for(mock: MockProcess) -> None:
    response = send(mock, post(b"", b"content-length: %d" % (LARGEST + 1), b"expect: 100-continue"))
    assert (response.status, response.closed) == (413, True)


def test_a_number_beyond_all_is_no_fault_to_plant(mock: MockProcess) -> None:
    body = b'{"status": 200, "body": 1e999999}'
    head = b"POST /_mock/faults HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\n"
    assert send(mock, head + b"content-length: %d\r\n\r\n%b" % (len(body), body)).status == 400
    assert mock.console("faults")["faults"] == []


def test_a_head_may_not_be_longer_after_a_refusal_that_was_faster_than_its_body(mock: MockProcess) -> None:
    with mock.connect() as connection:
        connection.sendall(post(b"", b"content-length: 4", head=b"host: mock\r\n"))
        assert read_response(connection).status == 401
        connection.sendall(b"late")
        # By itself, or it would be the rest of the body for the one who counts.
        sleep(0.1)
        with suppress(ConnectionError):
            connection.sendall(get(b"x-long: " + b"a" * 1_000_000))
        assert read_response(connection).status in {400, 431, NOTHING}


def test_a_body_is_no_head_though_its_refusal_was_faster(mock: MockProcess) -> None:
    size = 100_000
    with mock.connect() as connection:
        # The more has come over a connection, the more of a body is read at once; the mock finds all of it there.
        for _ in range(10):
            connection.sendall(post(b"", b"content-length: %d" % size, head=b"host: mock\r\n"))
            assert read_response(connection).status == 401
            with stopped(mock.pid):
                connection.sendall(b"a" * size)
            connection.sendall(get().replace(KEY, mock.key.encode()))
            assert read_response(connection).status == 200


def test_a_head_has_no_body(mock: MockProcess) -> None:
    with mock.connect() as connection:
        requests = get(method=b"HEAD") + get(b"connection: close", target=b"/rest/none")
        connection.sendall(requests.replace(KEY, mock.key.encode()))
        head, _, rest = received(connection).partition(b"\r\n\r\n")
    assert head.startswith(b"HTTP/1.1 405")
    assert rest.startswith(b"HTTP/1.1 404")


def test_pipelined_requests_get_responses_in_order(mock: MockProcess) -> None:
    number = 200
    wanted = b"".join(get(target=b"/rest/none-%d" % at) + get() for at in range(number)) + get(b"connection: close")
    with mock.connect() as connection:
        connection.sendall(wanted.replace(KEY, mock.key.encode()))
        statuses = [int(response[:3]) for response in received(connection).split(b"HTTP/1.1 ")[1:]]
    assert statuses == [404, 200] * number + [200]


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="this system does not show a process' memory")
@pytest.mark.parametrize("parser", ["httptools", "h11"])
def test_requests_are_not_piled_up_behind_one_that_runs(parser: str) -> None:
    number, size = 5000, 3000
    with mock_process(parser) as mock, mock.connect() as connection:
        before = highest_memory(mock)
        flood = get(b"x-long: " + b"a" * size, target=b"/rest/none") * number + get(b"connection: close")
        sending = Thread(target=connection.sendall, args=[flood.replace(KEY, mock.key.encode())])
        sending.start()
        assert received(connection).count(b"HTTP/1.1 404") == number
        sending.join()
        assert highest_memory(mock) - before < number * size / 2


def highest_memory(mock: MockProcess) -> int:
    """The most memory that it ever had, in bytes."""
    lines = Path(f"/proc/{mock.pid}/status").read_text().splitlines()
    return next(int(line.split()[1]) * 1024 for line in lines if line.startswith("VmHWM:"))


def test_a_request_is_left_when_its_client_hangs_up_though_another_was_sent_behind_it(mock: MockProcess) -> None:
    mock.console("faults", {"kind": "hang", "operation": "getMe"})
    with mock.connect() as connection:
        connection.sendall((get() + get()).replace(KEY, mock.key.encode()))
        until(lambda: mock.console("faults")["hanging"] == 1)
    until(lambda: mock.console("faults")["hanging"] == 0)
