"""python -m generator.release versions | same | checksums

`versions` fails if version, changelogs and tag disagree; `same` fails unless all files of two folders are equal;
`checksums` writes SHA256SUMS into a folder.
"""

from __future__ import annotations

import argparse
import json
import sys
import tomllib
from pathlib import Path

from .checksums import differing, write_checksums
from .versions import disagreements

ROOT = Path(__file__).resolve().parents[2]


def main(arguments: list[str] | None = None, root: Path = ROOT) -> int:
    """Run one command; 1 with the reasons on standard error if something is wrong."""
    parser = argparse.ArgumentParser(prog="python -m generator.release", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    versions = commands.add_parser("versions")
    versions.add_argument("--dry-run", action="store_true", help="a version may be unreleased")
    versions.add_argument("--tag", help="the tag that the release is made from")
    commands.add_parser("same").add_argument("folders", type=Path, nargs=2)
    commands.add_parser("checksums").add_argument("folder", type=Path)
    options = parser.parse_args(arguments)
    found: list[str] = []
    match options.command:
        case "versions":
            found = _versions(root, options.dry_run, options.tag)
        case "same":
            found = differing(*options.folders)
        case _:
            print(write_checksums(options.folder), end="")
    for line in found:
        print(line, file=sys.stderr)
    return 1 if found else 0


def _versions(root: Path, dry_run: bool, tag: str | None) -> list[str]:
    version = str(tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"])
    spec = str(json.loads((root / "spec/dist/openapi-3.0.json").read_text(encoding="utf-8"))["info"]["version"])
    changelogs = {name: (root / name).read_text(encoding="utf-8") for name in ("CHANGELOG.md", "spec/CHANGELOG.md")}
    found, tolerated = disagreements(version, spec, changelogs, tag)
    if not dry_run:
        found, tolerated = [*found, *tolerated], []
    for line in tolerated:
        print(f"a dry run goes on, a release would not: {line}")
    print(f"woodpecker-client {version}, spec {spec}")
    return found


if __name__ == "__main__":
    sys.exit(main())
