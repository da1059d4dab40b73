"""The command as a process: pipes, signals, terminals, what it imports, and what is missing."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from woodpecker_mock import Fault, MockServer

from .conftest import Run

COMMAND = [sys.executable, "-m", "woodpecker_cli"]
GET = [*COMMAND, "api", "GET", "/v2/agency/companies"]
posix = pytest.mark.skipif(sys.platform == "win32", reason="pipes, signals and terminals of POSIX")


@pytest.mark.usefixtures("woodpecker")
@posix
@pytest.mark.parametrize("unbuffered", ["", "1"])
def test_a_reader_that_closes_early_is_no_error(mock: MockServer, monkeypatch, unbuffered: str) -> None:
    monkeypatch.setenv("PYTHONUNBUFFERED", unbuffered)
    mock.faults.add(Fault(status=200, body=["x" * 1000] * 1000))
    with subprocess.Popen(GET, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as running:
        assert running.stdout is not None and running.stderr is not None
        running.stdout.read(1)
        running.stdout.close()
        assert running.stderr.read() == b""

    assert running.returncode == 141


@pytest.mark.usefixtures("woodpecker")
@pytest.mark.parametrize("unbuffered", ["", "1"])
def test_a_long_response_is_printed_to_its_end(mock: MockServer, monkeypatch, unbuffered: str) -> None:
    monkeypatch.setenv("PYTHONUNBUFFERED", unbuffered)
    body = ["x" * 1000] * 1000
    mock.faults.add(Fault(status=200, body=body))

    assert json.loads(subprocess.run(GET, stdout=subprocess.PIPE, check=True).stdout) == body


def shell(redirections: str, *words: str) -> subprocess.CompletedProcess[str]:
    """The command with its standard streams as a shell redirects them."""
    return subprocess.run(
        ["sh", "-c", f'"$@" {redirections}', "sh", *COMMAND, *words], capture_output=True, text=True, timeout=60
    )


@pytest.mark.usefixtures("woodpecker")
@pytest.mark.skipif(not Path("/dev/full").exists(), reason="the device of Linux that is always full")
@pytest.mark.parametrize("unbuffered", ["", "1"])
def test_output_that_cannot_be_written_has_a_status_of_its_own(mock: MockServer, monkeypatch, unbuffered: str) -> None:
    monkeypatch.setenv("PYTHONUNBUFFERED", unbuffered)
    done = shell(">/dev/full", "api", "POST", "/v2/agency/companies", "--json", '{"companies": [{"name": "New"}]}')

    wanted = "woodpecker: the output is not complete: No space left on device. The request may have run\n"
    assert (done.returncode, done.stdout, done.stderr) == (5, "", wanted)
    assert list(mock.executed) == ["createCompanies"]
    assert shell(">/dev/full", "--help").returncode == 5
    assert shell(">/dev/full 2>/dev/full", *GET[3:]).returncode == 5


@pytest.mark.usefixtures("woodpecker")
@posix
def test_closed_streams_are_as_the_null_device(mock: MockServer) -> None:
    assert shell("<&-", "api", "POST", "/v1/x", "--json", "-").stderr.startswith("woodpecker: --json is not JSON")
    unsent = shell("<&-", "companies", "create", "--name", "New")
    assert (unsent.returncode, unsent.stdout) == (2, "") and "needs --yes" in unsent.stderr
    assert not mock.log
    for redirections in (">&-", "2>&-", "<&- >&- 2>&-"):
        done = shell(redirections, *GET[3:])
        assert (done.returncode, done.stderr, done.stdout != "") == (0, "", redirections == "2>&-")
    refused = shell("2>&-", "api", "GET", "/v1/me")
    assert (refused.returncode, refused.stdout, refused.stderr) == (3, "", "")


@pytest.mark.usefixtures("woodpecker")
@posix
def test_an_interrupt_ends_it_quietly(mock: MockServer) -> None:
    mock.faults.add(Fault(kind="hang", times=None))
    with subprocess.Popen(GET, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as running:
        while not mock.request_log.in_flight_highest:
            time.sleep(0.01)
        running.send_signal(signal.SIGINT)
        printed = running.communicate(timeout=30)
    mock.faults.release()

    assert (running.returncode, printed) == (130, (b"", b""))


@pytest.mark.usefixtures("woodpecker")
@posix
@pytest.mark.parametrize(
    ("words", "look"),
    [
        (["api", "POST", "/v2/agency/companies", "--json", "{}"], "with `woodpecker companies list`"),
        (["api", "DELETE", "/v2/unknown", "--own-account"], "read what it would have changed"),
        (["companies", "create", "--name", "New", "--yes"], "with `woodpecker companies list`"),
        (["companies", "list"], None),
    ],
)
def test_an_interrupted_change_says_what_to_look_at(mock: MockServer, words: list[str], look: str | None) -> None:
    mock.faults.add(Fault(kind="hang", times=None))
    with subprocess.Popen([*COMMAND, *words], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as running:
        while not mock.request_log.in_flight_highest:
            time.sleep(0.01)
        running.send_signal(signal.SIGINT)
        out, told = running.communicate(timeout=30)
    mock.faults.release()

    assert (running.returncode, out) == (130, "")
    if look is None:
        assert told == ""
    else:
        assert told.startswith("woodpecker: interrupted. It is unknown whether the call ran. To find out: ")
        assert look in told and told.count("\n") == 1


@pytest.mark.usefixtures("woodpecker")
@posix
@pytest.mark.parametrize(("variables", "coloured"), [({}, True), ({"NO_COLOR": "1"}, False), ({"TERM": "dumb"}, False)])
def test_json_has_colours_on_a_terminal(variables: dict[str, str], coloured: bool) -> None:
    printed = printed_on_a_terminal({"TERM": "xterm-256color", "COLUMNS": "40", **variables})

    assert (b"\x1b[" in printed) is coloured
    assert "Ångström Optik".encode() in printed


@pytest.mark.usefixtures("woodpecker")
@posix
@pytest.mark.parametrize("variables", [{}, {"NO_COLOR": "1"}])
def test_a_body_that_is_not_json_brings_no_commands_to_a_terminal(mock: MockServer, variables: dict[str, str]) -> None:
    mock.faults.add(Fault(status=200, body="ä,\tb\r\n\x1b]0;title\x07\x9b31m\n", content_type="text/csv"))

    # The terminal itself makes \r\n of each \n.
    assert printed_on_a_terminal(variables).decode() == "ä,      b\r\n\\u001b]0;title\\u0007\\u009b31m\r\n"


def printed_on_a_terminal(variables: dict[str, str]) -> bytes:
    terminal, end = os.openpty()
    with subprocess.Popen(GET, stdout=end, env={**os.environ, **variables}):
        os.close(end)
        printed = b""
        # Linux ends a terminal with an error.
        while part := _read(terminal):
            printed += part
    os.close(terminal)
    return printed


def _read(terminal: int) -> bytes:
    try:
        return os.read(terminal, 65536)
    except OSError:
        return b""


def test_without_the_extra_it_says_what_to_install(tmp_path: Path) -> None:
    program = "import sys; sys.modules['click'] = None; from woodpecker_cli.__main__ import main; sys.exit(main([]))"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True)

    wanted = 'woodpecker: the command line needs the package click: pip install "woodpecker-client[cli]"\n'
    assert (done.returncode, done.stdout, done.stderr) == (2, "", wanted)


@pytest.mark.parametrize("words", [["--help"], ["api", "--help"], ["companies", "create", "--help"]])
def test_help_imports_neither_the_client_nor_rich(words: list[str]) -> None:
    program = (
        f"import sys; from woodpecker_cli.__main__ import main; assert main({words}) == 0\n"
        "slow = {'httpx', 'rich', 'keyring', 'jmespath', 'woodpecker_client', 'woodpecker_auth'}\n"
        "print(sorted(slow & sys.modules.keys()))"
    )
    environment = {name: value for name, value in os.environ.items() if not name.startswith("COVERAGE")}
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, env=environment, check=True)

    assert "Usage: woodpecker" in done.stdout and done.stdout.endswith("\n[]\n")


def test_an_import_that_fails_for_another_reason_is_not_blamed_on_the_extra(
    woodpecker: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "woodpecker_cli.app", None)

    with pytest.raises(ModuleNotFoundError, match="woodpecker_cli.app"):
        woodpecker("--help")
