"""A client whose network is a function. Nothing is sent twice here: retries have tests of their own."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import httpx
import pytest
from woodpecker_client import Account, Agency

Respond = Callable[[httpx.Request], httpx.Response]


@dataclass
class Network:
    """Responds to requests and keeps those that were sent."""

    respond: Respond
    sent: list[httpx.Request] = field(default_factory=list)

    def __call__(self, request: httpx.Request) -> httpx.Response:
        self.sent.append(request)
        return self.respond(request)


@pytest.fixture
def account() -> Callable[..., Account]:
    """An account whose every request gets the one response that is given here."""

    def make(status: int = 200, **response: Any) -> Account:
        network = Network(lambda request: httpx.Response(status, **response))
        return Account("client-key", transport=httpx.MockTransport(network), max_retries=0)

    return make


@pytest.fixture
def agency() -> Callable[[Respond], tuple[Agency, Network]]:
    """An agency over a network that a function plays."""

    def make(respond: Respond) -> tuple[Agency, Network]:
        network = Network(respond)
        return Agency("hq-key", transport=httpx.MockTransport(network), max_retries=0), network

    return make
