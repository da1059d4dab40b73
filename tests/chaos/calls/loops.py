"""Calls by tasks in several event loops, which share a client; tasks are cancelled, and loops end in all ways."""

from __future__ import annotations

import asyncio
import gc
import json
from collections.abc import Awaitable, Callable
from time import monotonic

import httpx
from woodpecker_auth import SCOPE_EXTENSION, AsyncNetworkTransport, AsyncPolicyTransport, CompanyScope, HQKey
from woodpecker_client import AsyncAgency
from woodpecker_client.models import Mailbox

from .ledger import Ledger, PlannedCall
from .looks import connections_in_the_making
from .threads import CONNECTIONS, DEADLINE, KEY, SETTINGS


class AsyncClients:
    """As `Clients`."""

    def __init__(self, url: str) -> None:
        self._url = url
        self._open()

    def _open(self) -> None:
        transport = AsyncPolicyTransport(
            HQKey(KEY), AsyncNetworkTransport(CONNECTIONS), base_url=self._url, deadline=DEADLINE
        )
        self.bare = httpx.AsyncClient(transport=transport, base_url=self._url, timeout=1.0)
        self.agency = self.own()

    def own(self) -> AsyncAgency:
        return AsyncAgency(KEY, base_url=self._url, transport=AsyncNetworkTransport(CONNECTIONS), **SETTINGS)

    async def replace(self) -> None:
        """Close them under whoever uses them; the next caller gets new ones."""
        agency, bare = self.agency, self.bare
        self._open()
        await agency.aclose()
        await bare.aclose()

    async def aclose(self) -> None:
        await self.agency.aclose()
        await self.bare.aclose()


async def work(ledger: Ledger, clients: AsyncClients, most: int | None = None) -> None:
    """Calls until none are left, or so many are made."""
    while most != 0 and (call := ledger.take()) is not None:
        most = None if most is None else most - 1
        if call.random.random() < 0.004:
            await clients.replace()
        task = asyncio.create_task(one(call, ledger, clients))
        if call.random.random() < 0.2:
            await asyncio.sleep(call.random.choice((0.0, call.random.uniform(0, 0.005), call.random.uniform(0, 0.05))))
            task.cancel()
        await asyncio.wait([task])
        ledger.note("cancelled" if task.cancelled() else task.result())


async def one(call: PlannedCall, ledger: Ledger, clients: AsyncClients) -> str:
    """One call, checked: what became of it."""
    kind = call.random.choices(list(KINDS), list(KINDS.values()))[0]
    loop = asyncio.get_running_loop()
    try:
        return await kind(call, ledger, clients)
    except Exception as failure:
        if loop.is_closed():  # the garbage collector ends what cannot be awaited any more
            return "abandoned"
        return ledger.failure(call, failure)


async def in_one_loop(ledger: Ledger, clients: AsyncClients, tasks: int) -> None:
    """So many tasks until no calls are left.

    Raises:
        RuntimeError: a task is left behind.
    """
    await asyncio.gather(*(work(ledger, clients) for _ in range(tasks)))
    this, ends = asyncio.current_task(), monotonic() + 5
    # Iterators that were left close in tasks of their own.
    while (left := asyncio.all_tasks() - {this}) and monotonic() < ends:
        await asyncio.sleep(0.01)
    if left:
        raise RuntimeError(f"{len(left)} tasks are left: {left}")


# Kept while loops run: CPython 3.11 may crash when its garbage collector ends such a task beside a running loop. So the
# lanes they held have to come free without it.
_abandoned: list[asyncio.Task[str]] = []


def collect_abandoned() -> None:
    """Let the garbage collector end the tasks of abandoned loops, now that no loop runs."""
    _abandoned.clear()
    gc.collect()


def in_short_loops(ledger: Ledger, clients: AsyncClients, tasks: int) -> None:
    """Loop after loop, a few calls in each, until none are left. Every fourth is closed under its calls."""
    round_number = 0
    while ledger.given < ledger.calls:
        round_number += 1
        if round_number % 4:
            asyncio.run(_some(ledger, clients, tasks))
        else:
            _in_abandoned_loop(ledger, clients, tasks)


async def _some(ledger: Ledger, clients: AsyncClients, tasks: int) -> None:
    await asyncio.gather(*(work(ledger, clients, 2) for _ in range(tasks)))


