"""What an agency does with its companies and blacklists, twice over, in part rejected, and seen by others."""

from __future__ import annotations

from typing import Any

from woodpecker_mock.world import CompanyRecord

from .accounts import found
from .harness import Harness, HeaderList


async def probe(harness: Harness) -> None:
    await _created(harness)
    for company in (harness.company(0), harness.company(1)):
        await _keys(harness, company)
        await _guests(harness, company)
        await _rest(harness, company)
    await _blacklists(harness)
    await _lists(harness)


async def _created(harness: Harness) -> None:
    taken = harness.company(3).account.name
    for names in (
        ["New One", "New Two", "New Three"],
        ["New Four", taken],
        [taken, "New Four"],
        ["New Four", "New Five", taken, "New Six"],
        ["New Four", "New Four"],
        ["new one", "New  One"],
        [f"Ten {index}" for index in range(10)],
        [f"Eleven {index}" for index in range(11)],
        [],
        ["  "],
    ):
        await harness.call("createCompanies", None, {"companies": [{"name": name} for name in names]})
    for company in list(harness.agency.companies.values())[-2:]:
        for name in ("listCompanyUsers", "listCompanyApiKeys", "listCompanyEmailAccounts", "listMailboxes", "getMe"):
            await harness.call(name, company)
    await harness.call("listCompanies")


async def _keys(harness: Harness, company: CompanyRecord) -> None:
    """A key is shown to its maker only, and works for its company only, at once."""
    colleague: HeaderList = [("x-api-key", harness.agency.keys[1].value)]
    for label in ("crm sync", "second", "crm sync", " "):
        received = await harness.call("createCompanyApiKey", company, {"label": label})
        made: HeaderList = [("x-api-key", str(found(received, "api_key")))]
        await harness.call("getMe", headers=made)
        await harness.call("listMailboxes", headers=made)
        await harness.call("listCompanyApiKeys", company, headers=made)
    if harness.kind == "hq":
        await harness.call("createCompanyApiKey", company, {"label": "a colleague's"}, headers=colleague)
        await harness.call("listCompanyApiKeys", company, headers=colleague)
    await harness.call("listCompanyApiKeys", company)


async def _guests(harness: Harness, company: CompanyRecord) -> None:
    def guest(name: str, permissions: Any = None) -> dict[str, Any]:
        return {"name": name.title(), "email": f"{name}@example.net", "guest_permissions": permissions}

    plain = {"name": "Plain", "email": "plain@example.net"}
    for guests in (
        [guest("ann", ["mailboxes"]), guest("bob", []), guest("cid"), plain],
        [guest("ann"), guest("dan", ["mailboxes"])],
        [{**guest("bob", ["mailboxes"]), "name": "Another Name"}],
        [guest("eve", ["mailboxes"]), guest("eve")],
        [guest("fay"), {"name": " ", "email": "gus@example.net"}],
        [guest("fay"), {"name": "Gus", "email": "no address"}],
        [guest(f"many{index}") for index in range(11)],
    ):
        await harness.call("inviteGuests", company, {"guests": guests})
    await harness.call("listCompanyUsers", company)
    invited = next((user.id for user in company.users if not user.accepted), 1)
    pending = {"guests": [{"id": invited, "permissions": []}]}
    await harness.call("updateGuestPermissions", company, pending)
    harness.world.accept_invitations()
    people = {user.email: user.id for user in company.users}
    ann, bob = people.get("ann@example.net", 1), people.get("bob@example.net", 1)
    foreign_user = harness.company(2).users[-1].id
    for changes in (
        [(ann, []), (bob, ["mailboxes", "reports"])],
        [(ann, ["reports"]), (1, ["mailboxes"])],
        [(bob, []), (company.owner.id, ["mailboxes"])],
        [(bob, []), (foreign_user, ["mailboxes"])],
        [(bob, ["mailboxes"])],
        [(ann, ["mailboxes"]), (ann, ["reports"])],
    ):
        guests = [{"id": one, "permissions": permissions} for one, permissions in changes]
        await harness.call("updateGuestPermissions", company, {"guests": guests})
        await harness.call("listCompanyUsers", company)
    for role in ("guest", "admin", "owner", "authorized_team_member", "nobody"):
        await harness.call("listCompanyUsers", company, query={"role": role})


