"""The curl samples of the vendor's pages against the mock, unchanged but for the host: with the documented statuses.

https://developers.woodpecker.co/docs/agency-api/authentication-agency and the pages that each sample names
"""

from __future__ import annotations

import shlex
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

import httpx
import pytest
from woodpecker_mock import MockServer, World

HOST = "https://api.woodpecker.co/rest"


class Sample(NamedTuple):
    """A command of a page, and what the page says of its response."""

    command: str
    status: int
    fits: Callable[[Any], bool]


def emails(body: Any) -> set[str]:
    return {one["details"]["email"] for one in body}


SAMPLES = {
    "authentication-agency: who the key belongs to": Sample(
        """curl --request GET \\
--url "https://api.woodpecker.co/rest/v1/me" \\
--header "x-api-key: {YOUR_API_KEY}"
""",
        200,
        lambda body: body["firm_name"] == "HQ",
    ),
    "authentication-agency: a key of the company": Sample(
        """curl --request GET \\
--url "https://api.woodpecker.co/rest/v2/mailboxes" \\
--header "x-api-key: API_KEY_COMPANY_123"
""",
        200,
        lambda body: emails(body) == {"client@example.com"},
    ),
    "authentication-agency: the HQ key with a company": Sample(
        """curl --request GET \\
--url "https://api.woodpecker.co/rest/v2/mailboxes" \\
--header "x-api-key: HQ_API_KEY" \\
--header "x-company-id: 123"
""",
        200,
        lambda body: emails(body) == {"client@example.com"},
    ),
    "authentication-agency: the HQ key alone": Sample(
        """curl --request GET \\
--url "https://api.woodpecker.co/rest/v2/mailboxes" \\
--header "x-api-key: HQ_API_KEY"
""",
        200,
        lambda body: emails(body) == {"hq@example.com"},
    ),
    "authentication-agency: an agency route": Sample(
        """curl --request GET \\
--url "https://api.woodpecker.co/rest/v2/agency/companies/123/email_accounts" \\
--header "x-api-key: HQ_API_KEY"
""",
        200,
        lambda body: emails(body["content"]) == {"client@example.com"},
    ),
    "GET-companies-users": Sample(
        """curl --request GET \\
--url "https://api.woodpecker.co/rest/v2/agency/companies/{company_id}/users" \\
--header "x-api-key: {YOUR_API_KEY}"
""",
        200,
        lambda body: {"content", "pagination_data"} == set(body),
    ),
    # Its page shows no status.
    "POST-companies-invite-guest": Sample(
        """curl --request POST \\
--url "https://api.woodpecker.co/rest/v2/agency/companies/{company_id}/invite_guest" \\
--header "x-api-key: {YOUR_API_KEY}" \\
--header "Content-Type: application/json" \\
--data '{"guests": [{"name": "Guest One", "email": "one@example.com", "guest_permissions": []},
{"name": "Guest Two", "email": "two@example.com", "guest_permissions": ["mailboxes"]}]}'
""",
        201,
        lambda body: isinstance(body, dict),
    ),
    "post-ms-mailboxes": Sample(
        """curl --request POST \\
--url "https://api.woodpecker.co/rest/v2/mailboxes/microsoft/bulk" \\
--header "x-api-key: {YOUR_API_KEY}" \\
--header "Content-Type: application/json" \\
--data '{"auth_type": "APP_ONLY", "credential_id": 22334455, "accounts": [
{"mailbox_email": "jim@example.com", "display_name": "Jim"}]}'
""",
        200,
        lambda body: [one["success"] for one in body] == [True],
    ),
    "POST-connect-linkedin": Sample(
        """curl --request POST \\
--url "https://api.woodpecker.co/rest/v2/agency/companies/{company_id}/linkedin_accounts" \\
--header "x-api-key: {YOUR_API_KEY}" \\
--header "Content-Type: application/json" \\
--data '{"timezone": "Europe/Warsaw"}'
""",
        201,
        lambda body: {"account_id", "connect_account_link"} == set(body),
    ),
}

TO_MAILBOXES = SAMPLES["authentication-agency: the HQ key with a company"].command
ERRORS = {
    400: ("x-company-id: 123", "x-company-id: abc", "X-Company-Id header value must be a number but is not"),
    401: ("HQ_API_KEY", "NO_SUCH_KEY", "Invalid api key"),
    403: ("HQ_API_KEY", "API_KEY_COMPANY_123", None),
    404: ("x-company-id: 123", "x-company-id: 456", "Company not found"),
    409: ("x-company-id: 123", "x-company-id: 124", "Company is inactive"),
}
"""By status: what has to differ in the sample with a company, as the page's list of errors says."""


@pytest.fixture(scope="module")
def mock() -> Iterator[MockServer]:
    """A mock in which the samples' keys and ids exist."""
    credential = {"credential_id": 22334455, "secret_expires_at": "2099-01-01T00:00:00Z"}
    client = {"name": "Client", "id": 123, "keys": ["API_KEY_COMPANY_123"], "mailboxes": ["client@example.com"]}
    agency = {
        "name": "HQ",
        "keys": ["HQ_API_KEY", "{YOUR_API_KEY}"],
        "mailboxes": ["hq@example.com"],
        "credentials": [credential],
        "companies": [client, {"name": "Former Client", "id": 124, "active": False}],
    }
    with MockServer(World.from_json({"agencies": [agency]})) as server:
        yield server


@pytest.mark.parametrize("name", SAMPLES)
def test_a_sample_gets_the_documented_response(mock: MockServer, name: str) -> None:
    sample = SAMPLES[name]
    response = run(mock, sample.command.replace("{company_id}", "123"))
    assert response.status_code == sample.status
    assert sample.fits(response.json())


@pytest.mark.parametrize("status", ERRORS)
def test_its_errors_are_the_documented_ones(mock: MockServer, status: int) -> None:
    shown, wrong, detail = ERRORS[status]
    assert shown in TO_MAILBOXES
    response = run(mock, TO_MAILBOXES.replace(shown, wrong))
    assert response.status_code == status
    if detail is None:
        assert response.content == b""
    else:
        assert (response.json()["status"], response.json()["detail"]) == (status, detail)


def run(mock: MockServer, command: str) -> httpx.Response:
    """The response of the mock in the place of the vendor's host."""
    program, *words = shlex.split(command.replace("\\\n", " "))
    assert program == "curl"
    options: dict[str, list[str]] = {"--header": [], "--data": []}
    for option, value in zip(words[::2], words[1::2], strict=True):
        options.setdefault(option, []).append(value)
    (method,), (url,) = options["--request"], options["--url"]
    headers = [(name, value.strip()) for name, _, value in (line.partition(":") for line in options["--header"])]
    assert url.startswith(HOST)
    body = "".join(options["--data"]).encode() or None
    return httpx.request(method, url.replace(HOST, mock.base_url), headers=headers, content=body)
