"""What docs/reference/command-line.md shows can be typed, and its tables are complete."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
from woodpecker_cli.exit_status import ExitStatus

from .conftest import Run

PAGE = (Path(__file__).parents[2] / "docs/reference/command-line.md").read_text(encoding="utf-8")
COMMANDS = re.findall(r"^\$ (.*woodpecker (?:api|doctor|mailboxes health).*)$", PAGE, re.MULTILINE)


@pytest.mark.usefixtures("woodpecker")
@pytest.mark.skipif(sys.platform == "win32", reason="written for a POSIX shell")
@pytest.mark.parametrize("command", COMMANDS)
def test_a_command_of_the_page_runs(command: str, tmp_path: Path) -> None:
    program = f'woodpecker() {{ "{sys.executable}" -m woodpecker_cli "$@"; }}\n{command}'
    done = subprocess.run(["sh", "-c", program], capture_output=True, text=True, cwd=tmp_path)

    wanted = re.search(r"# status (\d+)", command)
    assert done.returncode == (int(wanted[1]) if wanted else 0), done.stderr


def test_every_exit_status_has_its_row() -> None:
    assert [int(status) for status in re.findall(r"^\| (\d+) \|", PAGE, re.MULTILINE)] == [*ExitStatus]


def test_every_option_has_its_row(woodpecker: Run) -> None:
    options = set(re.findall(r"--[a-z-]+", woodpecker("api", "--help").out)) - {"--help"}

    assert len(options) == 12 and options <= set(re.findall(r"--[a-z-]+", PAGE))
    assert len(COMMANDS) == 16