async def _rest(harness: Harness, company: CompanyRecord) -> None:
    await harness.call("listCompanyEmailAccounts", company)
    for type_ in ("ALL", "SOME", "ALL"):
        await harness.call("deleteCompanyProspects", company, {"type": type_})
    links: list[Any] = []
    for zone in ("Europe/Lisbon", "Europe/Lisbon", "Mars/Olympus", "Portugal", "UTC", "Etc/UTC"):
        received = await harness.call("createLinkedinAccount", company, {"timezone": zone})
        account = found(received, "account_id")
        links.append(found(received, "connect_account_link"))
        for _ in range(2):
            received = await harness.call("generateLinkedinConnectLink", company, account_id=account)
            links.append(found(received, "connect_account_link"))
        await harness.call("generateLinkedinConnectLink", harness.company(2), account_id=account)
    given = [link for link in links if link != 1]
    if len(set(given)) < len(given):
        harness.found("state", "generateLinkedinConnectLink", "a new login link is an old one")


async def _blacklists(harness: Harness) -> None:
    for kind, name in (("emails", "Emails"), ("domains", "Domains")):
        stem = "stop" if kind == "emails" else "example"
        add, remove, listed = f"addBlacklisted{name}", f"removeBlacklisted{name}", f"listBlacklisted{name}"
        entries = [f"{stem}.{index}" for index in range(12)]
        for more in (
            entries[:3],
            entries[2:6],
            ["twice", "twice"],
            entries[6:],
            [f"many{index}" for index in range(501)],
            [],
        ):
            await harness.call(add, None, {kind: more})
        await harness.call(listed)
        filter_ = f"{kind[:-1]}_filter"
        for wanted in (entries[1], f"{entries[1]},{entries[4]},{entries[9]}", stem, "nothing", "twice", ""):
            await harness.call(listed, query={filter_: wanted})
        for removed in ([entries[1]], ["not.listed"], [entries[2], entries[3], "not.listed"], [stem], [entries[11]]):
            await harness.call(remove, None, {kind: removed})
            await harness.call(listed)
    colleague: HeaderList = [("x-api-key", harness.agency.keys[1].value)]
    other: HeaderList = [("x-api-key", harness.world.agencies[1].keys[0].value)]
    if harness.kind == "hq":
        for headers in (colleague, other):
            for name in ("listBlacklistedEmails", "listBlacklistedDomains", "listCompanies", "listDeliverability"):
                await harness.call(name, headers=headers)


async def _lists(harness: Harness) -> None:
    for active in ("true", "false", "1", ""):
        await harness.call("listCompanies", query={"active": active})
    for page in ("0", "-1", "x", "2", "3000000000", "9" * 25):
        for name in ("listCompanies", "listDeliverability", "listBlacklistedEmails"):
            await harness.call(name, query={"page": page})
        await harness.call("listCompanyUsers", harness.company(0), query={"page": page})
    for size in ("0", "50", "51", "1000", "1001", "x"):
        for name in ("listDeliverability", "listBlacklistedEmails", "listBlacklistedDomains"):
            await harness.call(name, query={"per_page": size})
    today = harness.clock.now.date()
    days = [{"from": str(today.replace(day=1))}, {"to": str(today)}, {"from": "2020-01-01", "to": "2020-01-31"}]
    days += [{"from": str(today), "to": str(today)}, {"from": "2020-02-01", "to": "2020-01-31"}, {"from": "2020-02-30"}]
    for query in days:
        await harness.call("listDeliverability", query=query)
