"""A client whose network is a function. Nothing is sent twice here: retries have tests of their own."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import httpx
import pytest
from woodpecker_client import Account, Agency

Answer = Callable[[httpx.Request], httpx.Response]


@dataclass
class Network:
    """Answers requests and keeps those that were sent."""

    answer: Answer
    sent: list[httpx.Request] = field(default_factory=list)

    def __call__(self, request: httpx.Request) -> httpx.Response:
        self.sent.append(request)
        return self.answer(request)


@pytest.fixture
def account() -> Callable[..., Account]:
    """An account whose every request gets the one answer that is given here."""

    def make(status: int = 200, **answer: Any) -> Account:
        network = Network(lambda request: httpx.Response(status, **answer))
        return Account("client-key", transport=httpx.MockTransport(network), max_retries=0)

    return make


@pytest.fixture
def agency() -> Callable[[Answer], tuple[Agency, Network]]:
    """An agency over a network that a function plays."""

    def make(answer: Answer) -> tuple[Agency, Network]:
        network = Network(answer)
        return Agency("hq-key", transport=httpx.MockTransport(network), max_retries=0), network

    return make
