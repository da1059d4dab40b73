"""All of the new output or all of the old: whatever happens in the middle, and whenever it does."""

from __future__ import annotations

import signal
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest

from generator.spec import Spec
from generator.swap import recover, regenerate
from tests.generator.small_client import output, render

ROOT = Path(__file__).parents[2]
MOVES = 4
"""Two folders change places with two others."""

Edit = Callable[[str, str], int]


@pytest.fixture
def old(repository: Path, edit: Edit) -> dict[str, bytes]:
    """The output before a run that would change every file of it."""
    before = output(repository)
    edit("title: Two routes of each family", "title: Another title")
    return before


def test_a_run_replaces_everything_and_leaves_nothing_else(repository: Path, old: dict[str, bytes]) -> None:
    stale = repository / "generated" / "woodpecker_client" / "api" / "stale.py"
    stale.write_text("")

    regenerate(repository, render)

    new = output(repository)
    assert new.keys() == old.keys()
    functions = [name for name in new if "/api/" in name]
    assert all(b"Another title" in new[name] for name in functions)


def test_a_failing_renderer_changes_nothing(repository: Path, old: dict[str, bytes]) -> None:
    def fail(spec: Spec, destination: Path) -> None:
        render(spec, destination)
        raise RuntimeError("the formatter failed")

    with pytest.raises(RuntimeError, match="the formatter failed"):
        regenerate(repository, fail)
    assert output(repository) == old


@pytest.mark.parametrize("moves", range(MOVES))
def test_ctrl_c_between_any_two_moves_changes_nothing(
    moves: int, repository: Path, old: dict[str, bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    rename, calls = Path.rename, iter(range(MOVES))

    def interrupted(source: Path, target: Path) -> Path:
        if next(calls, None) == moves:
            raise KeyboardInterrupt
        return rename(source, target)

    monkeypatch.setattr(Path, "rename", interrupted)
    with pytest.raises(KeyboardInterrupt):
        regenerate(repository, render)
    assert output(repository) == old


# A run in a process of its own that kills itself before the nth call of a function.
KILLED = """
import os, pathlib, shutil, signal, sys
from pathlib import Path
from generator.swap import regenerate
from tests.generator.small_client import render

owner = {"rename": Path, "rmtree": shutil}[sys.argv[2]]
real, calls = getattr(owner, sys.argv[2]), iter(range(int(sys.argv[3])))

def killed(*arguments, **options):
    if next(calls, None) is None:
        os.kill(os.getpid(), signal.SIGKILL)
    return real(*arguments, **options)

setattr(owner, sys.argv[2], killed)
regenerate(Path(sys.argv[1]), render)
"""


def killed_run(repository: Path, function: str, calls: int) -> None:
    command = [sys.executable, "-c", KILLED, str(repository), function, str(calls)]
    assert subprocess.run(command, cwd=ROOT, check=False).returncode == -signal.SIGKILL


@pytest.mark.parametrize("moves", range(MOVES))
def test_the_next_run_undoes_what_a_kill_cut_short(moves: int, repository: Path, old: dict[str, bytes]) -> None:
    killed_run(repository, "rename", moves)

    def fail(spec: Spec, destination: Path) -> None:
        raise RuntimeError("no client this time")

    with pytest.raises(RuntimeError):
        regenerate(repository, fail)
    assert output(repository) == old


@pytest.mark.parametrize("kills", [("rename", moves) for moves in range(MOVES)] + [("rmtree", 0)])
def test_the_next_run_succeeds_after_a_kill(kills: tuple[str, int], repository: Path, old: dict[str, bytes]) -> None:
    killed_run(repository, *kills)

    regenerate(repository, render)

    new = output(repository)
    assert new.keys() == old.keys()
    assert new != old


@pytest.mark.parametrize("again", range(MOVES))
def test_undoing_can_be_cut_short_too(
    again: int, repository: Path, old: dict[str, bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    killed_run(repository, "rename", MOVES - 1)
    rename, calls = Path.rename, iter(range(MOVES))

    def interrupted(source: Path, target: Path) -> Path:
        if next(calls, None) == again:
            raise KeyboardInterrupt
        return rename(source, target)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "rename", interrupted)
        with suppress(KeyboardInterrupt):
            recover(repository)
    recover(repository)

    assert output(repository) == old


def test_a_swap_that_was_done_stays_done(repository: Path, old: dict[str, bytes]) -> None:
    killed_run(repository, "rmtree", 0)

    recover(repository)

    assert output(repository).keys() == old.keys()
    assert output(repository) != old
