"""python -m generator.bundle FOLDER COLLECTION COLLECTION

Write the archives of the spec into a folder. Each collection is what the converter made of the spec; as the converter
fills in random values, there are two of them, and the archives of both have to be the same.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from ..spec import Spec
from .archives import npm_package, zip_archive
from .contents import contents
from .postman import CollectionError, settled

ROOT = Path(__file__).resolve().parents[2]
NAME = "woodpecker-client-spec"


def main(arguments: list[str] | None = None, root: Path = ROOT) -> int:
    """Write the archives; 1 with a reason if they cannot be made."""
    parser = argparse.ArgumentParser(prog="python -m generator.bundle", description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("collections", type=Path, nargs=2)
    options = parser.parse_args(arguments)
    spec = Spec(root / "spec" / "openapi.yaml")
    try:
        first, second = (archives(spec, root, collection) for collection in options.collections)
    except CollectionError as failure:
        print(failure, file=sys.stderr)
        return 1
    if first != second:
        print("two conversions of the spec make different archives", file=sys.stderr)
        return 1
    options.folder.mkdir(parents=True, exist_ok=True)
    for old in options.folder.glob(f"{NAME}-*"):
        old.unlink()
    for name, archive in first.items():
        (options.folder / name).write_bytes(archive)
        print(f"{options.folder / name}: {len(archive)} bytes")
    return 0


def archives(spec: Spec, root: Path, collection: Path) -> dict[str, bytes]:
    """The archives, by their names."""
    converted = json.loads(collection.read_text(encoding="utf-8"))
    files = contents(spec, root, settled(converted, spec), NAME)
    stem = f"{NAME}-{spec.version}"
    return {f"{stem}.zip": zip_archive(files, stem), f"{stem}.tgz": npm_package(files)}


if __name__ == "__main__":
    sys.exit(main())
