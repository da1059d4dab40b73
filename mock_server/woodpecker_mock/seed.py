"""The world that the mock starts with: made-up agencies, the same in every run."""

from __future__ import annotations

from typing import Any, Literal

from .accounts import Account, Agency, ApiKey, Company, User
from .handlers.mailboxes import add_pair
from .world import World

_CLIENTS = [
    "Quillby Foods", "Lantern Row Books", "Ångström Optik", "Café Zürich", "Nordlys Energi", "Harbor & Pine",
    "Tessellate Labs", "Ostrava Steel", "Blue Fern Travel", "Mirador Legal", "Penny Lane Audio", "São Bento Vinhos",
    "Copper Kettle Tea", "Wren Analytics",
]  # fmt: skip
_INACTIVE = {"Ostrava Steel", "Copper Kettle Tea"}
_PROVIDERS = ("GOOGLE", "MAILGUN", "CUSTOM")
_ERRORS = (None, None, None, "Connected conditionally.", None, "Authentication failed.")
_FREEZE = [{"from": "2025-12-24T00:00:00+0100", "to": "2025-12-26T23:59:59+0100"}]


def default_world() -> World:
    """Two healthy agencies, and three that are refused for what they have not paid for."""
    world = World()
    _as_in_the_spec(add_agency(world, "Blue Heron Agency", _CLIENTS, _INACTIVE))
    add_agency(world, "Second Wind Outreach", ["Juniper Dental", "Kestrel Drones", "Lark Media"])
    add_agency(world, "No Addon GmbH", ["Mole Hill"], access="no_api_addon")
    add_agency(world, "Small Plan Ltd", ["Newt Gardens"], access="plan_too_low")
    add_agency(world, "Plain Account Inc", ["Otter Print"], access="no_agency_addon")
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
    add_agency(
        world, "Big Agency", [f"Client {number:0{digits}}" for number in range(1, companies + 1)], most_mailboxes=2
    )
    return world


def add_agency(
    world: World,
    name: str,
    clients: list[str],
    inactive: set[str] | None = None,
    access: Literal["full", "no_api_addon", "plan_too_low", "no_agency_addon"] = "full",
    most_mailboxes: int = 3,
) -> Agency:
    """An agency with these clients, each with people, a key, and one to `most_mailboxes` mailboxes of its own."""
    slug = "".join(letter for letter in name.lower() if letter.isascii() and letter.isalnum())
    owner = User(world.new_id(), "Owner One", f"owner.one@{slug}.example.com", ["admin", "owner"])
    second = User(world.new_id(), "Colleague Two", f"colleague.two@{slug}.example.com")
    account = Account(world.new_id(), name)
    add_pair(world, account, f"hello@{slug}.example.com", "GOOGLE", {"sent_today": 3})
    keys = [ApiKey(world.new_key(), owner), ApiKey(world.new_key(), second)]
    agency = Agency(account, keys, access)
    agency.emails += [f"stop{number}@example.com" for number in range(1, 4)]
    agency.domains += ["example.org"]
    for number, client in enumerate(clients):
        company = _company(world, owner, second, number, client, most_mailboxes)
        company.active = client not in (inactive or set())
        agency.companies[company.id] = company
    world.agencies.append(agency)
    return agency


def _as_in_the_spec(agency: Agency) -> None:
    """Give the first company the ids of the spec's examples, so that each example can be sent as it stands."""
    company, *others = agency.companies.values()
    company.account.id = 880101
    company.users[-1].id = 7155
    company.linkedin[6203] = 1
    for account in (agency.account, company.account):
        account.credentials[9001] = {
            "credential_id": 9001,
            "tenant_id": "11111111-2222-4333-8444-555555555555",
            "client_id": "66666666-7777-4888-9999-000000000000",
            "secret_expires_at": "2027-03-31T23:59:59Z",
            "name": "Graph app, staging",
        }
    agency.companies = {one.id: one for one in (company, *others)}


def _company(world: World, owner: User, second: User, number: int, name: str, most_mailboxes: int) -> Company:
    account = Account(world.new_id(), name)
    guest = User(world.new_id(), "Guest Two", f"guest.{number}@example.com", ["guest"], ["mailboxes"])
    company = Company(
        account, owner, running_campaigns=number % 4, prospects=100 * (number + 1), users=[owner, second, guest]
    )
    company.keys.append(ApiKey(world.new_key(), owner))
    for index in range(1 + number % most_mailboxes):
        turn = number + index
        settings: dict[str, Any] = {
            "daily_sending_limit": 40 + 10 * (turn % 5),
            "sent_today": 7 * turn % 40,
            "warmup": "RUNNING" if turn % 2 else "PAUSED",
            "freeze_account": _FREEZE if turn % 4 == 3 else [],
        }
        email = f"outreach{index + 1}@client{number + 1}.example.com"
        add_pair(world, account, email, _PROVIDERS[turn % 3], settings, _ERRORS[turn % 6])
    if number % 5 != 4:
        company.figures = {
            figure: {"current_period": 400 // share + number, "previous_period": 380 // share + number}
            for figure, share in (
                ("emails_sent", 1), ("delivered_emails", 1), ("views", 2), ("replies", 20), ("bounces", 40)
            )
        }  # fmt: skip
    return company
