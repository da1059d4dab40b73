"""What the fuzzing has to reach, so that silence means that all is well and not that nothing was tried."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from .contract import operations, resolved
from .finding import Run
from .table import REACHABLE


class Link(NamedTuple):
    """A link of the spec: the operations at its ends, by operationId."""

    source: str
    name: str
    target: str


def links_for(kind: str) -> set[Link]:
    """The spec's links that this kind of key can follow: for a client key those between account routes."""
    return {
        Link(operation.id, name, resolved(link)["operationId"])
        for operation in operations().values()
        for response in operation.raw["responses"].values()
        for name, link in response.get("links", {}).items()
        if kind == "hq" or _account(operation.id, resolved(link)["operationId"])
    }


def _account(*names: str) -> bool:
    return all(operations()[name].family == "account" for name in names)


def missed(kind: str, run: Run) -> Iterator[tuple[str, str, str]]:
    """What a whole run should have come to and did not: the check, the place and a text for each."""
    for row in sorted(REACHABLE[kind] - run.rows.keys()):
        yield "rows_reached", f"row {row}", "no request came to this row of the decision table"
    for link in sorted(links_for(kind)):
        if not run.links[link.source, link.name]:
            yield "links_followed", link.source, f"the link {link.name} to {link.target} was never followed"


_NOTHING_TO_MISS = [
    "listCompanies", "createCompanies", "listDeliverability", "listBlacklistedEmails", "addBlacklistedEmails",
    "removeBlacklistedEmails", "listBlacklistedDomains", "addBlacklistedDomains", "removeBlacklistedDomains",
]  # fmt: skip
_NO_CONFLICT = [
    "listCompanies", "listCompanyUsers", "inviteGuests", "updateGuestPermissions", "listCompanyApiKeys",
    "createCompanyApiKey", "listCompanyEmailAccounts", "deleteCompanyProspects", "createLinkedinAccount",
    "generateLinkedinConnectLink", "listDeliverability", "listBlacklistedEmails", "addBlacklistedEmails",
    "removeBlacklistedEmails", "listBlacklistedDomains", "addBlacklistedDomains", "removeBlacklistedDomains",
]  # fmt: skip

UNREACHABLE: dict[tuple[str, int], str] = {
    ("listMailboxes", 204): "the mock sends 200 with an empty list, which the spec says to expect",
    ("createMicrosoftCredential", 200): "which of 200 and 201 is sent is not documented; the mock sends 201",
    ("inviteGuests", 200): "which of 200 and 201 is sent is not documented; the mock sends 201",
    **{(name, 404): "neither path nor body names anything that could be missing" for name in _NOTHING_TO_MISS},
    **{(name, 409): "there is nothing that it could conflict with" for name in _NO_CONFLICT},
}
"""Responses that the spec documents because the vendor might give them, and the mock never gives, with the reason."""


def uncovered(responses: Counter[tuple[str, int]]) -> Iterator[str]:
    """Documented responses that never came, undocumented ones that did, and reasons that are out of date."""
    documented = {(one.id, status) for one in operations().values() for status in one.statuses}
    for name, status in sorted(documented - responses.keys() - UNREACHABLE.keys()):
        yield f"{name} never gave {status}, which is documented"
    for name, status in sorted(responses.keys() - documented):
        yield f"{name} gave {status}, which is not documented"
    for name, status in sorted(UNREACHABLE.keys() & responses.keys()):
        yield f"{name} gave {status}, which is listed as never given"
