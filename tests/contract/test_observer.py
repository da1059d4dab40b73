"""The client's observer between the spec and the mock: one that differs is found out by ordinary calls."""

from __future__ import annotations

import asyncio
import json
import re
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, get_args

import httpx
import pytest
from woodpecker_client import Agency, ApiError, AsyncAgency, Observer, Report
from woodpecker_client.models import (
    CompanyCreate,
    GuestInvite,
    GuestPermissions,
    ManualConnectionMailbox,
    MicrosoftAccount,
)
from woodpecker_mock import Fault, MockServer
from woodpecker_runtime.drift.report import Kind

from tests.references import resolved

PAGE = Path(__file__).parents[2] / "docs/reference/observing.md"
SPEC = json.loads((Path(__file__).parents[2] / "spec/dist/openapi-3.1.json").read_bytes())
SAMPLES = json.loads(Path(__file__).with_name("reference_examples.json").read_bytes())


def operations() -> Iterator[dict[str, Any]]:
    for item in SPEC["paths"].values():
        yield from (one for one in item.values() if isinstance(one, dict) and "operationId" in one)


def key(mock: MockServer) -> str:
    return mock.world.agencies[0].keys[0].value


def company(mock: MockServer) -> int:
    return next(id for id, one in mock.world.agencies[0].companies.items() if one.active)


def everything(agency: Agency, id: int) -> None:
    """Every operation once, with success."""
    account, companies = agency.account(id), agency.companies
    account.me()
    boxes = account.mailboxes.list()
    account.mailboxes.get(boxes[0].id)
    account.mailboxes.update_footer(boxes[0].id, footer="Regards")
    box = ManualConnectionMailbox(
        smtp_email="new@example.com", smtp_password="p", smtp_server="s", smtp_port=465,
        imap_email="new@example.com", imap_password="p", imap_server="i", imap_port=993,
    )  # fmt: skip
    batch = account.mailboxes.manual_connection.connect(mailboxes=[box])
    account.mailboxes.manual_connection.summary(batch.batch_id)
    credentials = account.mailboxes.microsoft.credentials
    for _ in range(2):
        credentials.create(
            tenant_id="11111111-2222-4333-8444-555555555555", client_id="66666666-7777-4888-9999-000000000000",
            client_secret="secret", secret_expires_at=datetime(2030, 1, 1, tzinfo=UTC),
        )  # fmt: skip
    used, unused = (one.credential_id for one in credentials.list()[-2:])
    credentials.update(used, name="graph")
    account.mailboxes.microsoft.connect(credential_id=used, accounts=[MicrosoftAccount(mailbox_email="ms@example.com")])
    credentials.delete(unused)
    list(companies.list())
    companies.create(companies=[CompanyCreate(name="Otterbrook Press")])
    companies.guests.invite(id, guests=[GuestInvite(name="Guest", email="guest@example.com")])
    guest = next(one for one in companies.users.list(id) if "guest" in one.roles)
    companies.guests.update_permissions(id, guests=[GuestPermissions(id=guest.id, permissions=["mailboxes"])])
    companies.api_keys.create(id, label="crm")
    list(companies.api_keys.list(id))
    companies.email_accounts.list(id)
    linked = companies.linkedin_accounts.create(id, timezone="Europe/Lisbon")
    companies.linkedin_accounts.generate_connect_link(id, linked.account_id)
    list(agency.deliverability.list())
    agency.blacklist.emails.add(emails=["a@example.com"])
    list(agency.blacklist.emails.list())
    agency.blacklist.emails.remove(emails=["a@example.com"])
    agency.blacklist.domains.add(domains=["example.com"])
    list(agency.blacklist.domains.list())
    agency.blacklist.domains.remove(domains=["example.com"])
    companies.prospects.delete(id, type_="ALL")


def observed(mock: MockServer, work: Callable[[Agency, int], object]) -> Report:
    observer = Observer()
    with Agency(key(mock), base_url=mock.base_url, observe=observer, max_retries=0) as agency:
        work(agency, company(mock))
    return observer.report()


def described(report: Report) -> set[tuple[str, str, str, str]]:
    return {(one.operation, one.kind, one.where, one.what) for one in report.contradictions}


def test_a_mock_that_does_what_the_spec_says_shows_no_contradiction() -> None:
    with MockServer() as mock:
        report = observed(mock, everything)
    assert {one.operation for one in report.mismatches} == {one["operationId"] for one in operations()}
    assert report.contradictions == ()
    assert {one.kind for one in report.mismatches} == {"never_seen_field", "never_seen_status", "open_field"}


def test_the_documented_refusals_show_no_contradiction() -> None:
    with MockServer() as mock:
        observer = Observer()
        inactive = next(id for id, one in mock.world.agencies[0].companies.items() if not one.active)
        for api_key, id in (("wrong", 1), (key(mock), 1), (key(mock), inactive)):
            with Agency(api_key, base_url=mock.base_url, observe=observer) as agency:
                for call in (agency.account(id).me, agency.account(id).mailboxes.list):
                    with pytest.raises(ApiError):
                        call()
    report = observer.report()
    assert report.responses == 6 and report.contradictions == ()


