"""The worlds that the mock can start with: sample agencies, with the same ids and keys in every run."""

from __future__ import annotations

from .accounts import Access, AgencyRecord, ApiKey, User
from .mailbox_pair import mailbox_pair
from .sample_data import sample_agency
from .world import World

_CLIENTS = [
    "Quillby Foods", "Lantern Row Books", "Ångström Optik", "Café Zürich", "Nordlys Energi", "Harbor & Pine",
    "Tessellate Labs", "Ostrava Steel", "Blue Fern Travel", "Mirador Legal", "Penny Lane Audio", "São Bento Vinhos",
    "Copper Kettle Tea", "Wren Analytics",
]  # fmt: skip
_INACTIVE = {"Ostrava Steel", "Copper Kettle Tea"}


def default_world() -> World:
    """Two healthy agencies, three that are rejected because of their plan, and one with a key of a team member."""
    world = World()
    _as_in_the_spec(add_agency(world, "Blue Heron Agency", _CLIENTS, _INACTIVE))
    add_agency(world, "Second Wind Outreach", ["Juniper Dental", "Kestrel Drones", "Lark Media"])
    add_agency(world, "No Addon GmbH", ["Mole Hill"], access="no_api_addon")
    add_agency(world, "Small Plan Ltd", ["Newt Gardens"], access="plan_too_low")
    add_agency(world, "Plain Account Inc", ["Otter Print"], access="no_agency_addon")
    _with_a_team_member(world, add_agency(world, "Shared Desk Agency", ["Plum Press", "Quay Tools"]))
    return world


def big_world(companies: int) -> World:
    """One agency with this many active clients, each with a key and one or two mailboxes.

    Raises:
        ValueError: fewer than one.
    """
    if companies < 1:
        raise ValueError(f"companies must be 1 or more, not {companies}")
    world = World()
    digits = len(str(companies))
    clients = [f"Client {number:0{digits}}" for number in range(1, companies + 1)]
    add_agency(world, "Big Agency", clients, most_mailboxes=2)
    return world


def add_agency(
    world: World,
    name: str,
    clients: list[str],
    inactive: set[str] | None = None,
    access: Access = "full",
    most_mailboxes: int = 3,
) -> AgencyRecord:
    """An agency with these clients, each with people, a key, and one to `most_mailboxes` mailboxes of its own."""
    agency = sample_agency(world.ids, world.today(), name, clients, access=access, most_mailboxes=most_mailboxes)
    for company in agency.companies.values():
        company.active = company.account.name not in (inactive or set())
    world.agencies.append(agency)
    return agency


def _with_a_team_member(world: World, agency: AgencyRecord) -> None:
    """Give a key to somebody who is no admin and has access to the first company only, where two mailboxes share one
    for receiving."""
    member = User(
        world.new_id(), "Member Three", "member.three@shareddeskagency.example.com", ["authorized_team_member"]
    )
    agency.keys[1] = ApiKey(world.new_key(), member)
    company, _ = agency.companies.values()
    company.users.append(member)
    receiving = next(one for one in company.account.mailboxes.values() if one["type"] == "IMAP")
    sending, _ = mailbox_pair(world.new_id, "alias@client1.example.com", "Exchange", {})
    sending["details"]["imap_id"] = receiving["id"]
    company.account.mailboxes[sending["id"]] = sending


def _as_in_the_spec(agency: AgencyRecord) -> None:
    """Give the first company the ids of the spec's examples, so that each example can be sent unchanged."""
    company, *other_companies = agency.companies.values()
    company.account.id = 880101
    company.users[-1].id = 7155
    company.linkedin[6203] = 1
    sending, receiving, *others = company.account.mailboxes.values()
    sending["id"], receiving["id"] = 51001, 51002
    sending["details"]["imap_id"] = receiving["id"]
    company.account.mailboxes = {one["id"]: one for one in (sending, receiving, *others)}
    for account in (agency.account, company.account):
        account.credentials[9001] = {
            "credential_id": 9001,
            "tenant_id": "11111111-2222-4333-8444-555555555555",
            "client_id": "66666666-7777-4888-9999-000000000000",
            "secret_expires_at": "2027-03-31T23:59:59Z",
            "name": "Graph app, staging",
        }
    agency.companies = {one.id: one for one in (company, *other_companies)}
