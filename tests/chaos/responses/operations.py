"""The ten operations that the responses are drawn for, and what the spec shows as responses to them."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from woodpecker_client.models import ManualConnectionMailbox

from tests.references import resolved

_DOCUMENT: dict[str, Any] = json.loads((Path(__file__).parents[3] / "spec/dist/openapi-3.1.json").read_bytes())

COMPANIES = range(880101, 880133)


@dataclass(frozen=True)
class Operation:
    """One operation.

    Attributes:
        call: calls it for a company with the agency of either form.
        names_company: a request names the company, in its header or its path.
        status: the documented success.
        successes, errors: bodies from the examples of the spec.
    """

    id: str
    call: Callable[[Any, int], Any]
    names_company: bool = True
    status: int = field(init=False)
    successes: list[Any] = field(init=False)
    errors: list[Any] = field(init=False)

    def __post_init__(self) -> None:
        responses = next(
            each["responses"]
            for item in _DOCUMENT["paths"].values()
            for each in item.values()
            if isinstance(each, dict) and each.get("operationId") == self.id
        )
        examples = {int(status): list(_examples(responses[status])) for status in responses if status.isdigit()}
        object.__setattr__(self, "status", next(status for status in examples if status < 300))
        for name, of_this in (("successes", lambda status: status < 300), ("errors", lambda status: status >= 400)):
            bodies = [body for status, found in examples.items() if of_this(status) for body in found]
            object.__setattr__(self, name, bodies)


def _examples(response: dict[str, Any]) -> list[Any]:
    found = []
    for content in resolved(response, _DOCUMENT).get("content", {}).values():
        given = content.get("examples") or {"only": {"value": content.get("example")}}
        found += [resolved(example, _DOCUMENT)["value"] for example in given.values()]
    return found


_MAILBOX = ManualConnectionMailbox(
    smtp_email="one@example.com",
    smtp_login="one",
    smtp_password="a-password-of-a-mailbox",
    smtp_server="smtp.example.com",
    smtp_port=465,
    smtp_from_name="One",
    imap_email="one@example.com",
    imap_password="another-password",
    imap_server="imap.example.com",
    imap_port=993,
)

OPERATIONS = (
    Operation("getMe", lambda agency, company: agency.account(company).me()),
    Operation("listMailboxes", lambda agency, company: agency.account(company).mailboxes.list()),
    Operation("getMailbox", lambda agency, company: agency.account(company).mailboxes.get(7)),
    Operation(
        "updateMailboxFooter", lambda agency, company: agency.account(company).mailboxes.update_footer(7, footer="x")
    ),
    Operation(
        "connectMailboxes",
        lambda agency, company: agency.account(company).mailboxes.manual_connection.connect(mailboxes=[_MAILBOX]),
    ),
    Operation(
        "getConnectionSummary", lambda agency, company: agency.account(company).mailboxes.manual_connection.summary(7)
    ),
    Operation("listCompanies", lambda agency, company: agency.companies.list(), names_company=False),
    Operation("listDeliverability", lambda agency, company: agency.deliverability.list(), names_company=False),
    Operation("listCompanyApiKeys", lambda agency, company: agency.companies.api_keys.list(company)),
    Operation("createCompanyApiKey", lambda agency, company: agency.companies.api_keys.create(company, label="x")),
)
