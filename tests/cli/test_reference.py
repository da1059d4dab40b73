"""The tables of docs/reference/command-line.md are complete."""

from __future__ import annotations

import re
from pathlib import Path

from woodpecker_cli import reference
from woodpecker_cli.exit_status import ExitStatus

from .conftest import Run

PAGE = (Path(__file__).parents[2] / "docs/reference/command-line.md").read_text(encoding="utf-8")


def test_every_exit_status_has_its_row() -> None:
    assert [int(status) for status in re.findall(r"^\| (\d+) \|", PAGE, re.MULTILINE)] == [*ExitStatus]


def test_every_option_has_its_row(woodpecker: Run) -> None:
    options = set(re.findall(r"--[a-z-]+", woodpecker("api", "--help").out)) - {"--help"}

    assert len(options) == 12 and options <= set(re.findall(r"--[a-z-]+", PAGE))


def test_the_page_of_all_commands_is_up_to_date() -> None:
    page = Path(__file__).parents[2] / "docs/reference/commands.md"

    told = "python -m woodpecker_cli.reference > docs/reference/commands.md"
    assert page.read_text(encoding="utf-8") == reference.page(), told
