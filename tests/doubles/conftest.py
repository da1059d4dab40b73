"""A mock of the API, which is to see nothing of what a double responds to, and each of the four clients at it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from woodpecker_mock import MockServer
from woodpecker_runtime import retries

from .clients import CLIENTS, ClientKind


@pytest.fixture(autouse=True)
def short_pauses(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(retries, "_FIRST_PAUSE", 0.001)


@pytest.fixture
def mock() -> Iterator[MockServer]:
    with MockServer() as mock:
        yield mock


@pytest.fixture(params=CLIENTS, ids=lambda kind: kind.__name__)
def client(request: pytest.FixtureRequest, mock: MockServer) -> ClientKind:
    return ClientKind.at(mock, request.param)
