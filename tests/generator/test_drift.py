"""Drift is a difference of one byte between what is committed and what the spec makes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from generator.__main__ import main
from tests.generator.small_client import output, render

CREATE = "generated/woodpecker_client/api/some_tag/create_company.py"


@pytest.fixture
def drift(repository: Path, capsys: pytest.CaptureFixture[str]) -> Callable[[], tuple[int, str]]:
    """Run the command; returns its exit status and everything it printed."""

    def run() -> tuple[int, str]:
        before = output(repository)
        status = main(["drift"], repository, render)
        assert output(repository) == before
        printed = capsys.readouterr()
        return status, printed.out + printed.err

    return run


def test_no_drift_is_one_line(drift: Callable[[], tuple[int, str]]) -> None:
    status, printed = drift()

    assert status == 0
    assert printed.count("\n") == 1


def test_a_changed_line_of_the_spec(drift: Callable[[], tuple[int, str]], edit: Callable[[str, str], int]) -> None:
    edit("title: Two routes of each family", "title: Another title")

    status, printed = drift()

    assert status == 1
    assert f"changed: {CREATE}" in printed
    assert '-TITLE = "Two routes of each family"\n+TITLE = "Another title"' in printed
    assert "changed: spec/dist/openapi-3.0.json" in printed
    assert "changed: spec/dist/SHA256SUMS" in printed


def test_a_changed_comment_of_the_spec(drift: Callable[[], tuple[int, str]], edit: Callable[[str, str], int]) -> None:
    edit("openapi: 3.0.3", "# A remark.\nopenapi: 3.0.3")

    status, printed = drift()

    assert status == 1
    assert printed.count("changed:") == 1
    assert "changed: generated/woodpecker_client/_provenance.py" in printed


@pytest.mark.parametrize(
    ("raw", "shown"),
    [(b"TITLE = 1\n", "-TITLE = 1"), (b"\r\n", "-\\r"), (b"\xff", "-\\xff"), (b"", "+TITLE")],
    ids=["other text", "other line ends", "no text at all", "empty"],
)
def test_a_changed_output_file(raw: bytes, shown: str, drift: Callable[[], tuple[int, str]], repository: Path) -> None:
    (repository / CREATE).write_bytes(raw)

    status, printed = drift()

    assert status == 1
    assert f"changed: {CREATE}" in printed
    assert shown in printed


def test_missing_and_stale_files(drift: Callable[[], tuple[int, str]], repository: Path) -> None:
    (repository / CREATE).rename(repository / "generated" / "left_over.py")
    cache = repository / "generated" / "__pycache__"
    cache.mkdir()
    (cache / "left_over.pyc").write_bytes(b"")

    status, printed = drift()

    assert status == 1
    assert printed.splitlines() == ["stale: generated/left_over.py", f"missing: {CREATE}"]
