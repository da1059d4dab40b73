"""A repository small enough to be broken in every way."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from generator.swap import regenerate
from tests.generator.small_client import render
from tests.measuring import unmeasured

HERE = Path(__file__).parent
ROOT = HERE.parents[1]


@pytest.fixture(autouse=True)
def _unmeasured(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The generator does not ship: neither it nor the programs that a test starts are measured."""
    monkeypatch.delenv("COVERAGE_PROCESS_CONFIG", raising=False)
    with unmeasured():
        yield


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """The root of a repository whose output fits its spec."""
    (tmp_path / "spec").mkdir()
    shutil.copy(HERE / "small_spec.yaml", tmp_path / "spec" / "openapi.yaml")
    shutil.copy(ROOT / "spec" / "extensions.schema.json", tmp_path / "spec")
    regenerate(tmp_path, render)
    return tmp_path


@pytest.fixture
def edit(repository: Path) -> Callable[[str, str], int]:
    """Replace one text of the spec by another; returns the line it is on."""
    path = repository / "spec" / "openapi.yaml"

    def replace(old: str, new: str) -> int:
        text = path.read_text()
        assert text.count(old) == 1, f"{old!r} is in the spec {text.count(old)} times"
        path.write_text(text.replace(old, new))
        return text[: text.index(old)].count("\n") + 1

    return replace
