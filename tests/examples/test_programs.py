"""The programs of examples/ that need nothing but the package, run as their docstrings say, against the mock."""

from __future__ import annotations

import csv
import json
import os
import stat
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from woodpecker_mock import Fault, MockServer

EXAMPLES = Path(__file__).parents[2] / "examples"


class Done:
    """A program that has run, and what it printed."""

    def __init__(self, mock: MockServer, program: str, *arguments: object) -> None:
        environment = {"WOODPECKER_API_KEY": mock.hq_key, "WOODPECKER_BASE_URL": mock.base_url}
        done = subprocess.run(
            [sys.executable, str(EXAMPLES / program), *map(str, arguments)],
            env={**os.environ, "PYTHONIOENCODING": "utf-8", **environment},
            capture_output=True,
            encoding="utf-8",
            timeout=60,
            check=False,
        )
        self.status, self.out, self.err = done.returncode, done.stdout, done.stderr
        assert mock.hq_key not in self.out + self.err and "Traceback" not in self.err, self.err


@pytest.fixture
def mock() -> Iterator[MockServer]:
    with MockServer(batch_seconds=0) as running:
        yield running


def companies(mock: MockServer, active: bool = True) -> list[Any]:
    return [one for one in mock.world.agencies[0].companies.values() if one.active is active]


def test_mailbox_health_is_a_row_for_each_mailbox_and_names_the_client_that_failed(mock: MockServer) -> None:
    failing, *others = companies(mock)
    mock.faults.add(Fault(status=500, operation="listMailboxes", company=failing.id, times=None))

    done = Done(mock, "mailbox_health.py")

    rows = list(csv.DictReader(done.out.splitlines()))
    wanted = {(str(one.id), str(mailbox)) for one in others for mailbox in one.account.mailboxes}
    assert {(row["company_id"], row["id"]) for row in rows} == wanted and len(rows) == len(wanted)
    assert all("@" in row["details.email"] for row in rows)
    assert done.status == 1 and done.err.startswith(f"{failing.account.name}: 500 from listMailboxes")
    assert len(done.err.splitlines()) == 1


def mailbox(email: str) -> dict[str, object]:
    server = {"password": "a-mailbox-password", "server": "mail.example.com", "port": 465}
    return {f"{half}_{key}": value for half in ("smtp", "imap") for key, value in {"email": email, **server}.items()}


def test_a_client_is_onboarded_once_however_often_it_runs(mock: MockServer, tmp_path: Path) -> None:
    client, keys = tmp_path / "client.json", tmp_path / "keys.jsonl"
    guests = [{"name": f"Guest {number}", "email": f"guest{number}@example.com"} for number in range(12)]
    wanted = {"name": "New Client", "mailboxes": [mailbox("a@example.com"), mailbox("fail@example.com")]}
    client.write_text(json.dumps({**wanted, "guests": guests}))

    first = Done(mock, "onboard_client.py", client, keys)
    again = Done(mock, "onboard_client.py", client, keys)

    [company] = [one for one in companies(mock) if one.account.name == "New Client"]
    assert first.out == again.out == f"company {company.id}: 12 guests invited, 1 mailboxes failed\n"
    assert first.status == again.status == 1
    assert [one["details"]["email"] for one in company.account.mailboxes.values()] == ["a@example.com"] * 2
    key = json.loads(keys.read_text())
    assert key["company_id"] == company.id and key["api_key"] in [one.value for one in company.keys]
    assert os.name == "nt" or stat.S_IMODE(keys.stat().st_mode) == 0o600
    assert key["api_key"] not in first.out + first.err and "a-mailbox-password" not in first.out + first.err
    executed = mock.executed
    assert (executed["createCompanies"], executed["createCompanyApiKey"], executed["connectMailboxes"]) == (1, 1, 2)


def test_the_blacklist_follows_a_file(mock: MockServer, tmp_path: Path) -> None:
    agency = mock.world.agencies[0]
    agency.emails, agency.domains = ["Old@example.com", "kept@example.com"], ["old.example"]
    file = tmp_path / "blacklist.txt"
    new = [f"{number}@example.com" for number in range(600)]
    file.write_text("\n".join(["# by order of the client", "", "KEPT@example.com", "new.example", *new]))

    tried = Done(mock, "blacklist_sync.py", "--dry-run", "--remove", file)
    assert len(agency.emails) == 2 and tried.out.splitlines()[0] == "addresses to add: 600"

    assert Done(mock, "blacklist_sync.py", file).status == 0
    assert {*agency.emails} == {"Old@example.com", "kept@example.com", *new}
    assert {*agency.domains} == {"old.example", "new.example"} and mock.executed["addBlacklistedEmails"] == 2

    assert Done(mock, "blacklist_sync.py", "--remove", file).out == tried.out.replace("600", "0").replace(
        "domains to add: 1", "domains to add: 0"
    )
    assert {*agency.emails} == {"kept@example.com", *new} and agency.domains == ["new.example"]


def test_keys_are_rotated_for_each_client_once(mock: MockServer, tmp_path: Path) -> None:
    keys, label = tmp_path / "keys.jsonl", "crm sync 2026-12"
    failing = companies(mock)[3]
    mock.faults.add(Fault(status=500, operation="createCompanyApiKey", company=failing.id, when="before"))

    first = Done(mock, "rotate_client_keys.py", label, keys)
    assert first.status == 1 and f"{failing.account.name}: 500 from createCompanyApiKey" in first.err
    assert len(keys.read_text().splitlines()) == len(companies(mock)) - 1
    assert Done(mock, "rotate_client_keys.py", label, keys).status == 0

    written = [json.loads(line) for line in keys.read_text().splitlines()]
    assert {one["company_id"] for one in written} == {one.id for one in companies(mock)}
    for one in written:
        company = mock.world.agencies[0].companies[one["company_id"]]
        assert [key.value for key in company.keys if key.label == label] == [one["api_key"]]
        assert one["api_key"] not in first.out + first.err
    assert os.name == "nt" or stat.S_IMODE(keys.stat().st_mode) == 0o600


def test_keys_are_printed_on_request_only(mock: MockServer) -> None:
    done = Done(mock, "rotate_client_keys.py", "crm", "-")
    assert done.status == 0 and len(done.out.splitlines()) == len(companies(mock))


def test_the_report_has_a_line_for_each_client_that_sent_and_names_the_others(mock: MockServer) -> None:
    idle = companies(mock)[0]
    idle.figures.clear()

    done = Done(mock, "weekly_deliverability.py")

    title, _, _, _, *rows, _, nothing = done.out.splitlines()
    assert done.status == 0 and title.startswith("# Deliverability, ")
    assert len(rows) + 1 == len(companies(mock)) and idle.account.name in nothing
    bounced = [float(row.split("|")[4].strip(" %")) for row in rows]
    assert bounced == sorted(bounced, reverse=True) and bounced[0] > 0
