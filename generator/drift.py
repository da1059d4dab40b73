"""Is what is committed what the spec makes? Byte for byte."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from difflib import unified_diff
from pathlib import Path

from .build import TARGETS, Render, build

STAGING = Path(".staging-drift")


def drift(root: Path, render: Render) -> list[str]:
    """What differs, in words and diffs; empty if nothing does. The tree itself is not touched.

    The comparison is made inside the repository, because a formatter looks for its settings in the folders above.
    """
    fresh = root / STAGING
    shutil.rmtree(fresh, ignore_errors=True)
    try:
        build(root, fresh, render)
        return [line for target in TARGETS for line in _differences(root, fresh, target)]
    finally:
        shutil.rmtree(fresh, ignore_errors=True)


def _differences(root: Path, fresh: Path, target: Path) -> Iterator[str]:
    committed, expected = _files(root / target), _files(fresh / target)
    for name in sorted(committed | expected):
        shown = (target / name).as_posix()
        if name not in committed:
            yield f"missing: {shown}"
        elif name not in expected:
            yield f"stale: {shown}"
        else:
            yield from _diff(root / target / name, fresh / target / name, shown)


def _diff(committed: Path, expected: Path, shown: str) -> Iterator[str]:
    before, after = committed.read_bytes(), expected.read_bytes()
    if before != after:
        yield f"changed: {shown}"
        yield from unified_diff(
            _lines(before), _lines(after), f"committed/{shown}", f"from the spec/{shown}", lineterm=""
        )


def _lines(raw: bytes) -> list[str]:
    """Lines that show their ends where those are not plain newlines, so that no difference is invisible."""
    return raw.decode("utf-8", "backslashreplace").replace("\r", "\\r").split("\n")


def _files(folder: Path) -> set[Path]:
    return {
        path.relative_to(folder) for path in folder.rglob("*") if path.is_file() and "__pycache__" not in path.parts
    }
