"""The last release is a commit, which is read from the history and recorded from a tree that equals it."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from generator.compat.__main__ import RECORD, main
from generator.compat.change import CompatError
from generator.compat.release import record_release, released_tree


def git(repository: Path, *arguments: str) -> str:
    identity = ("-c", "user.name=a", "-c", "user.email=a@example.com", "-c", "commit.gpgsign=false")
    command = ["git", "-C", str(repository), *identity, *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    root = tmp_path / "repository"
    (root / RECORD).parent.mkdir(parents=True)
    git(tmp_path, "init", "--quiet", str(root))
    commit(root, "first")
    return root


def commit(root: Path, text: str) -> str:
    (root / "file.txt").write_text(text, encoding="utf-8")
    git(root, "add", "--all")
    git(root, "commit", "--quiet", "--message", text)
    return git(root, "rev-parse", "HEAD")


def test_the_files_of_the_recorded_commit_are_read_whatever_came_later(repository: Path):
    first = git(repository, "rev-parse", "HEAD")
    assert record_release(repository, repository / RECORD) == first
    commit(repository, "second")
    (repository / "file.txt").write_text("third", encoding="utf-8")

    with released_tree(repository, repository / RECORD) as tree:
        assert (tree / "file.txt").read_text(encoding="utf-8") == "first"
    assert not tree.exists()


@pytest.mark.parametrize("unclean", ["file.txt", "new.txt"])
def test_a_tree_that_differs_from_its_commit_is_not_recorded(unclean: str, repository: Path, capsys):
    (repository / unclean).write_text("other", encoding="utf-8")

    assert main(["release"], repository) == 2
    assert unclean in capsys.readouterr().err
    assert not (repository / RECORD).exists()


def test_a_release_is_recorded_on_the_command_line(repository: Path):
    assert main(["release"], repository) == 0
    assert (repository / RECORD).read_text(encoding="utf-8") == git(repository, "rev-parse", "HEAD") + "\n"


def test_a_clone_without_the_history_says_to_fetch_it(repository: Path, tmp_path: Path, capsys):
    record_release(repository, repository / RECORD)
    commit(repository, "second")
    shallow = tmp_path / "shallow"
    git(tmp_path, "clone", "--quiet", "--depth", "1", repository.as_uri(), str(shallow))

    assert main(["check"], shallow) == 2
    printed = capsys.readouterr().err
    assert "fetch-depth: 0" in printed and "git fetch --unshallow" in printed


def test_a_machine_without_git_is_named(repository: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("PATH", "")
    with pytest.raises(CompatError, match="git is not installed"):
        record_release(repository, repository / RECORD)
