"""What type checkers say of plain dicts in place of models; it is checked, and never run."""

from __future__ import annotations

from woodpecker_client import Account, Agency, AsyncAgency
from woodpecker_client.models import CompanyCreate, GuestInvite
from woodpecker_client.typed_dicts import CompanyCreateDict, GuestInviteDict


def accepted(agency: Agency, account: Account, models: list[CompanyCreate], dicts: list[CompanyCreateDict]) -> None:
    agency.companies.create(companies=[{"name": "New Client"}])
    agency.companies.create(companies=[{"name": "New Client"}, CompanyCreate(name="Other Client")])
    agency.companies.create(companies=models)
    agency.companies.create(companies=dicts)
    agency.companies.with_raw_response.create(companies=[{"name": "New Client"}])
    guest: GuestInviteDict = {"name": "Eve", "email": "eve@example.com"}
    agency.companies.guests.invite(1, guests=[guest, {**guest, "guest_permissions": ["mailboxes"]}])
    agency.companies.guests.invite(1, guests=[GuestInvite(name="Eve", email="eve@example.com")])
    agency.companies.guests.update_permissions(1, guests=[{"id": 7155, "permissions": []}])
    account.mailboxes.microsoft.connect(accounts=[{"mailbox_email": "team@example.com"}])


async def accepted_in_asyncio(agency: AsyncAgency) -> None:
    await agency.companies.create(companies=[{"name": "New Client"}])


def refused(agency: Agency) -> None:
    agency.companies.create(companies=[{"nmae": "New Client"}])  # type: ignore[list-item]  # pyright: ignore[reportArgumentType]
    agency.companies.create(companies=[{"name": 7}])  # type: ignore[list-item]  # pyright: ignore[reportArgumentType]
    agency.companies.create(companies=[{}])  # type: ignore[list-item]  # pyright: ignore[reportArgumentType]
    agency.companies.create(companies=["New Client"])  # type: ignore[list-item]  # pyright: ignore[reportArgumentType]
    agency.companies.create(companies={"name": "New Client"})  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    one_key_too_many = {"name": "Eve", "email": "eve@example.com", "colour": "blue"}
    agency.companies.guests.invite(1, guests=[one_key_too_many])  # type: ignore[list-item]  # pyright: ignore[reportArgumentType]
