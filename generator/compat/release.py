"""The last release: a commit of this repository, whose id stands in the file `last_release`."""

from __future__ import annotations

import io
import subprocess
import tarfile
import tempfile
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

from .change import CompatError


@contextmanager
def released_tree(repository: Path, record: Path) -> Generator[Path]:
    """A temporary folder with all files of the last release.

    Raises:
        CompatError: the clone does not hold the commit, as a shallow one does not.
    """
    commit = record.read_text(encoding="utf-8").strip()
    try:
        archive = _git(repository, "archive", "--format=tar", f"{commit}^{{tree}}")
    except CompatError as failure:
        raise CompatError(
            f"the commit of the last release, {commit}, is not in this clone, which has to hold the history: "
            f"`git fetch --unshallow`, or `fetch-depth: 0` for actions/checkout ({failure})"
        ) from None
    with tempfile.TemporaryDirectory() as folder:
        with tarfile.open(fileobj=io.BytesIO(archive)) as files:
            files.extractall(folder, filter="data")
        yield Path(folder)


def record_release(repository: Path, record: Path) -> str:
    """Make the commit that is checked out the last release, and return its id.

    Raises:
        CompatError: the tree differs from that commit.
    """
    if changed := _git(repository, "status", "--porcelain").decode().rstrip():
        raise CompatError(f"commit first: a release is a commit, and the tree differs from HEAD\n{changed}")
    commit = _git(repository, "rev-parse", "HEAD").decode().strip()
    record.write_text(f"{commit}\n", encoding="utf-8")
    return commit


def _git(repository: Path, *arguments: str) -> bytes:
    try:
        return subprocess.run(["git", "-C", str(repository), *arguments], capture_output=True, check=True).stdout
    except FileNotFoundError:
        raise CompatError("git is not installed") from None
    except subprocess.CalledProcessError as failure:
        raise CompatError(f"git {arguments[0]}: {failure.stderr.decode(errors='replace').strip()}") from None
