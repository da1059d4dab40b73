"""A mock of the API, which is to see nothing of what a double answers, and each of the four clients at it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from woodpecker_mock import MockServer
from woodpecker_runtime import retries

from .doors import DOORS, Door


@pytest.fixture(autouse=True)
def short_pauses(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(retries, "_FIRST_PAUSE", 0.001)


@pytest.fixture
def mock() -> Iterator[MockServer]:
    with MockServer() as mock:
        yield mock


@pytest.fixture(params=DOORS, ids=lambda kind: kind.__name__)
def door(request: pytest.FixtureRequest, mock: MockServer) -> Door:
    return Door.at(mock, request.param)
