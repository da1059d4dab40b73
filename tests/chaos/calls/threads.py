"""Calls by threads, with clients that all of them share and that are closed under them."""

from __future__ import annotations

import json
from collections.abc import Callable
from threading import Thread
from time import sleep
from typing import Any
from weakref import WeakSet

import httpx
from woodpecker_auth import SCOPE_EXTENSION, CompanyScope, HQKey, NetworkTransport, PolicyTransport
from woodpecker_client import Agency
from woodpecker_client.models import Mailbox

from .ledger import Ledger, PlannedCall

KEY = "hq-key"
# Fewer than there are threads, so that some wait for a connection.
CONNECTIONS = 10
DEADLINE = 2.0
SETTINGS: dict[str, Any] = {"timeout": 1.0, "deadline": DEADLINE, "max_retries": 1}


class Clients:
    """An agency and a bare httpx client over the same transport, until others replace them."""

    def __init__(self, url: str) -> None:
        self._url = url
        self._networks = WeakSet[NetworkTransport]()
        self._open()

    def _open(self) -> None:
        transport = PolicyTransport(HQKey(KEY), self._network(), base_url=self._url, deadline=DEADLINE)
        self.bare = httpx.Client(transport=transport, base_url=self._url, timeout=1.0)
        self.agency = self.own()

    def own(self) -> Agency:
        return Agency(KEY, base_url=self._url, transport=self._network(), **SETTINGS)

    def _network(self) -> NetworkTransport:
        network = NetworkTransport(CONNECTIONS)
        self._networks.add(network)
        return network

    def replace(self) -> None:
        """Close them under whoever uses them; the next caller gets new ones."""
        agency, bare = self.agency, self.bare
        self._open()
        agency.close()
        bare.close()

    def close(self) -> None:
        self.agency.close()
        self.bare.close()
        for network in list(self._networks):  # A call that was under way when its client was closed may have opened it.
            network.close()


def work(ledger: Ledger, clients: Clients) -> None:
    """Calls until none are left."""
    while (call := ledger.take()) is not None:
        if call.random.random() < 0.004:
            clients.replace()
        kind = call.random.choices(list(KINDS), list(KINDS.values()))[0]
        try:
            outcome = kind(call, ledger, clients)
        except Exception as failure:
            outcome = ledger.failure(call, failure)
        ledger.note(outcome)


def _mailbox(call: PlannedCall, ledger: Ledger, clients: Clients) -> str:
    account = clients.agency.account(call.company)
    ledger.mailbox(call, account.mailboxes.get(call.number, deadline=call.deadline()))
    return "response"


def _change(call: PlannedCall, ledger: Ledger, clients: Clients) -> str:
    account = clients.agency.account(call.company)
    account.mailboxes.update_footer(call.number, footer="x", deadline=call.deadline())
    return "change"


def _users(call: PlannedCall, ledger: Ledger, clients: Clients) -> str:
    ledger.users(call, list(clients.agency.companies.users.list(call.company, role=str(call.number))))
    return "listing"


def _some_users(call: PlannedCall, ledger: Ledger, clients: Clients) -> str:
    users = clients.agency.companies.users.list(call.company, role=str(call.number))
    ledger.users(call, [next(users) for _ in range(call.random.randrange(5))])
    return "listing that is left"


def _bare(call: PlannedCall, ledger: Ledger, clients: Clients) -> str:
    request = clients.bare.build_request(
        "GET", f"/v2/mailboxes/{call.number}", extensions={SCOPE_EXTENSION: CompanyScope(call.company)}
    )
    response = clients.bare.send(request, stream=True)
    way = call.random.random()
    if way < 0.4:
        chunks = [*response.iter_bytes()]
        response.close()
        if response.status_code == 200:
            ledger.mailbox(call, Mailbox.from_dict(json.loads(b"".join(chunks))))
        return "bare response"
    chunks_left = response.iter_bytes()
    if way < 0.8:
        next(chunks_left, None)
    if way < 0.6:
        response.close()
        return "bare response, closed"
    return "bare response, forgotten"


def _closed_under_it(call: PlannedCall, ledger: Ledger, clients: Clients) -> str:
    agency = clients.own()
    pause = call.random.uniform(0, 0.03)
    closing = Thread(target=lambda: (sleep(pause), agency.close()))
    closing.start()
    try:
        for _ in range(3):
            ledger.mailbox(call, agency.account(call.company).mailboxes.get(call.number, deadline=1.0))
    finally:
        closing.join()
    return "response, then closed"


def _forgotten_client(call: PlannedCall, ledger: Ledger, clients: Clients) -> str:
    ledger.mailbox(call, clients.own().account(call.company).mailboxes.get(call.number, deadline=1.0))
    return "response, client forgotten"


def _across(call: PlannedCall, ledger: Ledger, clients: Clients) -> str:
    outcomes = clients.agency.across_companies(lambda account: account.mailboxes.get(call.number), concurrency=4)
    left = call.random.choice((0, 1, 5, 20, 100))
    for outcome in outcomes:
        if outcome.error is not None:
            ledger.failure(call, outcome.error, outcome.company.id)
        elif outcome.result is not None:
            ledger.mailbox(call, outcome.result, outcome.company.id)
        left -= 1
        if left <= 0:
            break
    outcomes.close()
    return "across companies"


Kind = Callable[[PlannedCall, Ledger, Clients], str]
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