@pytest.mark.parametrize(
    ("mutant", "expected"),
    [
        (
            "mailboxes-have-a-new-field",
            {
                ("listMailboxes", "undocumented_field", "200 /[]/reputation", "object"),
                ("listMailboxes", "undocumented_field", "200 /[]/reputation/<name>", "integer"),
            },
        ),
        (
            "mailboxes-have-a-new-type",
            {("listMailboxes", "unknown_value", "200 /[]/type", "a value outside of x-known-values")},
        ),
        ("limits-are-strings", {("listMailboxes", "type", "200 /[]/details/daily_limit", "string instead of integer")}),
        ("owner-is-null", {("listCompanies", "null", "200 /content/[]/owner", "null instead of string")}),
        ("pages-are-partial-content", {("listCompanies", "undocumented_status", "206", "application/json")}),
        (
            "quota-headers-are-sent",
            {
                (operation, "undocumented_header", f"200 x-ratelimit-{name}", "not documented")
                for operation in ("listCompanies", "listMailboxes")
                for name in ("limit", "remaining")
            },
        ),
        (
            "success-is-hal",
            {
                (operation, "media_type", "200", "application/hal+json instead of application/json")
                for operation in ("listCompanies", "listMailboxes")
            },
        ),
    ],
)
def test_a_mock_that_drifts_is_found_out(mutant: str, expected: set[tuple[str, str, str, str]]) -> None:
    with MockServer(mutants=[mutant]) as mock:
        report = observed(mock, lambda agency, id: (list(agency.companies.list()), agency.account(id).mailboxes.list()))
    assert described(report) == expected


def test_a_field_that_is_never_sent_is_named() -> None:
    def missing(*mutants: str) -> set[str]:
        with MockServer(mutants=mutants) as mock:
            report = observed(mock, lambda agency, id: agency.account(id).mailboxes.list())
        return {one.where for one in report.mismatches if one.kind == "never_seen_field"}

    assert missing("warmup-is-never-sent") - missing() == {"200 /[]/details/warmup_data"}


@pytest.mark.parametrize(
    ("fault", "expected"),
    [
        ({"status": 204, "body": b"", "content_type": ""}, ("undocumented_status", "204", "no body")),
        ({"status": 502, "body": "<p>", "content_type": "text/html"}, ("undocumented_status", "502", "text/html")),
        ({"status": 200, "body": b"", "content_type": ""}, ("missing_body", "200", "no body")),
        ({"status": 200, "body": {"status": {"status": "ERROR"}}}, ("missing_required", "200 /user_id", "missing")),
        ({"status": 429, "headers": {"x-queue": "1"}}, ("undocumented_header", "429 x-queue", "not documented")),
        ({"kind": "truncated", "when": "after"}, ("unreadable_body", "200", "not JSON")),
    ],
    ids=["204", "502", "no body", "v1", "header", "cut short"],
)  # fmt: skip
def test_a_fault_of_the_server_is_seen(fault: dict[str, Any], expected: tuple[str, str, str]) -> None:
    async def call(mock: MockServer, observer: Observer) -> None:
        async with AsyncAgency(key(mock), base_url=mock.base_url, observe=observer, max_retries=0, deadline=0.5) as hq:
            with suppress(ApiError):
                await hq.account(company(mock)).me()

    def call_blocking(agency: Agency, id: int) -> None:
        with suppress(ApiError):
            agency.account(id).me(deadline=0.5)

    with MockServer() as mock:
        mock.faults.add(Fault(operation="getMe", times=None, **fault))
        blocking = observed(mock, call_blocking)
        observer = Observer()
        asyncio.run(call(mock, observer))
    for report in (blocking, observer.report()):
        assert ("getMe", *expected) in described(report)


def test_every_example_of_the_spec_fits() -> None:
    observer = Observer()
    for operation in operations():
        for status, response in operation["responses"].items():
            for media_type, content in resolved(response, SPEC).get("content", {}).items():
                for example in content.get("examples", {}).values():
                    body = json.dumps(resolved(example, SPEC)["value"]).encode()
                    observer.saw(operation["operationId"], int(status), {"content-type": media_type}, body)
    report = observer.report()
    assert report.responses > 150 and report.contradictions == ()


def test_recorded_samples_fit() -> None:
    observer = Observer()
    response_samples = [one for one in SAMPLES if one["part"] == "response"]
    for one in response_samples:
        body = json.dumps(one["json"]).encode()
        observer.saw(one["operationId"], one["status"], httpx.Headers({"content-type": "application/json"}), body)
    assert observer.report().responses == len(response_samples) > 15
    assert observer.report().contradictions == ()


def test_the_page_lists_every_kind() -> None:
    table = PAGE.read_text(encoding="utf-8").partition("## Kinds")[2].partition("##")[0]
    cells = [line.split("|")[1] for line in table.splitlines() if line.startswith("| `")]
    assert set(re.findall(r"`(\w+)`", " ".join(cells))) == set(get_args(Kind))
