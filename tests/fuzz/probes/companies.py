"""What an agency does with its companies and blacklists, twice over, in part refused, and seen by others."""

from __future__ import annotations

from typing import Any

from woodpecker_mock.world import Company

from .accounts import found
from .bench import Bench, Pairs


async def probe(bench: Bench) -> None:
    await _created(bench)
    for company in (bench.company(0), bench.company(1)):
        await _keys(bench, company)
        await _guests(bench, company)
        await _rest(bench, company)
    await _blacklists(bench)
    await _lists(bench)


async def _created(bench: Bench) -> None:
    taken = bench.company(3).account.name
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
        await bench.call("createCompanies", None, {"companies": [{"name": name} for name in names]})
    for company in list(bench.agency.companies.values())[-2:]:
        for name in ("listCompanyUsers", "listCompanyApiKeys", "listCompanyEmailAccounts", "listMailboxes", "getMe"):
            await bench.call(name, company)
    await bench.call("listCompanies")


async def _keys(bench: Bench, company: Company) -> None:
    """A key is shown to its maker only, and works for its company only, at once."""
    colleague: Pairs = [("x-api-key", bench.agency.keys[1].value)]
    for label in ("crm sync", "second", "crm sync", " "):
        got = await bench.call("createCompanyApiKey", company, {"label": label})
        made: Pairs = [("x-api-key", str(found(got, "api_key")))]
        await bench.call("getMe", headers=made)
        await bench.call("listMailboxes", headers=made)
        await bench.call("listCompanyApiKeys", company, headers=made)
    if bench.kind == "hq":
        await bench.call("createCompanyApiKey", company, {"label": "a colleague's"}, headers=colleague)
        await bench.call("listCompanyApiKeys", company, headers=colleague)
    await bench.call("listCompanyApiKeys", company)


async def _guests(bench: Bench, company: Company) -> None:
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
        await bench.call("inviteGuests", company, {"guests": guests})
    people = {user.email: user.id for user in company.users}
    ann, bob = people.get("ann@example.net", 1), people.get("bob@example.net", 1)
    stranger = bench.company(2).users[-1].id
    for changes in (
        [(ann, []), (bob, ["mailboxes", "reports"])],
        [(ann, ["reports"]), (1, ["mailboxes"])],
        [(bob, []), (company.owner.id, ["mailboxes"])],
        [(bob, []), (stranger, ["mailboxes"])],
        [(bob, ["mailboxes"])],
        [(ann, ["mailboxes"]), (ann, ["reports"])],
    ):
        guests = [{"id": one, "permissions": permissions} for one, permissions in changes]
        await bench.call("updateGuestPermissions", company, {"guests": guests})
        await bench.call("listCompanyUsers", company)
    for role in ("guest", "admin", "owner", "authorized_team_member", "nobody"):
        await bench.call("listCompanyUsers", company, query={"role": role})


async def _rest(bench: Bench, company: Company) -> None:
    await bench.call("listCompanyEmailAccounts", company)
    for type_ in ("ALL", "SOME", "ALL"):
        await bench.call("deleteCompanyProspects", company, {"type": type_})
    links: list[Any] = []
    for zone in ("Europe/Lisbon", "Europe/Lisbon", "Mars/Olympus"):
        got = await bench.call("createLinkedinAccount", company, {"timezone": zone})
        account = found(got, "account_id")
        links.append(found(got, "connect_account_link"))
        for _ in range(2):
            got = await bench.call("generateLinkedinConnectLink", company, account_id=account)
            links.append(found(got, "connect_account_link"))
        await bench.call("generateLinkedinConnectLink", bench.company(2), account_id=account)
    given = [link for link in links if link != 1]
    if len(set(given)) < len(given):
        bench.found("state", "generateLinkedinConnectLink", "a new login link is an old one")


async def _blacklists(bench: Bench) -> None:
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
            await bench.call(add, None, {kind: more})
        await bench.call(listed)
        filter_ = f"{kind[:-1]}_filter"
        for wanted in (entries[1], f"{entries[1]},{entries[4]},{entries[9]}", stem, "nothing", "twice", ""):
            await bench.call(listed, query={filter_: wanted})
        for gone in ([entries[1]], ["not.listed"], [entries[2], entries[3], "not.listed"], [stem], [entries[11]]):
            await bench.call(remove, None, {kind: gone})
            await bench.call(listed)
    colleague: Pairs = [("x-api-key", bench.agency.keys[1].value)]
    other: Pairs = [("x-api-key", bench.world.agencies[1].keys[0].value)]
    if bench.kind == "hq":
        for headers in (colleague, other):
            for name in ("listBlacklistedEmails", "listBlacklistedDomains", "listCompanies", "listDeliverability"):
                await bench.call(name, headers=headers)


async def _lists(bench: Bench) -> None:
    for active in ("true", "false", "1", ""):
        await bench.call("listCompanies", query={"active": active})
    for page in ("0", "-1", "x", "2", "3000000000", "9" * 25):
        for name in ("listCompanies", "listDeliverability", "listBlacklistedEmails"):
            await bench.call(name, query={"page": page})
        await bench.call("listCompanyUsers", bench.company(0), query={"page": page})
    for size in ("0", "50", "51", "1000", "1001", "x"):
        for name in ("listDeliverability", "listBlacklistedEmails", "listBlacklistedDomains"):
            await bench.call(name, query={"per_page": size})
    today = bench.clock.now.date()
    days = [{"from": str(today.replace(day=1))}, {"to": str(today)}, {"from": "2020-01-01", "to": "2020-01-31"}]
    days += [{"from": str(today), "to": str(today)}, {"from": "2020-02-01", "to": "2020-01-31"}, {"from": "2020-02-30"}]
    for query in days:
        await bench.call("listDeliverability", query=query)
