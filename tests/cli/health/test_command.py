"""`woodpecker mailboxes health` against the mock: whose mailboxes, which form, which status."""

from __future__ import annotations

import csv
import io
import json
import os
from pathlib import Path

import pytest
from woodpecker_cli.health.rows import COLUMNS
from woodpecker_cli.progress import Progress
from woodpecker_mock import Fault, MockServer

from tests.cli.conftest import Done, Run
from tests.secrets.canaries import HQ_KEY

HEALTH = ("mailboxes", "health")
ALL = (*HEALTH, "--all-companies")
FIRST = 880101


def rows(done: Done) -> list[dict]:
    return [json.loads(line) for line in done.out.splitlines()]


def company(mock: MockServer, number: int):
    return list(mock.world.agencies[0].companies.values())[number]


def test_all_clients_with_a_row_for_each_mailbox(woodpecker: Run, mock: MockServer) -> None:
    company(mock, 1).account.mailboxes.clear()

    done = woodpecker(*ALL)
    found = rows(done)

    assert done.status == 0
    assert {row["company"]["id"] for row in found} == {*mock.world.agencies[0].companies}
    assert [row["company"]["name"].casefold() for row in found] == sorted(
        row["company"]["name"].casefold() for row in found
    )
    sending = [
        one["details"]["email"]
        for client in mock.world.agencies[0].companies.values()
        if client.active
        for one in client.account.mailboxes.values()
        if one["type"] == "SMTP"
    ]
    assert sorted(row["address"] for row in found if row["address"]) == sorted(sending)
    assert [row["findings"] for row in found if not row["address"]].count(["inactive"]) == 2
    assert [row["findings"] for row in found if row["company"]["id"] == company(mock, 1).id] == [["empty"]]
    assert "12 done, 0 failed, 2 inactive left out" in done.err
    assert f"12 of 14 clients read, {len(sending)} mailboxes: " in done.err


def test_one_client_the_own_account_and_a_clients_key(woodpecker: Run, mock: MockServer, monkeypatch) -> None:
    [one] = rows(woodpecker(*HEALTH, "--company", str(FIRST)))
    [own] = rows(woodpecker(*HEALTH, "--own-account"))
    monkeypatch.setenv("WOODPECKER_API_KEY", mock.client_key(FIRST))

    assert rows(woodpecker(*HEALTH, "--client-key")) == [one]
    assert one["company"] == {"id": FIRST, "name": "Quillby Foods"} and own["company"]["name"] == "Blue Heron Agency"


def test_a_client_that_cannot_be_read_is_a_row_and_status_8(woodpecker: Run, mock: MockServer) -> None:
    mock.faults.add(Fault(status=403, body="", company=FIRST, times=None))

    done = woodpecker(*ALL, "--fail-on", "notice")
    [row] = [row for row in rows(done) if row["company"]["id"] == FIRST]

    assert done.status == 8 and row["findings"] == ["unreadable"] and row["error"].startswith("403 from")
    assert "1 unreadable" in done.err


@pytest.mark.parametrize(
    ("words", "status"),
    [
        ([], 0),
        (["--fail-on", "error"], 9),
        (["--fail-on", "problem"], 9),
        (["--fail-on", "frozen"], 0),
        (["--fail-on", "frozen", "--fail-on", "inactive"], 9),
        (["--fail-on", "near-limit", "--near-limit", "1"], 9),
        (["--fail-on", "near-limit", "--near-limit", "100"], 0),
        (["--fail-on", "error", "--only", "frozen"], 9),
    ],
)
def test_findings_are_a_status_if_that_is_asked_for(woodpecker: Run, words: list[str], status: int) -> None:
    assert woodpecker(*ALL, *words).status == status


def test_only_some_findings(woodpecker: Run) -> None:
    found = rows(woodpecker(*ALL, "--only", "error", "--only", "inactive"))

    assert {word for row in found for word in row["findings"]} >= {"error", "inactive"}
    assert all({"error", "inactive"} & {*row["findings"]} for row in found)


def test_every_form(woodpecker: Run) -> None:
    lines = rows(woodpecker(*ALL))
    table = woodpecker(*ALL, "--output", "table").out.splitlines()
    sheet = list(csv.reader(io.StringIO(woodpecker(*ALL, "--output", "csv").out)))

    assert json.loads(woodpecker(*ALL, "--output", "json").out) == lines
    assert tuple(sheet[0]) == COLUMNS and len(sheet) == len(lines) + 1
    assert table[0].split() == ["company", "name", "address", "findings", "error"] and len(table) == len(lines) + 2
    assert max(map(len, table)) <= 80
    assert woodpecker(*ALL, "--columns", "address,warmup", "--output", "csv").out.startswith("address,warmup\n")


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ([], "whose mailboxes?"),
        (["--all-companies", "--company", "7"], "goes without --company"),
        (["--all-companies", "--own-account"], "goes without --company"),
        (["--all-companies", "--client-key"], "HQ key"),
        (["--company", "x"], "a company's number"),
        (["--all-companies", "--only", "sick"], "--only should be one of unreadable, error, "),
        (["--all-companies", "--fail-on", "ok"], "--fail-on should be one of"),
        (["--all-companies", "--near-limit", "0"], "a percentage"),
        (["--all-companies", "--near-limit", "nan"], "a percentage"),
        (["--all-companies", "--near-limit", "most"], "a percentage"),
        (["--all-companies", "--output", "xml"], "--output should be one of"),
        (["--all-companies", "--columns", "x"], "--columns should name fields"),
        (["--all-companies", "--html", "/nowhere/page.html"], "a folder that exists"),
        (["--all-companies", "--html", "/"], "should name a file"),
    ],
)
def test_wrong_usage_sends_nothing(woodpecker: Run, mock: MockServer, words: list[str], told: str) -> None:
    done = woodpecker(*HEALTH, *words)

    assert (done.status, done.out) == (2, "") and told in done.err
    assert not mock.log


