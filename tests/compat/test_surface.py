"""Every seeded change of the Python surface is judged right."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import NamedTuple

import pytest

from generator.compat.surface import surface_changes, write_stubs

ROOT = Path(__file__).parents[2]


class Seeded(NamedTuple):
    """A text in a stub that becomes another one, and the judgement that is right."""

    name: str
    breaks: bool
    says: str
    stub: str
    text: str
    becomes: str


CHANGES = [
    Seeded(
        "a method is renamed",
        True,
        "Companies.list",
        "woodpecker_client/resources/companies.pyi",
        "def list(",
        "def every(",
    ),
    Seeded(
        "a method of asyncio is renamed",
        True,
        "AsyncMailboxes.get",
        "woodpecker_client/async_resources/mailboxes.pyi",
        "async def get(",
        "async def fetch(",
    ),
    Seeded(
        "a parameter is new and required",
        True,
        "extra",
        "woodpecker_client/resources/mailboxes.pyi",
        "def get(self, id: int, *",
        "def get(self, id: int, extra: int, *",
    ),
    Seeded(
        "an option of the door is gone",
        True,
        "max_retries",
        "woodpecker_client/accounts.pyi",
        "max_retries: int",
        "tries: int",
    ),
    Seeded("a field is gone", True, "Company.owner", "woodpecker_client/models/company.pyi", "owner:", "holder:"),
    Seeded(
        "an exception is no longer exported",
        True,
        "CompanyInactive",
        "woodpecker_client/__init__.pyi",
        "'CompanyInactive', ",
        "",
    ),
    Seeded(
        "a low-level function is gone",
        True,
        "sync_detailed",
        "woodpecker_client/api/account/get_me.pyi",
        "def sync_detailed(",
        "def sync_raw(",
    ),
    Seeded(
        "the plugin's table is no longer exported", True, "decide", "woodpecker_auth/__init__.pyi", ", 'decide'", ""
    ),
    Seeded(
        "a parameter is new and optional",
        False,
        "",
        "woodpecker_client/resources/mailboxes.pyi",
        "def get(self, id: int, *,",
        "def get(self, id: int, *, extra: int = 0,",
    ),
    Seeded(
        "a method is new",
        False,
        "Companies.find",
        "woodpecker_client/resources/companies.pyi",
        "    def list(",
        "    def find(self) -> None: ...\n    def list(",
    ),
    Seeded(
        "a field is new",
        False,
        "Company.plan",
        "woodpecker_client/models/company.pyi",
        "    owner:",
        "    plan: str = ...\n    owner:",
    ),
    Seeded(
        "a module within changes", False, "", "woodpecker_client/retrying.pyi", "def may_have_run(", "def perhaps_ran("
    ),
]


@pytest.fixture(scope="module")
def stubs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    target = tmp_path_factory.mktemp("stubs")
    write_stubs(ROOT, target)
    return target


def test_nothing_changed_is_no_change(stubs: Path):
    assert surface_changes(stubs, stubs) == []


@pytest.mark.parametrize("seeded", CHANGES, ids=[one.name for one in CHANGES])
def test_a_change_is_judged_right(seeded: Seeded, stubs: Path, tmp_path: Path):
    changed = tmp_path / "changed"
    shutil.copytree(stubs, changed)
    stub = changed / seeded.stub
    text = stub.read_text(encoding="utf-8")
    assert seeded.text in text, "the catalogue's text is not in the stub"
    stub.write_text(text.replace(seeded.text, seeded.becomes), encoding="utf-8")

    changes = surface_changes(stubs, changed)

    assert any(change.breaking for change in changes) is seeded.breaks, [*map(str, changes)]
    assert seeded.says in " ".join(str(change) for change in changes if change.breaking is seeded.breaks)
