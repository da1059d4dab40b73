"""What a careless server gets wrong: odd bytes, secrets in odd places, signals."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import httpx
import pytest
import woodpecker_mock
from woodpecker_mock import MockServer
from woodpecker_mock.world import AgencyRecord, CompanyRecord

EMAILS = "/v2/agency/blacklist/emails"
BULK = "/v2/mailboxes/manual_connection/bulk"
PASSWORD = "hunter2-canary"


def mailbox(email: str) -> dict[str, Any]:
    half = {"email": email, "password": PASSWORD, "server": "mail.example.com", "port": 465}
    return {f"{side}_{name}": value for side in ("smtp", "imap") for name, value in half.items()}


def test_a_lone_surrogate_is_a_400(mock: MockServer, hq: str) -> None:
    headers = {"x-api-key": hq, "content-type": "application/json"}
    response = httpx.post(mock.base_url + EMAILS, headers=headers, content=b'{"emails": ["\\ud800"]}')
    assert response.status_code == 400


def test_a_body_in_another_encoding_is_a_400(send: Any, hq: str) -> None:
    raw = '{"emails": ["a"]}'.encode("utf-16")
    assert send("POST", EMAILS, hq, content=raw, headers={"content-type": "application/json"}).status_code == 400


def test_a_key_in_the_wrong_header_is_not_logged(mock: MockServer, send: Any, hq: str) -> None:
    send("GET", "/v1/me", hq, hq)
    _, _, requests = httpx.get(mock.url).text.partition("Last requests")
    assert hq not in requests
    assert hq not in httpx.get(f"{mock.url}/_mock/requests").text


def test_a_late_refusal_keeps_the_row_that_let_the_request_in(mock: MockServer, send: Any, hq: str) -> None:
    send("GET", "/v2/mailboxes/1", hq)
    assert httpx.get(f"{mock.url}/_mock/requests").json()[-1]["row"] == 8


def test_a_newline_is_no_part_of_a_route(mock: MockServer, hq: str) -> None:
    headers = {"x-api-key": hq}
    assert httpx.get(f"{mock.base_url}/v2/mailboxes/%0A", headers=headers).status_code in {400, 404}
    assert httpx.get(f"{mock.base_url}/v1/me%0A", headers=headers).status_code == 404


def test_a_number_beyond_64_bits_is_a_400(send: Any, hq: str) -> None:
    assert send("GET", f"/v2/mailboxes/{2**63}", hq).status_code == 400


def test_a_body_over_ten_megabytes_is_a_413(mock: MockServer, hq: str) -> None:
    headers = {"x-api-key": hq, "content-type": "application/json"}
    response = httpx.post(
        mock.base_url + EMAILS, headers=headers, content=b'{"emails": ["' + b"a" * 11_000_000 + b'"]}'
    )
    assert response.status_code == 413


def test_an_address_twice_in_one_request_is_a_conflict(send: Any, hq: str) -> None:
    twice = {"mailboxes": [mailbox("twin@example.com"), mailbox("twin@example.com")]}
    assert send("POST", BULK, hq, json=twice).status_code == 409


def test_no_secret_is_in_a_repr(send: Any, agency: AgencyRecord, hq: str, company: CompanyRecord) -> None:
    send("POST", BULK, hq, company.id, json={"mailboxes": [mailbox("new@example.com"), mailbox("next@example.com")]})
    shown = repr(agency)
    assert PASSWORD not in shown
    assert hq not in shown


def test_an_admin_is_among_the_users_of_every_company(
    send: Any, agency: AgencyRecord, hq: str, company: CompanyRecord
) -> None:
    listed = send("GET", f"/v2/agency/companies/{company.id}/users", hq, params={"role": "admin"}).json()["content"]
    assert {user["id"] for user in listed} >= {key.user.id for key in agency.keys}


@pytest.mark.parametrize("ending", [signal.SIGINT, signal.SIGTERM])
def test_the_command_ends_quietly_when_it_is_interrupted(ending: signal.Signals) -> None:
    paths = os.pathsep.join([str(Path(woodpecker_mock.__file__).parents[1]), os.environ.get("PYTHONPATH", "")])
    with subprocess.Popen(
        [sys.executable, "-m", "woodpecker_mock", "--port", "0"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": paths},
    ) as server:
        assert server.stdout is not None
        base_url = next(word.rstrip(",") for word in server.stdout.readline().split() if word.startswith("http"))
        assert httpx.get(f"{base_url}/v1/me").status_code == 401
        server.send_signal(ending)
        _, errors = server.communicate(timeout=10)
    assert "Traceback" not in errors
    assert server.returncode == 0
