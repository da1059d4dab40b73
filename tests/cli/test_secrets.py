"""The key is in nothing that a command prints."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from woodpecker_mock import Fault, MockServer

from tests.secrets.canaries import HQ_KEY, SMTP_PASSWORD, spotted

from .conftest import Done, Run

BODY = json.dumps({"smtp_password": SMTP_PASSWORD.value})
GET = ["api", "GET", "/v2/agency/companies"]
KEY = HQ_KEY.value


def shown(done: Done) -> set[str]:
    return spotted(done.out) | spotted(done.err)


@pytest.mark.parametrize(
    "words",
    [
        GET,
        [*GET, "--include"],
        [*GET, "--dry-run"],
        [*GET, "--dry-run", "--param", f"key={KEY}"],
        [*GET, "--base-url", "http://127.0.0.1:1", "--deadline", "0.1"],
        ["api", "GET", f"/v2//{KEY}"],
    ],
)
def test_its_key_is_never_shown(woodpecker: Run, mock: MockServer, monkeypatch, words: list[str]) -> None:
    monkeypatch.setenv("WOODPECKER_API_KEY", KEY)
    mock.faults.add(Fault(status=400, body={"title": "Bad", "detail": f"the key {KEY}"}))

    assert shown(woodpecker(*words)) == set()


@pytest.mark.parametrize("option", ["--dry-run", "--include"])
def test_passwords_of_the_body_are_never_shown(woodpecker: Run, mock: MockServer, option: str) -> None:
    mock.faults.add(Fault(status=400, body={"title": "Bad", "detail": f"password {SMTP_PASSWORD.value}"}))

    done = woodpecker("api", "POST", "/v2/agency/companies", "--json", BODY, option)

    assert "***" in done.out and shown(done) == set()


@pytest.mark.parametrize(
    "words",
    [
        [KEY],
        ["api", "GET", KEY],
        ["api", KEY, "/v1/me"],
        [*GET, KEY],
        [*GET, "--api-key", KEY],
        [*GET, f"--api-key={KEY}"],
        [*GET, f"-k{KEY}"],
        [*GET, f"--own-account={KEY}"],
        [*GET, f"--x-api-key={KEY}"],
        [*GET, "--api-key-file", KEY],
        [*GET, "--base-url", KEY],
        [*GET, "--company", KEY],
        [*GET, "--deadline", KEY],
        [*GET, "--retry", KEY],
        [*GET, "--param", KEY],
        ["api", "POST", "/v2/agency/x", "--json", KEY],
        ["api", "POST", "/v2/agency/x", "--json", f"@{KEY}"],
    ],
)
def test_another_key_in_the_wrong_place_is_not_shown(woodpecker: Run, mock: MockServer, words: list[str]) -> None:
    done = woodpecker(*words)

    assert done.status in (2, 3) and done.err and shown(done) == set()
    assert not mock.log


@pytest.mark.parametrize(
    "words",
    [
        ["companies", KEY],
        ["companies", "list", "--per-page", KEY],
        ["companies", "list", "--output", KEY],
        ["companies", "list", "--columns", KEY],
        ["companies", "list", "--query", f"[?{KEY}"],
        ["companies", "list", "--profile", KEY],
        ["companies", "list", "--token", KEY],
        ["companies", "users", "list", KEY],
        ["companies", "create", "--file", KEY],
        ["companies", "create", "--json", KEY],
        ["companies", "create", "--json", json.dumps({KEY: 1})],
        ["deliverability", "list", "--from", KEY],
        ["mailboxes", "list", "--company", KEY],
        ["mailboxes", "microsoft", "credentials", "create", "--client-secret", KEY],
        ["mailboxes", "microsoft", "credentials", "create", "--client-secret-file", KEY],
        ["auth", "logout", "--profile", KEY],
        ["completion", KEY],
    ],
)
def test_a_key_in_the_wrong_place_of_an_operation_is_not_shown(woodpecker: Run, mock: MockServer, words) -> None:
    done = woodpecker(*words)

    assert done.status in (2, 3) and done.err and shown(done) == set()
    assert not mock.log


@pytest.mark.parametrize("form", ["table", "json", "jsonl", "csv"])
def test_its_key_is_in_no_form_of_the_output(woodpecker: Run, mock: MockServer, monkeypatch, form: str) -> None:
    monkeypatch.setenv("WOODPECKER_API_KEY", KEY)
    mock.faults.add(Fault(status=200, body={"user_id": 1, "firm_id": 1, "user_name": KEY, "other": [KEY]}))

    # So narrow that a table cuts the key.
    monkeypatch.setenv("COLUMNS", "30")
    done = woodpecker("me", "--own-account", "-o", form)

    assert done.status == 0 and "***" in done.out and shown(done) == set()


@pytest.mark.parametrize("option", ["--dry-run", "--yes"])
def test_passwords_of_a_file_are_never_shown(woodpecker: Run, mock: MockServer, tmp_path: Path, option: str) -> None:
    rows = [{"smtp_email": "a@b.c", "smtp_password": SMTP_PASSWORD.value, "smtp_server": "s", "smtp_port": 1,
             "imap_email": "a@b.c", "imap_password": "not-a-real-one", "imap_server": "s", "imap_port": 1}]  # fmt: skip
    (tmp_path / "rows.json").write_text(json.dumps(rows))
    mock.faults.add(Fault(status=400, body={"title": "Bad", "detail": f"password {SMTP_PASSWORD.value}"}))
    words = ["mailboxes", "manual-connection", "connect", "--company", "880101", "--file", str(tmp_path / "rows.json")]

    done = woodpecker(*words, *(["--dry-run"] if option == "--dry-run" else []))

    assert done.status == (option == "--yes") and shown(done) == set()
    assert ('"smtp_password": "***"' in done.out) is (option == "--dry-run")


def test_keys_that_are_listed_are_hidden_and_one_that_is_created_is_shown(woodpecker: Run, mock: MockServer) -> None:
    listed = woodpecker("companies", "api-keys", "list", "880101")
    asked = woodpecker("companies", "api-keys", "list", "880101", "--show-secrets")
    created = woodpecker("companies", "api-keys", "create", "880101", "--label", "x", "--yes")

    key = mock.client_key(880101)
    assert key not in listed.out and '"***"' in listed.out and key in asked.out
    assert json.loads(created.out)["api_key"] in [one.value for one in mock.world.agencies[0].companies[880101].keys]


def test_an_echo_in_a_success_is_hidden(woodpecker: Run, mock: MockServer, monkeypatch, tmp_path: Path) -> None:
    monkeypatch.delenv("WOODPECKER_API_KEY")
    (tmp_path / "key").write_text(KEY)
    for body in ({"echo": [KEY]}, f"<p>{KEY}</p>"):
        mock.faults.add(Fault(status=200, body=body, headers={"x-echo": KEY}, content_type="application/x"))

        done = woodpecker(*GET, "--include", "--api-key-file", str(tmp_path / "key"))

        assert done.status == 0 and "x-echo: ***" in done.out and done.out.count("***") == 2
        assert shown(done) == set()