def _in_abandoned_loop(ledger: Ledger, clients: AsyncClients, tasks: int) -> None:
    loop = asyncio.new_event_loop()
    # What the garbage collector would say of its tasks is what is meant to happen here.
    loop.set_exception_handler(lambda loop, context: None)
    planned = [call for call in (ledger.take() for _ in range(tasks)) if call is not None]
    running = [loop.create_task(one(call, ledger, clients)) for call in planned]
    if running:
        done, pending = loop.run_until_complete(asyncio.wait(running, timeout=planned[0].random.uniform(0, 0.03)))
        for task in done:
            ledger.note(task.result())
        while connections_in_the_making(loop):
            loop.run_until_complete(asyncio.sleep(0.001))
        ledger.note("abandoned with its loop", len(pending))
        _abandoned.extend(pending)
    loop.close()


async def _mailbox(call: PlannedCall, ledger: Ledger, clients: AsyncClients) -> str:
    account = clients.agency.account(call.company)
    ledger.mailbox(call, await account.mailboxes.get(call.number, deadline=call.deadline()))
    return "response"


async def _change(call: PlannedCall, ledger: Ledger, clients: AsyncClients) -> str:
    account = clients.agency.account(call.company)
    await account.mailboxes.update_footer(call.number, footer="x", deadline=call.deadline())
    return "change"


async def _users(call: PlannedCall, ledger: Ledger, clients: AsyncClients) -> str:
    ledger.users(call, await clients.agency.companies.users.list(call.company, role=str(call.number)))
    return "listing"


async def _some_users(call: PlannedCall, ledger: Ledger, clients: AsyncClients) -> str:
    left = call.random.randrange(5)
    async for user in clients.agency.companies.users.list(call.company, role=str(call.number)):
        ledger.users(call, [user])
        left -= 1
        if left <= 0:
            break
    return "listing that is left"


async def _bare(call: PlannedCall, ledger: Ledger, clients: AsyncClients) -> str:
    request = clients.bare.build_request(
        "GET", f"/v2/mailboxes/{call.number}", extensions={SCOPE_EXTENSION: CompanyScope(call.company)}
    )
    response = await clients.bare.send(request, stream=True)
    way = call.random.random()
    if way < 0.4:
        content = await response.aread()
        if response.status_code == 200:
            ledger.mailbox(call, Mailbox.from_dict(json.loads(content)))
        return "bare response"
    chunks = response.aiter_bytes()
    if way < 0.8:
        await anext(chunks, None)
    if way < 0.6:
        await response.aclose()
        return "bare response, closed"
    return "bare response, forgotten"


async def _closed_under_it(call: PlannedCall, ledger: Ledger, clients: AsyncClients) -> str:
    agency = clients.own()
    pause = call.random.uniform(0, 0.03)

    async def close() -> None:
        await asyncio.sleep(pause)
        await agency.aclose()

    closing = asyncio.create_task(close())
    try:
        for _ in range(3):
            ledger.mailbox(call, await agency.account(call.company).mailboxes.get(call.number, deadline=1.0))
    finally:
        await closing
    return "response, then closed"


async def _forgotten_client(call: PlannedCall, ledger: Ledger, clients: AsyncClients) -> str:
    ledger.mailbox(call, await clients.own().account(call.company).mailboxes.get(call.number, deadline=1.0))
    return "response, client forgotten"


async def _across(call: PlannedCall, ledger: Ledger, clients: AsyncClients) -> str:
    outcomes = clients.agency.across_companies(lambda account: account.mailboxes.get(call.number), concurrency=4)
    left = call.random.choice((0, 1, 5, 20, 100))
    async for outcome in outcomes:
        if outcome.error is not None:
            ledger.failure(call, outcome.error, outcome.company.id)
        elif outcome.result is not None:
            ledger.mailbox(call, outcome.result, outcome.company.id)
        left -= 1
        if left <= 0:
            break
    await outcomes.aclose()
    return "across companies"


Kind = Callable[[PlannedCall, Ledger, AsyncClients], Awaitable[str]]
KINDS: dict[Kind, float] = {
    _mailbox: 0.6,
    _change: 0.12,
    _users: 0.06,
    _some_users: 0.05,
    _bare: 0.12,
    _closed_under_it: 0.02,
    _forgotten_client: 0.02,
    _across: 0.004,
}
