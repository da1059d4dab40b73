"""Account routes remember: footers, Microsoft credentials and mailboxes; test_batches.py has the batches."""

from __future__ import annotations

from typing import Any

import pytest
from woodpecker_mock.world import AgencyRecord, CompanyRecord

CREDENTIALS = "/v2/mailboxes/microsoft/credentials"
BULK = "/v2/mailboxes/manual_connection/bulk"
CREDENTIAL = {
    "tenant_id": "11111111-2222-4333-8444-555555555555",
    "client_id": "66666666-7777-4888-9999-000000000000",
    "client_secret": "canary-secret",
    "secret_expires_at": "2027-03-31T23:59:59Z",
}


def mailbox(email: str) -> dict[str, Any]:
    half = {"email": email, "password": "canary", "server": "mail.example.com", "port": 465}
    return {f"{side}_{name}": value for side in ("smtp", "imap") for name, value in half.items()}


def smtp_id(company: CompanyRecord) -> int:
    return next(number for number, one in company.account.mailboxes.items() if one["type"] == "SMTP")


@pytest.mark.parametrize(("footer", "signature"), [("<b>Bye</b>", "<b>Bye</b>"), ("", ""), (None, "")])
def test_a_footer_is_read_back_as_the_signature(
    send: Any, hq: str, company: CompanyRecord, footer: str | None, signature: str
) -> None:
    path = f"/v2/mailboxes/{smtp_id(company)}"
    assert send("PATCH", path, hq, company.id, json={"footer": "<i>before</i>"}).status_code == 200
    assert send("PATCH", path, hq, company.id, json={"footer": footer}).status_code == 200
    assert send("GET", path, company.keys[0].value).json()["details"]["signature"] == signature


def test_a_footer_needs_the_sending_half(send: Any, hq: str, company: CompanyRecord) -> None:
    imap = company.account.mailboxes[smtp_id(company)]["details"]["imap_id"]
    assert send("GET", f"/v2/mailboxes/{imap}", hq, company.id).json()["type"] == "IMAP"
    assert send("PATCH", f"/v2/mailboxes/{imap}", hq, company.id, json={"footer": "x"}).status_code == 404


def test_a_mailbox_is_seen_in_its_own_account_only(
    send: Any, hq: str, agency: AgencyRecord, company: CompanyRecord
) -> None:
    other = next(one for one in agency.companies.values() if one.active and one is not company)
    path = f"/v2/mailboxes/{smtp_id(company)}"
    assert send("GET", path, hq, company.id).status_code == 200
    assert send("GET", path, hq, other.id).status_code == 404
    assert send("GET", path, hq).status_code == 404


def test_an_address_is_connected_once(send: Any, hq: str, company: CompanyRecord) -> None:
    taken = company.account.mailboxes[smtp_id(company)]["details"]["email"]
    response = send("POST", BULK, hq, company.id, json={"mailboxes": [mailbox("new@example.com"), mailbox(taken)]})
    assert response.status_code == 409
    assert set(response.json()) == {"code", "details"}
    assert company.account.batches == {}


def test_a_credential_is_saved_changed_and_deleted(send: Any, hq: str, company: CompanyRecord) -> None:
    assert send("GET", CREDENTIALS, hq, company.id).json() == {"credentials": []}
    saved = send("POST", CREDENTIALS, hq, company.id, json=CREDENTIAL)
    assert saved.status_code == 201
    assert "canary-secret" not in saved.text
    path = f"{CREDENTIALS}/{saved.json()['credential_id']}"
    renamed = send("PATCH", path, hq, company.id, json={"name": "Renamed"}).json()
    assert renamed == saved.json() | {"name": "Renamed"}
    rotation = {"client_secret": "next", "secret_expires_at": "2028-03-31T23:59:59Z"}
    assert send("PATCH", path, hq, company.id, json=rotation).json()["secret_expires_at"].startswith("2028")
    assert send("DELETE", path, hq).status_code == 404
    assert send("DELETE", path, hq, company.id).status_code == 204
    assert send("DELETE", path, hq, company.id).status_code == 404
    assert send("GET", CREDENTIALS, hq, company.id).json() == {"credentials": []}


