"""A walk through everything the mock does: each operation and its refusals, each kind of key, pages, and crowds.

What comes back is the same in every run, so that two walks can be compared, step by step.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable
from datetime import UTC, datetime
from typing import Any, NamedTuple

import httpx
from starlette.applications import Starlette
from woodpecker_mock import Limits, create_app
from woodpecker_mock.api import Mock
from woodpecker_mock.seed import default_world

COMPANIES, MAILBOXES = "/v2/agency/companies", "/v2/mailboxes"
BULK, MICROSOFT = f"{MAILBOXES}/manual_connection/bulk", f"{MAILBOXES}/microsoft"
EMAILS, DOMAINS = "/v2/agency/blacklist/emails", "/v2/agency/blacklist/domains"
CREDENTIAL = {
    "tenant_id": "11111111-2222-4333-8444-555555555555",
    "client_id": "66666666-7777-4888-9999-000000000000",
    "client_secret": "canary-secret",
    "secret_expires_at": "2027-03-31T23:59:59Z",
}
NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)


class Step(NamedTuple):
    """A request, and what it was answered."""

    request: str
    status: int
    headers: tuple[tuple[str, str], ...]
    body: bytes


def mailbox(email: str, **more: Any) -> dict[str, Any]:
    half = {"email": email, "password": "canary", "server": "mail.example.com", "port": 465}
    return {f"{side}_{name}": value for side in ("smtp", "imap") for name, value in half.items()} | more


def app_for_a_tour(deviations: Iterable[str] = ()) -> Starlette:
    """A mock in which time stands still."""
    return create_app(default_world(), limits=Limits(wait=1.0), deviations=deviations)


async def tour(app: Starlette) -> AsyncIterator[Step]:
    transport = httpx.ASGITransport(app=app)
    async with httpx.AsyncClient(transport=transport, base_url="http://mock/rest") as client:
        guest = Guest(client, app.state.mock)
        for scene in (policy, keys, pages, people, mailboxes, microsoft, mistakes, crowds):
            async for step in scene(guest):
                yield step


class Guest:
    """Who walks: the keys and companies of the seeded world, and the way to send."""

    def __init__(self, client: httpx.AsyncClient, mock: Mock) -> None:
        mock.world.clock = lambda: NOON
        self.mock = mock
        self.agency, self.other, self.no_api, self.low_plan, self.no_add_on = mock.world.agencies
        self.hq, self.colleague = (key.value for key in self.agency.keys)
        # The first has the ids of the spec's examples; the third has accented letters in its name.
        self.first, _, self.company, *_ = self.agency.companies.values()
        self.inactive = next(one for one in self.agency.companies.values() if not one.active)
        self.foreign = next(iter(self.other.companies.values()))
        self.client = self.company.keys[0].value
        self._client = client

    async def send(self, method: str, path: str, key: str | None = None, company: object = None, **rest: Any) -> Step:
        headers = [*rest.pop("headers", [])]
        headers += [] if key is None else [("x-api-key", key)]
        headers += [] if company is None else [("x-company-id", str(company))]
        answer = await self._client.request(method, path, headers=headers, **rest)
        shown = (f"{method} {path}", answer.status_code, tuple(sorted(answer.headers.items())), answer.content)
        return Step(*shown)

    async def get(self, path: str, company: object = None) -> Step:
        return await self.send("GET", path, self.hq, company)

    async def put(self, method: str, path: str, json: Any, company: object = None) -> Step:
        return await self.send(method, path, self.hq, company, json=json)


async def policy(guest: Guest) -> AsyncIterator[Step]:
    contexts = [
        None, "abc", "0", guest.company.id, -guest.company.id, guest.inactive.id, guest.foreign.id, 2**63,
    ]  # fmt: skip
    for key in (guest.hq, guest.client):
        for context in contexts:
            yield await guest.send("GET", "/v1/me", key, context)
        yield await guest.send("GET", COMPANIES, key)
        yield await guest.send("GET", COMPANIES, key, guest.company.id)
    for company in (guest.foreign.id, 5):
        yield await guest.get(f"{COMPANIES}/{company}/users")
    yield await guest.send("GET", COMPANIES, guest.no_add_on.keys[0].value)
    yield await guest.get("/v2/nothing")
    yield await guest.send("PUT", COMPANIES, guest.hq)


async def keys(guest: Guest) -> AsyncIterator[Step]:
    for key in (None, "", "100.nobody", guest.hq.upper(), guest.hq[:-1] + "x"):
        yield await guest.send("GET", "/v1/me", key)
    for agency in (guest.no_api, guest.low_plan):
        yield await guest.send("GET", "/v1/me", agency.keys[0].value)
    yield await guest.send("GET", "/v1/me", guest.hq, headers=[("x-api-key", guest.client)])
    path = f"{COMPANIES}/{guest.company.id}/api_keys"
    made = await guest.put("POST", path, {"label": "für das CRM"})
    yield made
    yield await guest.send("GET", "/v1/me", guest.company.keys[-1].value)
    for key in (guest.hq, guest.colleague):
        yield await guest.send("GET", path, key)


async def pages(guest: Guest) -> AsyncIterator[Step]:
    for path in (EMAILS, DOMAINS):
        kind = path.rpartition("/")[2]
        for entries in (["a@example.com", "a@example.com.pl", "b@example.com"], ["a@example.com"]):
            yield await guest.put("POST", path, {kind: entries})
            yield await guest.get(path)
        for query in ("per_page=2&page=2", "page=9", "per_page=2&page=3"):
            yield await guest.get(f"{path}?{query}")
        for wanted in ("b@example.com", "b@example.com,a@example.com", "B@example.com"):
            yield await guest.get(f"{path}?{kind[:-1]}_filter={wanted}")
        yield await guest.put("DELETE", path, {kind: ["a@example.com"]})
        yield await guest.get(path)
    for number in range(1, 14):
        yield await guest.get(f"/v2/agency/deliverability?per_page=1&page={number}")
    for query in ("per_page=50", "per_page=5&page=2", "per_page=5&page=3", "page=2"):
        yield await guest.get(f"/v2/agency/deliverability?{query}")
    for query in ("", "?active=true", "?active=false", "?page=2", "?page=0", "?page=abc"):
        yield await guest.get(COMPANIES + query)
    yield await guest.get("/v2/agency/deliverability?per_page=51")


async def people(guest: Guest) -> AsyncIterator[Step]:
    for names in (["Ærø Bryg", "Second"], ["Third", "Ærø Bryg"], ["Fourth", "Fourth"], [], ["x"] * 11, [" "]):
        yield await guest.put("POST", COMPANIES, {"companies": [{"name": name} for name in names]})
        yield await guest.get(COMPANIES)
    yield await guest.get(f"{COMPANIES}/{list(guest.agency.companies)[-1]}/api_keys")
    path = f"{COMPANIES}/{guest.company.id}"
    for name in ("New Guest", "Another Name"):
        guests = [{"name": name, "email": "new.guest@example.com", "guest_permissions": ["mailboxes"]}]
        yield await guest.put("POST", f"{path}/invite_guest", {"guests": guests})
        yield await guest.get(f"{path}/users?role=guest")
    known = [one.id for one in guest.company.users if "guest" in one.roles]
    for ids in (known, [known[0], 5]):
        permissions: list[str] = [] if 5 not in ids else ["mailboxes"]
        changes = [{"id": one, "permissions": permissions} for one in ids]
        yield await guest.put("PUT", f"{path}/guests/permissions", {"guests": changes})
        yield await guest.get(f"{path}/users")
    for _ in range(2):
        yield await guest.put("POST", f"{path}/prospects/delete", {"type": "ALL"})
    yield await guest.put("POST", f"{path}/linkedin_accounts", {"timezone": "Europe/Lisbon"})
    yield await guest.get(f"{path}/email_accounts")


async def mailboxes(guest: Guest) -> AsyncIterator[Step]:
    path = f"{MAILBOXES}/{next(iter(guest.company.account.mailboxes))}"
    for footer in ("<b>Grüße</b>", None):
        yield await guest.put("PATCH", path, {"footer": footer}, guest.company.id)
        yield await guest.get(path, guest.company.id)
        yield await guest.get(MAILBOXES, guest.company.id)
    batch = {"mailboxes": [mailbox("one@example.com"), mailbox("two@example.com")]}
    yield await guest.put("POST", BULK, batch, guest.company.id)
    yield await guest.put("POST", BULK, batch, guest.company.id)
    batches = guest.company.account.batches
    yield await guest.get(f"{BULK}/{next(iter(batches), 5)}/summary", guest.company.id)
    reversed_ = mailbox("three@example.com", sending_wait_time_from=50, sending_wait_time_to=40)
    yield await guest.put("POST", BULK, {"mailboxes": [reversed_]}, guest.company.id)


async def microsoft(guest: Guest) -> AsyncIterator[Step]:
    home, context = f"{MICROSOFT}/credentials", guest.company.id
    yield await guest.get(home, context)
    for name in ("One", "Two"):
        yield await guest.put("POST", home, {**CREDENTIAL, "name": name}, context)
        yield await guest.get(home, context)
    numbers = list(guest.company.account.credentials) or [5]
    for change in ({"name": "Drei"}, {"name": "Four", "client_secret": "canary"}):
        yield await guest.put("PATCH", f"{home}/{numbers[0]}", change, context)
        yield await guest.get(home, context)
    accounts = [{"mailbox_email": "team@example.com"}]
    connecting = {"credential_id": numbers[-1], "accounts": accounts}
    yield await guest.put("POST", f"{MICROSOFT}/bulk", connecting, context)
    later = {**CREDENTIAL, "secret_expires_at": "2027-03-31T23:59:59+02:00"}
    yield await guest.put("POST", home, later, context)
    for number in (*numbers, 2**40):
        yield await guest.send("DELETE", f"{home}/{number}", guest.hq, context)
        yield await guest.get(home, context)


async def mistakes(guest: Guest) -> AsyncIterator[Step]:
    path = f"{COMPANIES}/{guest.company.id}/api_keys"
    yield await guest.send("POST", path, guest.hq, content=b'{"label": "x"}', headers=[("content-type", "text/plain")])
    yield await guest.put("POST", path, {})
    yield await guest.put("POST", path, {"label": ""})
    yield await guest.put("POST", path, {"label": "x", "colour": "blue"})
    typed = [("content-type", "application/json; charset=utf-8")]
    yield await guest.send("POST", path, guest.hq, content=b'{"label": "x"}', headers=typed)
    for label in ("\N{HERB}", "u\N{COMBINING DIAERESIS}", " blank ", "x" * 300):
        yield await guest.put("POST", path, {"label": label})
    yield await guest.get(path)
    guests = [{"name": "Nobody", "email": "nobody@example.com", "guest_permissions": None}]
    yield await guest.put("POST", f"{COMPANIES}/{guest.company.id}/invite_guest", {"guests": guests})
    yield await guest.get(f"{MAILBOXES}/5")


async def crowds(guest: Guest) -> AsyncIterator[Step]:
    """Many requests at once; the answers to the same request in the order in which they came back."""
    guest.mock.settings.latency = 0.004
    one, two = guest.first.id, guest.company.id

    def labelled(number: int) -> Callable[[], Awaitable[Step]]:
        return lambda: guest.put("POST", f"{COMPANIES}/{one}/api_keys", {"label": f"key {number}"})

    def looking(key: str, company: int) -> Callable[[], Awaitable[Step]]:
        return lambda: guest.send("GET", f"{MAILBOXES}?{company}", key, company)

    for crowd in (
        [labelled(number) for number in range(9)],
        [looking(key, one) for key in (guest.hq, guest.colleague) for _ in range(5)],
        [looking(guest.hq, company) for company in (one, two) for _ in range(6)],
    ):
        came: list[Step] = []
        await asyncio.gather(*(_noted(ask, came) for ask in crowd))
        for step in sorted(came, key=lambda step: step.request):
            yield step
    yield await guest.get(f"{COMPANIES}/{one}/api_keys")
    leaving = asyncio.create_task(guest.get("/v1/me"))
    await asyncio.sleep(0.001)
    leaving.cancel()
    yield await guest.get("/v1/me")


async def _noted(ask: Callable[[], Awaitable[Step]], came: list[Step]) -> None:
    came.append(await ask())
