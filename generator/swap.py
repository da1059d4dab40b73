"""All of the new output takes the place of all of the old, or nothing does.

The new trees are made beside the old ones, on the same file system, so that putting them in place is two renames
for each. While that happens the old trees wait in `old/`. A run that is cut off, even by kill -9, leaves a staging
folder that tells the next run how far it came:

- something is left in `new/`: not everything was put in place, so what is in `old/` goes back;
- `new/` is empty or gone: everything was put in place, so `old/` is rubbish.
"""

from __future__ import annotations

import shutil
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

from .build import TARGETS, Render, build

STAGING = Path(".staging-regenerate")


def regenerate(root: Path, render: Render) -> None:
    """Build every target anew and swap it in; on any failure, Ctrl-C included, the tree stays as it was."""
    with _staging(root) as (new, old):
        build(root, new, render)
        for target in TARGETS:
            (root / target).mkdir(parents=True, exist_ok=True)
            _move(root / target, old / target)
            _move(new / target, root / target)


@contextmanager
def _staging(root: Path) -> Generator[tuple[Path, Path]]:
    recover(root)
    new, old = root / STAGING / "new", root / STAGING / "old"
    new.mkdir(parents=True)
    try:
        yield new, old
    finally:
        recover(root)


def recover(root: Path) -> None:
    """Finish or undo whatever a run left behind, and remove its staging folder."""
    new, old = root / STAGING / "new", root / STAGING / "old"
    if any((new / target).exists() for target in TARGETS):
        for target in TARGETS:
            if (old / target).exists():
                if (root / target).exists():
                    _move(root / target, new / target)
                _move(old / target, root / target)
    if (root / STAGING).exists():
        shutil.rmtree(root / STAGING)


def _move(source: Path, destination: Path) -> None:
    destination.parent.mkdir(parents=True, exist_ok=True)
    source.rename(destination)
