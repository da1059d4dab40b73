"""Sentences of the spec that people act on, and that were wrong once or could easily be."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests import operations

EVIDENCE = (Path(__file__).parents[2] / "spec" / "EVIDENCE.md").read_text(encoding="utf-8")
SPEC = operations.SPEC
OPERATIONS = {name: operation for name, (_, _, operation) in operations.OPERATIONS.items()}
SCHEMAS, RESPONSES = SPEC["components"]["schemas"], SPEC["components"]["responses"]


def text(value: str) -> str:
    return " ".join(value.split())


INTRODUCTION = text(SPEC["info"]["description"])
FACTS = {
    "purchased mailboxes can be deleted": (INTRODUCTION, ["**connected** mailbox", "/docs/domains/delete-mailbox"]),
    "the footer is what this route edits": (
        text(OPERATIONS["updateMailboxFooter"]["description"]),
        ["the only property that can be edited by this route"],
    ),
    "webhooks tell of LinkedIn logins": (
        text(OPERATIONS["createLinkedinAccount"]["description"]),
        [
            "`linkedin_automation_account_connected`",
            "`linkedin_automation_account_disconnected`",
            "/v2/linkedin_accounts",
        ],
    ),
    "a lost answer to a LinkedIn account can be looked up": (
        OPERATIONS["createLinkedinAccount"]["x-outcome-check"],
        ["GET /v2/linkedin_accounts"],
    ),
    "a lost answer to an invitation is no reason for another mail": (
        OPERATIONS["inviteGuests"]["x-outcome-check"],
        ["No route reports", "Another request sends the mail again"],
    ),
    "time zones are canonical": (
        SCHEMAS["LinkedinAccountCreate"]["properties"]["timezone"]["description"],
        ["canonical IANA name", "Aliases", "assumed to be rejected"],
    ),
    "only valid credentials count": (
        SCHEMAS["MicrosoftConnectRequest"]["properties"]["credential_id"]["description"],
        ["exactly one *valid*", "expired do not count"],
    ),
    "a key has its user's role": (INTRODUCTION, ["A key acts with the role of its user", "403 is expected", "x-roles"]),
    "the header works on v1": (text(OPERATIONS["getMe"]["description"]), ["`x-company-id` works on v1 routes as well"]),
    "firm_id in the vendor's words": (
        SCHEMAS["Me"]["properties"]["firm_id"]["description"],
        ["ID of your Woodpecker account", "assumed"],
    ),
    "mailboxes are not always pairs": (
        text(OPERATIONS["listMailboxes"]["description"]),
        ["two SMTP elements can refer to the same IMAP element"],
    ),
    "providers are an open set": (
        ", ".join(SCHEMAS["MailboxDetails"]["properties"]["provider"]["x-known-values"]),
        ["Exchange, Office 365"],
    ),
    "other routes send codes": (
        SCHEMAS["CodeError"]["properties"]["code"]["description"],
        ["`WCNF001` (409)", "`CAMPAIGN_NOT_EXIST` (404)"],
    ),
    "guests are listed once they have accepted": (
        text(OPERATIONS["listCompanyUsers"]["description"]),
        ["invited but have not accepted are assumed not to be listed"],
    ),
    "a 403 can be about the role": (RESPONSES["Forbidden"]["description"], ["expected, without a source"]),
    "a 403 of an agency route, too": (RESPONSES["AgencyForbidden"]["description"], ["its user has no admin rights"]),
    "Basic is left out on purpose": (
        SPEC["components"]["securitySchemes"]["apiKey"]["description"],
        ["`Authorization: Basic`", "left out on purpose"],
    ),
}


@pytest.mark.parametrize("fact", FACTS)
def test_the_spec_says_it(fact: str) -> None:
    said, wanted = FACTS[fact]
    assert [one for one in wanted if one not in said] == []


def test_there_is_one_security_scheme() -> None:
    assert SPEC["components"]["securitySchemes"].keys() == {"apiKey"}


@pytest.mark.parametrize(
    "quoted",
    [
        "DELETE /v2/domains/{domain_name}/mailboxes/{mailbox_email}",
        "linkedin_automation_account_connected",
        "Canonical IANA time zone identifier",
        "only when your account has exactly one valid Microsoft Graph credential",
        "All users in your team with admin permissions can get information about any agency client via API",
        "does not carry over",
        "ID of your Woodpecker account",
        "WCNF001",
        "CAMPAIGN_NOT_EXIST",
        "E_URL_NOT_FOUND",
    ],
)
def test_the_evidence_quotes_its_source(quoted: str) -> None:
    assert quoted in EVIDENCE


def test_x_roles_stands_where_a_page_names_the_roles() -> None:
    with_roles = {name: operation["x-roles"] for name, operation in OPERATIONS.items() if "x-roles" in operation}
    assert with_roles == {"listCompanyEmailAccounts": ["admin", "owner", "authorized_team_member"]}
