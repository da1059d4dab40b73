"""A mock, and the command against it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple, TypeAlias

import pytest
from woodpecker_cli.__main__ import main
from woodpecker_mock import MockServer


class Done(NamedTuple):
    """What a command left."""

    status: int
    out: str
    err: str


Run: TypeAlias = Callable[..., Done]


@pytest.fixture
def mock() -> Iterator[MockServer]:
    with MockServer() as mock:
        yield mock


@pytest.fixture
def woodpecker(mock: MockServer, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """`woodpecker("api", "GET", "/v1/me")` in this process, with the mock's HQ key."""
    for name in ("WOODPECKER_KEY_KIND", "WOODPECKER_COMPANY_ID", "NO_COLOR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("WOODPECKER_API_KEY", mock.hq_key)
    monkeypatch.setenv("WOODPECKER_BASE_URL", mock.base_url)

    def run(*words: str) -> Done:
        status = main(words)
        out, err = capsys.readouterr()
        return Done(int(status), out, err)

    return run
