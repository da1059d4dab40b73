"""`--all-companies`: rows as they come, progress, failures, Ctrl-C."""

from __future__ import annotations

import contextlib
import csv
import io
import json
import signal
import subprocess
import sys

import pytest
from woodpecker_mock import Fault, MockServer, big_world

from .conftest import Run
from .terminal import COMMAND, Terminal

LIST = ["mailboxes", "list", "--all-companies"]
posix = pytest.mark.skipif(sys.platform == "win32", reason="pipes, signals and terminals of POSIX")


def test_each_row_names_its_company_first(woodpecker: Run) -> None:
    done = woodpecker(*LIST)
    rows = [json.loads(line) for line in done.out.splitlines()]

    assert done.status == 0 and all(list(row)[0] == "company" for row in rows)
    assert {"id": 880101, "name": "Quillby Foods"} in [row["company"] for row in rows]
    assert "14 companies in " in done.err and ": 12 done, 0 failed, 2 inactive left out\n" in done.err
    assert done.err.count("\n") == 1


@pytest.mark.parametrize("form", ["json", "csv", "table"])
def test_in_every_form(woodpecker: Run, form: str) -> None:
    rows = woodpecker(*LIST).out.splitlines()
    done = woodpecker(*LIST, "-o", form)

    if form == "json":
        assert len(json.loads(done.out)) == len(rows)
    elif form == "csv":
        lines = list(csv.reader(io.StringIO(done.out)))
        assert lines[0][:3] == ["company.id", "company.name", "id"] and len(lines) == len(rows) + 1
    else:
        assert done.out.startswith("company id") and len(done.out.splitlines()) == len(rows) + 2
        assert max(map(len, done.out.splitlines())) <= 80


def test_of_one_object_each(woodpecker: Run) -> None:
    rows = [json.loads(line) for line in woodpecker("me", "--all-companies").out.splitlines()]

    assert len(rows) == 12 and all(row["company"]["id"] == row["firm_id"] for row in rows)


def test_a_query_selects_from_all_of_them(woodpecker: Run) -> None:
    done = woodpecker("me", "--all-companies", "--query", "length([?company.id == firm_id])")

    assert done.out == "12\n"


def test_some_that_fail_are_named_and_the_status_is_8(woodpecker: Run, mock: MockServer) -> None:
    mock.faults.add(Fault(status=403, body="", company=880101, times=None))
    mock.faults.add(Fault(status=403, body="", company=900013, times=None))

    done = woodpecker("me", "--all-companies")

    assert done.status == 8 and len(done.out.splitlines()) == 10
    first, summary = done.err.splitlines()
    assert "880101 Quillby Foods" in first and "900013 Lantern Row Books" in first and "403" in first
    assert "`woodpecker me`" in first and "getMe" not in first
    assert ": 10 done, 2 failed, 2 inactive left out" in summary


def test_many_that_fail_alike_are_one_line(woodpecker: Run, mock: MockServer) -> None:
    mock.faults.add(Fault(status=403, body="", operation="getMe", times=None))

    done = woodpecker("me", "--all-companies")

    assert (done.status, done.out) == (8, "") and "and others: " in done.err and done.err.count("\n") == 2


def test_a_listing_that_fails_ends_it_with_its_status(woodpecker: Run, mock: MockServer) -> None:
    mock.faults.add(Fault(status=401, body="", operation="listCompanies", times=None))

    done = woodpecker(*LIST, "-o", "json")

    assert (done.status, done.out) == (1, "[]\n") and "stopped after 0" in done.err
    assert "401 from `woodpecker companies list`" in done.err


def test_a_dry_run_sends_nothing(woodpecker: Run, mock: MockServer) -> None:
    done = woodpecker(*LIST, "--dry-run")

    assert done.status == 0 and "x-company-id: (each active company)" in done.out and not mock.log


@pytest.mark.parametrize("words", [["--own-account"], ["--client-key"]])
def test_it_is_for_an_hq_key_and_no_account(woodpecker: Run, mock: MockServer, words: list[str]) -> None:
    assert woodpecker(*LIST, *words).status == 2 and not mock.log


def test_it_is_for_an_hq_key(woodpecker: Run, mock: MockServer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WOODPECKER_KEY_KIND", "client")

    done = woodpecker(*LIST)

    assert done.status == 2 and "HQ key" in done.err and not mock.log


def test_only_reads_of_accounts_have_it(woodpecker: Run) -> None:
    for words in (["companies", "list"], ["mailboxes", "update-footer", "7"]):
        assert "No such option" in woodpecker(*words, "--all-companies").err


@pytest.fixture
def hanging(mock: MockServer):
    """One company whose request never ends; the others are answered."""
    mock.faults.add(Fault(kind="hang", company=880101, operation="getMe", times=None))
    yield mock
    mock.faults.release()


@posix
@pytest.mark.usefixtures("woodpecker", "hanging")
def test_rows_reach_a_pipe_while_others_are_awaited_and_ctrl_c_keeps_them() -> None:
    words = [*COMMAND, "me", "--all-companies"]
    with subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as running:
        assert running.stdout is not None and running.stderr is not None
        rows = [running.stdout.readline() for _ in range(11)]
        running.send_signal(signal.SIGINT)
        assert b"Ctrl-C again" in running.stderr.readline()
        # Until it waits for what runs, another one is the same one.
        while running.poll() is None:
            running.send_signal(signal.SIGINT)
            with contextlib.suppress(subprocess.TimeoutExpired):
                running.wait(0.1)
        out, err = running.communicate()

    # The last one may find Python at its end, which then dies of the signal; to a shell, both are 130.
    assert running.returncode in (130, -signal.SIGINT) and len([json.loads(row) for row in rows]) == 11 and out == b""
    assert b"stopped after 1" in err and b"of 14 companies" in err and b"Traceback" not in err


@posix
@pytest.mark.usefixtures("woodpecker", "hanging")
def test_the_bar_counts_and_ctrl_c_prints_the_table_so_far() -> None:
    with Terminal("me", "--all-companies") as terminal:
        terminal.read_until("13/14")
        terminal.interrupt()
        terminal.read_until("Ctrl-C again")
        terminal.interrupt()
        status = terminal.end()

    assert status == 130 and "0 failed" in terminal.shown
    tail = terminal.shown.rpartition("company id")[2]
    assert "Lantern Row Books" in tail and "stopped after 13 of 14 companies" in tail
    assert "Traceback" not in terminal.shown


@posix
@pytest.mark.usefixtures("woodpecker")
def test_the_bar_is_on_the_terminal_and_the_rows_are_in_the_file(tmp_path) -> None:
    with (tmp_path / "rows").open("wb") as file, Terminal("me", "--all-companies", out=file.fileno()) as terminal:
        assert terminal.end() == 0

    assert "/14" in terminal.shown and ": 12 done, 0 failed" in terminal.shown
    assert len((tmp_path / "rows").read_text().splitlines()) == 12


@posix
@pytest.mark.usefixtures("woodpecker")
def test_a_reader_that_closes_early_is_no_error(monkeypatch: pytest.MonkeyPatch) -> None:
    with MockServer(world=big_world(300)) as many:
        monkeypatch.setenv("WOODPECKER_BASE_URL", many.base_url)
        monkeypatch.setenv("WOODPECKER_API_KEY", many.hq_key)
        with subprocess.Popen([*COMMAND, *LIST], stdout=subprocess.PIPE, stderr=subprocess.PIPE) as running:
            assert running.stdout is not None and running.stderr is not None
            running.stdout.readline()
            running.stdout.close()
            assert running.stderr.read() == b""

    assert running.returncode == 141
