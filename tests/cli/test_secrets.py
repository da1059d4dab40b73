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


def test_an_echo_in_a_success_is_hidden(woodpecker: Run, mock: MockServer, monkeypatch, tmp_path: Path) -> None:
    monkeypatch.delenv("WOODPECKER_API_KEY")
    (tmp_path / "key").write_text(KEY)
    for body in ({"echo": [KEY]}, f"<p>{KEY}</p>"):
        mock.faults.add(Fault(status=200, body=body, headers={"x-echo": KEY}, content_type="application/x"))

        done = woodpecker(*GET, "--include", "--api-key-file", str(tmp_path / "key"))

        assert done.status == 0 and "x-echo: ***" in done.out and done.out.count("***") == 2
        assert shown(done) == set()
