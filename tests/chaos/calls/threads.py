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

from .ledger import Ask, Ledger

KEY = "hq-key"
# Fewer than there are threads, so that some wait for a place.
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
        """Close them under whoever uses them; the next to ask gets new ones."""
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
    while (ask := ledger.take()) is not None:
        if ask.random.random() < 0.004:
            clients.replace()
        kind = ask.random.choices(list(KINDS), list(KINDS.values()))[0]
        try:
            outcome = kind(ask, ledger, clients)
        except Exception as failure:
            outcome = ledger.failure(ask, failure)
        ledger.note(outcome)


def _mailbox(ask: Ask, ledger: Ledger, clients: Clients) -> str:
    account = clients.agency.account(ask.company)
    ledger.mailbox(ask, account.mailboxes.get(ask.number, deadline=ask.deadline()))
    return "response"


def _change(ask: Ask, ledger: Ledger, clients: Clients) -> str:
    account = clients.agency.account(ask.company)
    account.mailboxes.update_footer(ask.number, footer="x", deadline=ask.deadline())
    return "change"


def _users(ask: Ask, ledger: Ledger, clients: Clients) -> str:
    ledger.users(ask, list(clients.agency.companies.users.list(ask.company, role=str(ask.number))))
    return "listing"


def _some_users(ask: Ask, ledger: Ledger, clients: Clients) -> str:
    users = clients.agency.companies.users.list(ask.company, role=str(ask.number))
    ledger.users(ask, [next(users) for _ in range(ask.random.randrange(5))])
    return "listing that is left"


def _bare(ask: Ask, ledger: Ledger, clients: Clients) -> str:
    request = clients.bare.build_request(
        "GET", f"/v2/mailboxes/{ask.number}", extensions={SCOPE_EXTENSION: CompanyScope(ask.company)}
    )
    response = clients.bare.send(request, stream=True)
    way = ask.random.random()
    if way < 0.4:
        chunks = [*response.iter_bytes()]
        response.close()
        if response.status_code == 200:
            ledger.mailbox(ask, Mailbox.from_dict(json.loads(b"".join(chunks))))
        return "bare response"
    chunks_left = response.iter_bytes()
    if way < 0.8:
        next(chunks_left, None)
    if way < 0.6:
        response.close()
        return "bare response, closed"
    return "bare response, forgotten"


def _closed_under_it(ask: Ask, ledger: Ledger, clients: Clients) -> str:
    agency = clients.own()
    pause = ask.random.uniform(0, 0.03)
    closing = Thread(target=lambda: (sleep(pause), agency.close()))
    closing.start()
    try:
        for _ in range(3):
            ledger.mailbox(ask, agency.account(ask.company).mailboxes.get(ask.number, deadline=1.0))
    finally:
        closing.join()
    return "response, then closed"


def _forgotten_client(ask: Ask, ledger: Ledger, clients: Clients) -> str:
    ledger.mailbox(ask, clients.own().account(ask.company).mailboxes.get(ask.number, deadline=1.0))
    return "response, client forgotten"


def _across(ask: Ask, ledger: Ledger, clients: Clients) -> str:
    outcomes = clients.agency.across_companies(lambda account: account.mailboxes.get(ask.number), concurrency=4)
    left = ask.random.choice((0, 1, 5, 20, 100))
    for outcome in outcomes:
        if outcome.error is not None:
            ledger.failure(ask, outcome.error, outcome.company.id)
        elif outcome.result is not None:
            ledger.mailbox(ask, outcome.result, outcome.company.id)
        left -= 1
        if left <= 0:
            break
    outcomes.close()
    return "across companies"


Kind = Callable[[Ask, Ledger, Clients], str]
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
