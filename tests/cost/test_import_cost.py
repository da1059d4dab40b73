"""What it costs to import the client and to have the first one, in modules."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from .bounds import IMPORTS, ImportBound

# httpx imports the packages of its command line where they are installed, which users of the client do not have; the
# client imports those of an extra.
PROGRAM = """
import json, sys
sys.modules["click"] = sys.modules["msgspec"] = None
before = set(sys.modules)
{program}
print(json.dumps([name for name in sys.modules if name not in before]))
"""


def imported_by(program: str) -> list[str]:
    # A process whose coverage is measured has imported some of them before.
    environment = {name: value for name, value in os.environ.items() if not name.startswith("COVERAGE")}
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM.format(program=program)],
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    )
    names: list[str] = json.loads(done.stdout)
    return names


def over(names: list[str], bound: ImportBound) -> dict[str, list[str]]:
    """The modules of each kind of which there are too many."""
    kinds: dict[str, list[str]] = {"own": [], "others": [], "standard": []}
    for name in names:
        package = name.partition(".")[0]
        # The one has a name of the machine, which the list cannot know.
        standard = package in sys.stdlib_module_names or package.startswith("_sysconfigdata")
        kinds["own" if package.startswith("woodpecker_") else "standard" if standard else "others"].append(name)
    return {kind: found for kind, found in kinds.items() if len(found) > getattr(bound, kind)}


@pytest.mark.parametrize("program", IMPORTS)
def test_a_program_imports_no_more_than_its_bound(program: str) -> None:
    assert over(imported_by(program), IMPORTS[program]) == {}


@pytest.mark.parametrize(
    ("more", "kind"),
    [("import woodpecker_client.models", "own"), ("import httpx", "others"), ("import asyncio", "standard")],
)
def test_an_import_more_is_noticed(more: str, kind: str) -> None:
    program = "import woodpecker_client"

    assert kind in over(imported_by(f"{program}; {more}"), IMPORTS[program])


@pytest.fixture
def planted(tmp_path: Path) -> Path:
    """A folder with a package of this project's and another one, of 13 modules each."""
    for package in ("woodpecker_planted", "planted"):
        folder = tmp_path / package
        folder.mkdir()
        names = [f"module{number}" for number in range(12)]
        for name in names:
            (folder / f"{name}.py").touch()
        (folder / "__init__.py").write_text(f"from . import {', '.join(names)}")
    return tmp_path


@pytest.mark.parametrize("program", [*IMPORTS][1:])
@pytest.mark.parametrize(
    ("more", "kind"),
    [("woodpecker_planted", "own"), ("planted", "others"), ("xmlrpc.server, unittest.mock, asyncio", "standard")],
)
def test_a_package_more_is_noticed_in_the_first_client(planted: Path, program: str, more: str, kind: str) -> None:
    program_with_more = f"{program}; sys.path.append({str(planted)!r}); import {more}"

    assert [*over(imported_by(program_with_more), IMPORTS[program])] == [kind]
