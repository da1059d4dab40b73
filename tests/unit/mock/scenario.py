"""A scenario with everything the mock does: each operation and its errors, each kind of key, pages, and concurrency.

The responses are the same in every run, so that two runs can be compared, step by step.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable
from datetime import UTC, datetime
from typing import Any, NamedTuple

import httpx
from starlette.applications import Starlette
from woodpecker_mock import Limits, create_app
from woodpecker_mock.api.mock import Mock
from woodpecker_mock.world.sample_worlds import default_world

COMPANIES, MAILBOXES = "/v2/agency/companies", "/v2/mailboxes"
BULK, MICROSOFT = f"{MAILBOXES}/manual_connection/bulk", f"{MAILBOXES}/microsoft"
EMAILS, DOMAINS = "/v2/agency/blacklist/emails", "/v2/agency/blacklist/domains"
CREDENTIAL = {
    "tenant_id": "11111111-2222-4333-8444-555555555555",
    "client_id": "66666666-7777-4888-9999-000000000000",
    "client_secret": "canary-secret",
    "secret_expires_at": "2027-03-31T23:59:59Z",
}
EXPIRED = {"client_secret": "canary-secret", "secret_expires_at": "2026-03-02T11:59:59Z"}
NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)


class Step(NamedTuple):
    """A request and its response."""

    request: str
    status: int
    headers: tuple[tuple[str, str], ...]
    body: bytes


def mailbox(email: str, **more: Any) -> dict[str, Any]:
    half = {"email": email, "password": "canary", "server": "mail.example.com", "port": 465}
    return {f"{side}_{name}": value for side in ("smtp", "imap") for name, value in half.items()} | more


def scenario_app(mutants: Iterable[str] = ()) -> Starlette:
    """A mock in which no time passes."""
    return create_app(default_world(), limits=Limits(wait=1.0), mutants=mutants)


async def run_scenario(app: Starlette) -> AsyncIterator[Step]:
    transport = httpx.ASGITransport(app=app)
    async with httpx.AsyncClient(transport=transport, base_url="http://mock/rest") as http_client:
        client = ScenarioClient(http_client, app.state.mock)
        for part in (policy, keys, pages, people, mailboxes, microsoft, mistakes, concurrent_requests):
            async for step in part(client):
                yield step


class ScenarioClient:
    """The keys and companies of the seeded world, and a client to send with."""

    def __init__(self, http_client: httpx.AsyncClient, mock: Mock) -> None:
        mock.world.clock = lambda: NOON
        self.mock = mock
        self.agency, self.other, self.no_api, self.low_plan, self.no_add_on, self.shared = mock.world.agencies
        self.hq, self.colleague = (key.value for key in self.agency.keys)
        # The first has the ids of the spec's examples; the third has accented letters in its name.
        self.first, _, self.company, *_ = self.agency.companies.values()
        self.inactive = next(one for one in self.agency.companies.values() if not one.active)
        self.foreign = next(iter(self.other.companies.values()))
        self.client_key = self.company.keys[0].value
        self._http_client = http_client

    async def send(self, method: str, path: str, key: str | None = None, company: object = None, **rest: Any) -> Step:
        headers = [*rest.pop("headers", [])]
        headers += [] if key is None else [("x-api-key", key)]
        headers += [] if company is None else [("x-company-id", str(company))]
        response = await self._http_client.request(method, path, headers=headers, **rest)
        shown = (f"{method} {path}", response.status_code, tuple(sorted(response.headers.items())), response.content)
        return Step(*shown)

    async def get(self, path: str, company: object = None) -> Step:
        return await self.send("GET", path, self.hq, company)

    async def put(self, method: str, path: str, json: Any, company: object = None) -> Step:
        return await self.send(method, path, self.hq, company, json=json)


async def policy(client: ScenarioClient) -> AsyncIterator[Step]:
    contexts = [
        None, "abc", "0", client.company.id, -client.company.id, client.inactive.id, client.foreign.id, 2**63,
    ]  # fmt: skip
    for key in (client.hq, client.client_key):
        for context in contexts:
            yield await client.send("GET", "/v1/me", key, context)
        yield await client.send("GET", COMPANIES, key)
        yield await client.send("GET", COMPANIES, key, client.company.id)
    for company in (client.foreign.id, 5):
        yield await client.get(f"{COMPANIES}/{company}/users")
    yield await client.send("GET", COMPANIES, client.no_add_on.keys[0].value)
    member = client.shared.keys[1].value
    for path in (COMPANIES, f"{COMPANIES}/{next(iter(client.shared.companies))}/email_accounts"):
        yield await client.send("GET", path, member)
    for company in client.shared.companies:
        yield await client.send("GET", MAILBOXES, member, company)
    for path in ("/v2/nothing", "/v1/nothing", "/v2/users"):
        yield await client.get(path)
        yield await client.send("GET", path)
    yield await client.send("PUT", COMPANIES, client.hq)


async def keys(client: ScenarioClient) -> AsyncIterator[Step]:
    for key in (None, "", "100.nobody", client.hq.upper(), client.hq[:-1] + "x"):
        yield await client.send("GET", "/v1/me", key)
    for agency in (client.no_api, client.low_plan):
        yield await client.send("GET", "/v1/me", agency.keys[0].value)
    yield await client.send("GET", "/v1/me", client.hq, headers=[("x-api-key", client.client_key)])
    path = f"{COMPANIES}/{client.company.id}/api_keys"
    made = await client.put("POST", path, {"label": "für das CRM"})
    yield made
    yield await client.send("GET", "/v1/me", client.company.keys[-1].value)
    for key in (client.hq, client.colleague):
        yield await client.send("GET", path, key)


async def pages(client: ScenarioClient) -> AsyncIterator[Step]:
    for path in (EMAILS, DOMAINS):
        kind = path.rpartition("/")[2]
        for entries in (["a@example.com", "a@example.com.pl", "b@example.com"], ["a@example.com"]):
            yield await client.put("POST", path, {kind: entries})
            yield await client.get(path)
        for query in ("per_page=2&page=2", "page=9", "per_page=2&page=3"):
            yield await client.get(f"{path}?{query}")
        for wanted in ("b@example.com", "b@example.com,a@example.com", "B@example.com"):
            yield await client.get(f"{path}?{kind[:-1]}_filter={wanted}")
        yield await client.put("DELETE", path, {kind: ["a@example.com"]})
        yield await client.get(path)
    for number in range(1, 14):
        yield await client.get(f"/v2/agency/deliverability?per_page=1&page={number}")
    for query in ("per_page=50", "per_page=5&page=2", "per_page=5&page=3", "page=2"):
        yield await client.get(f"/v2/agency/deliverability?{query}")
    for query in ("", "?active=true", "?active=false", "?page=2", "?page=0", "?page=abc"):
        yield await client.get(COMPANIES + query)
    yield await client.get("/v2/agency/deliverability?per_page=51")


async def people(client: ScenarioClient) -> AsyncIterator[Step]:
    for names in (["Ærø Bryg", "Second"], ["Third", "Ærø Bryg"], ["Fourth", "Fourth"], [], ["x"] * 11, [" "]):
        yield await client.put("POST", COMPANIES, {"companies": [{"name": name} for name in names]})
        yield await client.get(COMPANIES)
    yield await client.get(f"{COMPANIES}/{list(client.agency.companies)[-1]}/api_keys")
    path = f"{COMPANIES}/{client.company.id}"
    for name in ("New ScenarioClient", "Another Name"):
        guests = [{"name": name, "email": "new.guest@example.com", "guest_permissions": ["mailboxes"]}]
        yield await client.put("POST", f"{path}/invite_guest", {"guests": guests})
        yield await client.get(f"{path}/users?role=guest")
    client.mock.world.accept_invitations()
    known = [one.id for one in client.company.users if "guest" in one.roles]
    for ids in (known, [known[0], 5]):
        permissions: list[str] = [] if 5 not in ids else ["mailboxes"]
        changes = [{"id": one, "permissions": permissions} for one in ids]
        yield await client.put("PUT", f"{path}/guests/permissions", {"guests": changes})
        yield await client.get(f"{path}/users")
    for _ in range(2):
        yield await client.put("POST", f"{path}/prospects/delete", {"type": "ALL"})
    for zone in ("Europe/Lisbon", "Portugal"):
        yield await client.put("POST", f"{path}/linkedin_accounts", {"timezone": zone})
    yield await client.get(f"{path}/email_accounts")


async def mailboxes(client: ScenarioClient) -> AsyncIterator[Step]:
    path = f"{MAILBOXES}/{next(iter(client.company.account.mailboxes))}"
    for footer in ("<b>Grüße</b>", None):
        yield await client.put("PATCH", path, {"footer": footer}, client.company.id)
        yield await client.get(path, client.company.id)
        yield await client.get(MAILBOXES, client.company.id)
    batch = {"mailboxes": [mailbox("one@example.com"), mailbox("two@example.com")]}
    yield await client.put("POST", BULK, batch, client.company.id)
    yield await client.put("POST", BULK, batch, client.company.id)
    batches = client.company.account.batches
    yield await client.get(f"{BULK}/{next(iter(batches), 5)}/summary", client.company.id)
    reversed_ = mailbox("three@example.com", sending_wait_time_from=50, sending_wait_time_to=40)
    yield await client.put("POST", BULK, {"mailboxes": [reversed_]}, client.company.id)


async def microsoft(client: ScenarioClient) -> AsyncIterator[Step]:
    home, context = f"{MICROSOFT}/credentials", client.company.id
    yield await client.get(home, context)
    for name in ("One", "Two"):
        yield await client.put("POST", home, {**CREDENTIAL, "name": name}, context)
        yield await client.get(home, context)
    numbers = list(client.company.account.credentials) or [5]
    for change in ({"name": "Drei"}, {"name": "Four", "client_secret": "canary"}):
        yield await client.put("PATCH", f"{home}/{numbers[0]}", change, context)
        yield await client.get(home, context)
    accounts = [{"mailbox_email": "team@example.com"}]
    connecting = {"credential_id": numbers[-1], "accounts": accounts}
    yield await client.put("POST", f"{MICROSOFT}/bulk", connecting, context)
    unnamed = {"accounts": [{"mailbox_email": "unnamed@example.com"}]}
    yield await client.put("PATCH", f"{home}/{numbers[0]}", {**EXPIRED, "name": "Expired"}, context)
    yield await client.put("POST", f"{MICROSOFT}/bulk", unnamed, context)
    later = {**CREDENTIAL, "secret_expires_at": "2027-03-31T23:59:59+02:00"}
    yield await client.put("POST", home, later, context)
    for number in (*numbers, 2**40):
        yield await client.send("DELETE", f"{home}/{number}", client.hq, context)
        yield await client.get(home, context)


async def mistakes(client: ScenarioClient) -> AsyncIterator[Step]:
    path = f"{COMPANIES}/{client.company.id}/api_keys"
    yield await client.send(
        "POST", path, client.hq, content=b'{"label": "x"}', headers=[("content-type", "text/plain")]
    )
    yield await client.put("POST", path, {})
    yield await client.put("POST", path, {"label": ""})
    yield await client.put("POST", path, {"label": "x", "colour": "blue"})
    typed = [("content-type", "application/json; charset=utf-8")]
    yield await client.send("POST", path, client.hq, content=b'{"label": "x"}', headers=typed)
    for label in ("\N{HERB}", "u\N{COMBINING DIAERESIS}", " blank ", "x" * 300):
        yield await client.put("POST", path, {"label": label})
    yield await client.get(path)
    guests = [{"name": "Nobody", "email": "nobody@example.com", "guest_permissions": None}]
    yield await client.put("POST", f"{COMPANIES}/{client.company.id}/invite_guest", {"guests": guests})
    yield await client.get(f"{MAILBOXES}/5")


async def concurrent_requests(client: ScenarioClient) -> AsyncIterator[Step]:
    """Many requests at once; the responses to the same request in the order in which they arrived."""
    client.mock.settings.latency = 0.004
    one, two = client.first.id, client.company.id

    def labelled(number: int) -> Callable[[], Awaitable[Step]]:
        return lambda: client.put("POST", f"{COMPANIES}/{one}/api_keys", {"label": f"key {number}"})

    def listing(key: str, company: int) -> Callable[[], Awaitable[Step]]:
        return lambda: client.send("GET", f"{MAILBOXES}?{company}", key, company)

    for requests in (
        [labelled(number) for number in range(9)],
        [listing(key, one) for key in (client.hq, client.colleague) for _ in range(5)],
        [listing(client.hq, company) for company in (one, two) for _ in range(6)],
    ):
        finished: list[Step] = []
        await asyncio.gather(*(_noted(ask, finished) for ask in requests))
        for step in sorted(finished, key=lambda step: step.request):
            yield step
    yield await client.get(f"{COMPANIES}/{one}/api_keys")
    leaving = asyncio.create_task(client.get("/v1/me"))
    await asyncio.sleep(0.001)
    leaving.cancel()
    yield await client.get("/v1/me")


async def _noted(ask: Callable[[], Awaitable[Step]], finished: list[Step]) -> None:
    finished.append(await ask())