def test_a_clients_key_by_the_environment_is_not_for_all(woodpecker: Run, mock: MockServer, monkeypatch) -> None:
    monkeypatch.setenv("WOODPECKER_KEY_KIND", "client")

    assert woodpecker(*ALL).status == 2 and not mock.log


@pytest.mark.parametrize(("words", "status"), [(["--company", "1"], 1), (["--company", "0"], 3)])
def test_one_account_that_cannot_be_read(woodpecker: Run, words: list[str], status: int) -> None:
    done = woodpecker(*HEALTH, *words)

    assert (done.status, done.out) == (status, "")


def test_companies_that_cannot_all_be_listed(woodpecker: Run, mock: MockServer, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    mock.faults.add(Fault(status=403, body="", operation="listCompanies", times=None))

    done = woodpecker(*ALL, "--html", str(page))

    assert (done.status, done.out) == (1, "")
    assert "Not complete:</b> the clients could not all be listed: 403" in page.read_text()


def test_the_page_is_written_and_the_totals_are_told(woodpecker: Run, tmp_path: Path) -> None:
    page = tmp_path / "page.html"

    alone = woodpecker(*ALL, "--html", str(page))
    both = woodpecker(*ALL, "--html", str(page), "--output", "jsonl")

    assert (alone.status, alone.out) == (0, "") and "clients read" in alone.err and len(rows(both)) > 20
    assert "Blue Heron Agency</h1>" in page.read_text(encoding="utf-8")
    assert [*tmp_path.iterdir()] == [page]


def test_a_page_that_cannot_be_written_leaves_the_old_one(woodpecker: Run, tmp_path: Path, monkeypatch) -> None:
    page = tmp_path / "page.html"
    page.write_text("old")

    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", fail)
    done = woodpecker(*ALL, "--html", str(page))

    assert done.status == 2 and "cannot be written: No space left on device" in done.err
    assert page.read_text() == "old" and [*tmp_path.iterdir()] == [page]


@pytest.mark.skipif(os.name == "nt", reason="links and devices of POSIX")
def test_what_is_no_plain_file_stays_what_it_is(woodpecker: Run, tmp_path: Path) -> None:
    link, page = tmp_path / "link.html", tmp_path / "page.html"
    link.symlink_to(page)

    assert woodpecker(*ALL, "--html", str(link)).status == 0
    assert link.is_symlink() and page.stat().st_size > 10_000
    assert woodpecker(*ALL, "--html", "/dev/null").status == 0 and not Path("/dev/null").is_file()


def test_the_key_is_nowhere(woodpecker: Run, mock: MockServer, monkeypatch, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    monkeypatch.setenv("WOODPECKER_API_KEY", HQ_KEY.value)
    totals = {"total_elements": 1, "total_pages": 1, "current_page_number": 1, "page_size": 50}
    content = [{"id": 1, "name": f"A {HQ_KEY.value}", "active": True}]
    listed = {"content": content, "pagination_data": totals}
    mailbox = {"email": HQ_KEY.value, "provider": HQ_KEY.value, "login": "x", "server": "x", "error": HQ_KEY.value}
    mock.faults.add(
        Fault(status=200, operation="getMe", body={"user_id": 1, "firm_id": 1, "firm_name": HQ_KEY.value}, times=None)
    )
    mock.faults.add(Fault(status=200, operation="listCompanies", body=listed, times=None))
    boxes = [{"id": 1, "type": "SMTP", "details": mailbox}]
    mock.faults.add(Fault(status=200, operation="listMailboxes", body=boxes, times=None))

    done = woodpecker(*ALL, "--html", str(page), "--output", "json")

    shown = [done, woodpecker(*ALL, "--output", "table")]
    assert done.status == 0 and all("***" in one.out for one in shown)
    # Nor a part of it, where a text is shortened.
    assert not any("canary" in text for one in shown for text in (one.out, one.err))
    assert "canary" not in page.read_text()
    assert page.read_text().count("***") >= 6


def test_an_interrupt_shows_what_was_read(woodpecker: Run, tmp_path: Path, monkeypatch) -> None:
    page = tmp_path / "page.html"

    def interrupt(_: Progress, done: int, *_others: object) -> None:
        if done == 6:
            raise KeyboardInterrupt

    monkeypatch.setattr(Progress, "count", interrupt)
    done = woodpecker(*ALL, "--html", str(page), "--output", "jsonl")

    assert done.status == 130 and "stopped after" in done.err
    assert len({row["company"]["id"] for row in rows(done)}) == 5
    assert "Not complete:</b> it was interrupted." in page.read_text()
