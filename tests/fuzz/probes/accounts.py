"""What an account holds, changed in every way that an operation has: footers, credentials, Microsoft mailboxes.

In one company, in another, and, with an HQ key, in the agency's own account: what is done in one is seen there only.
"""

from __future__ import annotations

from typing import Any

from woodpecker_mock.world import CompanyRecord

from ..messages import ReceivedResponse
from .harness import Harness

APP = {
    "tenant_id": "11111111-2222-4333-8444-555555555555",
    "client_id": "66666666-7777-4888-9999-000000000000",
    "client_secret": "not-a-real-secret",
    "secret_expires_at": "2027-03-31T23:59:59Z",
}


async def probe(harness: Harness) -> None:
    contexts: list[CompanyRecord | None] = [harness.company(1), harness.company(0)]
    for company in contexts if harness.kind == "client" else [*contexts, None]:
        await harness.call("getMe", company)
        await _footers(harness, company)
        await _credentials(harness, company)
        await _microsoft(harness, company)


async def _footers(harness: Harness, company: CompanyRecord | None) -> None:
    account = company.account if company else harness.agency.account
    foreign = harness.company(2).account.mailboxes
    for number in [*account.mailboxes, next(iter(foreign)), 1]:
        for footer in ("<div>Outreach & Desk</div>", "<b>Second</b>", None, "<i>Third</i>", ""):
            await harness.call("updateMailboxFooter", company, {"footer": footer}, id=number)
            await harness.call("getMailbox", company, id=number)
        await harness.call("updateMailboxFooter", company, {"footer": f"<p>{number}</p>"}, id=number)
        await harness.call("updateMailboxFooter", company, {"footer": 1}, id=number)
    await harness.call("listMailboxes", company)


async def _credentials(harness: Harness, company: CompanyRecord | None) -> None:
    numbers = [await _created(harness, company, APP | {"name": name}) for name in ("First", "Second", "First")]
    numbers.append(await _created(harness, company, APP))
    await harness.call("listMicrosoftCredentials", company)
    one, other, third, last = numbers
    rotated = {"client_secret": "another", "secret_expires_at": "2028-03-31T23:59:59Z"}
    for body in ({"name": "Renamed"}, rotated, {"name": "Both", **rotated}, {}):
        await harness.call("updateMicrosoftCredential", company, body, credential_id=one)
    for half in rotated:
        rejected = {"name": "Never", half: rotated[half]}
        await harness.call("updateMicrosoftCredential", company, rejected, credential_id=other)
    for number in (third, third, 1, last):
        await harness.call("deleteMicrosoftCredential", company, credential_id=number)
        await harness.call("updateMicrosoftCredential", company, {"name": "Deleted"}, credential_id=number)
    # What belongs to another account is not there for this one.
    elsewhere = harness.company(0) if company is not harness.company(0) else harness.company(1)
    foreign = next(iter(elsewhere.account.credentials), 1)
    if foreign not in (company.account if company else harness.agency.account).credentials:
        await harness.call("updateMicrosoftCredential", company, {"name": "Foreign"}, credential_id=foreign)
        await harness.call("deleteMicrosoftCredential", company, credential_id=foreign)
    await harness.call("listMicrosoftCredentials", company)


async def _created(harness: Harness, company: CompanyRecord | None, body: dict[str, Any]) -> Any:
    return found(await harness.call("createMicrosoftCredential", company, body), "credential_id")


async def _microsoft(harness: Harness, company: CompanyRecord | None) -> None:
    account = company.account if company else harness.agency.account
    used, unused, *more = account.credentials
    several = [{"mailbox_email": f"{name}@example.com"} for name in ("one", "fail.two", "three")]
    several[2]["display_name"] = "Third Desk"
    connect = "connectMicrosoftMailboxes"
    await harness.call(connect, company, {"credential_id": used, "accounts": several})
    await harness.call(connect, company, {"credential_id": used, "accounts": [{"mailbox_email": "four@example.com"}]})
    await harness.call(connect, company, {"accounts": several})
    await harness.call(connect, company, {"credential_id": 1, "accounts": several})
    await harness.call("listMailboxes", company)
    await harness.call("deleteMicrosoftCredential", company, credential_id=used)
    for number in (unused, *more):
        await harness.call("deleteMicrosoftCredential", company, credential_id=number)
    await harness.call(connect, company, {"accounts": [{"mailbox_email": "five@example.com"}]})
    expired = await _created(harness, company, APP | {"secret_expires_at": "2020-03-31T23:59:59Z"})
    await harness.call(connect, company, {"accounts": [{"mailbox_email": "six@example.com"}]})
    rotated = {"client_secret": "another", "secret_expires_at": "2020-04-30T23:59:59+02:00"}
    await harness.call("updateMicrosoftCredential", company, rotated, credential_id=used)
    await harness.call(connect, company, {"accounts": [{"mailbox_email": "seven@example.com"}]})
    await harness.call(connect, company, {"credential_id": expired, "accounts": [{"mailbox_email": "e@example.com"}]})
    await harness.call("listMicrosoftCredentials", company)


def found(received: ReceivedResponse, name: str) -> Any:
    """A member of a response; 1, which is nothing's id, if it is missing, which the oracle has reported already."""
    try:
        return received.json[name]
    except (ValueError, KeyError, TypeError):
        return 1