@pytest.mark.parametrize("name", ["client_secret", "secret_expires_at"])
def test_secret_and_expiry_change_together(send: Any, hq: str, name: str) -> None:
    number = send("POST", CREDENTIALS, hq, json=CREDENTIAL).json()["credential_id"]
    assert send("PATCH", f"{CREDENTIALS}/{number}", hq, json={name: CREDENTIAL[name]}).status_code == 400


def test_microsoft_accounts_fail_one_by_one_inside_a_200(send: Any, hq: str, company: CompanyRecord) -> None:
    number = send("POST", CREDENTIALS, hq, company.id, json=CREDENTIAL).json()["credential_id"]
    accounts = [{"mailbox_email": "team@example.com", "display_name": "Team"}, {"mailbox_email": "fail@example.com"}]
    response = send("POST", "/v2/mailboxes/microsoft/bulk", hq, company.id, json={"accounts": accounts})
    good, bad = response.json()
    assert response.status_code == 200
    assert (good["success"], good["error"], good["name"]) == (True, None, "Team")
    assert (bad["success"], bad["id"]) == (False, None)
    assert bad["error"]
    assert send("GET", f"/v2/mailboxes/{good['id']}", hq, company.id).json()["details"]["email"] == "team@example.com"
    assert send("DELETE", f"{CREDENTIALS}/{number}", hq, company.id).status_code == 409


def test_the_credential_may_be_left_out_only_if_there_is_one(send: Any, hq: str, company: CompanyRecord) -> None:
    path, body = "/v2/mailboxes/microsoft/bulk", {"accounts": [{"mailbox_email": "team@example.com"}]}
    assert send("POST", path, hq, company.id, json=body).status_code in {400, 409}
    for _ in range(2):
        send("POST", CREDENTIALS, hq, company.id, json=CREDENTIAL)
    assert send("POST", path, hq, company.id, json=body).status_code in {400, 409}
    assert send("POST", path, hq, company.id, json=body | {"credential_id": 1}).status_code == 404


@pytest.mark.parametrize(
    ("expiries", "status"),
    [
        (["2020-01-01T00:00:00Z"], 409),
        (["2020-01-01T00:00:00Z", "2099-01-01T00:00:00Z"], 200),
        (["2099-01-01T00:00:00Z", "2020-01-01T00:00:00.5+02:00", "2020-06-30t23:59:60z"], 200),
        (["2099-01-01T00:00:00Z", "2099-01-01T00:00:00Z"], 409),
        (["0000-01-01T00:00:00Z"], 409),
    ],
)
def test_an_expired_credential_is_not_the_one_that_may_be_left_out(
    send: Any, hq: str, company: CompanyRecord, expiries: list[str], status: int
) -> None:
    path, body = "/v2/mailboxes/microsoft/bulk", {"accounts": [{"mailbox_email": "team@example.com"}]}
    for expiry in expiries:
        made = send("POST", CREDENTIALS, hq, company.id, json=CREDENTIAL | {"secret_expires_at": expiry})
        assert made.status_code == 201
    assert send("POST", path, hq, company.id, json=body).status_code == status
    used = [company.account.credentials[one]["secret_expires_at"] for one in company.account.credential_of.values()]
    assert used == ["2099-01-01T00:00:00Z"] * (status == 200)


def test_a_credential_that_says_no_expiry_is_valid(send: Any, hq: str, company: CompanyRecord) -> None:
    company.account.credentials[7] = {"credential_id": 7}
    body = {"accounts": [{"mailbox_email": "team@example.com"}]}
    assert send("POST", "/v2/mailboxes/microsoft/bulk", hq, company.id, json=body).status_code == 200
