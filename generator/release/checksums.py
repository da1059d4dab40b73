"""Files of a folder, compared and listed by their SHA-256."""

from __future__ import annotations

import hashlib
from pathlib import Path

SUMS = "SHA256SUMS"


def write_checksums(folder: Path) -> str:
    """Write and return the checksums of all files in a folder, as `sha256sum -c` reads them."""
    sums = "".join(f"{value}  {name}\n" for name, value in sorted(_checksums(folder).items()))
    (folder / SUMS).write_bytes(sums.encode())
    return sums


def differing(one: Path, other: Path) -> list[str]:
    """The files that are only in one of two folders, or not the same in both, each in a sentence."""
    first, second = _checksums(one), _checksums(other)
    if not first:
        return [f"{one} is empty"]
    return [
        f"{name} differs between {one} and {other}"
        for name in sorted(first.keys() | second.keys())
        if first.get(name) != second.get(name)
    ]


def _checksums(folder: Path) -> dict[str, str]:
    return {
        path.name: hashlib.sha256(path.read_bytes()).hexdigest()
        for path in folder.iterdir()
        if path.is_file() and path.name != SUMS
    }
