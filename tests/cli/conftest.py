"""A mock, and the command against it."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple, TypeAlias

import keyring
import pytest
from keyring.backend import KeyringBackend
from woodpecker_cli.__main__ import main
from woodpecker_mock import MockServer


class Done(NamedTuple):
    """What a command left."""

    status: int
    out: str
    err: str


Run: TypeAlias = Callable[..., Done]


class MemoryKeyring(KeyringBackend):
    """A keyring that is gone with the test."""

    priority = 1  # type: ignore[assignment]

    def __init__(self) -> None:
        super().__init__()
        self.keys: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self.keys.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.keys[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        del self.keys[service, username]


@pytest.fixture
def memory_keyring() -> Iterator[MemoryKeyring]:
    before, memory = keyring.get_keyring(), MemoryKeyring()
    keyring.set_keyring(memory)
    yield memory
    keyring.set_keyring(before)


@pytest.fixture
def stdin(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    def provide(text: str) -> None:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text.encode())))

    return provide


@pytest.fixture
def settings(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of settings, empty."""
    home = tmp_path_factory.mktemp("home")
    for name in ("HOME", "XDG_CONFIG_HOME", "APPDATA", "LOCALAPPDATA"):
        if name == "HOME" or os.name == "nt" or name.startswith("XDG"):
            monkeypatch.setenv(name, str(home))
    return home


@pytest.fixture
def mock() -> Iterator[MockServer]:
    with MockServer() as mock:
        yield mock


@pytest.fixture
def woodpecker(
    mock: MockServer, settings: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Run:
    """`woodpecker("api", "GET", "/v1/me")` in this process, with the mock's HQ key."""
    for name in ("WOODPECKER_KEY_KIND", "WOODPECKER_COMPANY_ID", "WOODPECKER_PROFILE", "NO_COLOR", "COLUMNS"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("WOODPECKER_API_KEY", mock.hq_key)
    monkeypatch.setenv("WOODPECKER_BASE_URL", mock.base_url)

    def run(*words: str) -> Done:
        status = main(words)
        out, err = capsys.readouterr()
        return Done(int(status), out, err)

    return run
