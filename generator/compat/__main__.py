"""python -m generator.compat check | release

`check` compares the spec and the Python surface with the last release; `release` records HEAD as the last release.
"""

from __future__ import annotations

import argparse
import json
import sys
import tomllib
from collections.abc import Sequence
from pathlib import Path

from .change import Change, CompatError
from .contract import contract_changes
from .release import record_release, released_tree
from .surface import load, surface_changes
from .version import objections

ROOT = Path(__file__).resolve().parents[2]
RECORD = Path("generator", "compat", "last_release")
CONTRACT = Path("spec", "dist", "openapi-3.0.json")


def main(arguments: list[str] | None = None, root: Path = ROOT) -> int:
    """Run one command; 1 if something breaks that the versions do not admit, 2 if that cannot be found out."""
    parser = argparse.ArgumentParser(prog="python -m generator.compat", description=__doc__)
    commands = {"check": check, "release": release}
    parser.add_argument("command", choices=commands)
    try:
        return commands[parser.parse_args(arguments).command](root)
    except CompatError as failure:
        print(failure, file=sys.stderr)
        return 2


def check(root: Path) -> int:
    """Print all changes since the last release, and whether the versions admit them."""
    with released_tree(root, root / RECORD) as released:
        contract = contract_changes(released / CONTRACT, root / CONTRACT)
        surface = surface_changes(load(released), load(root))
        found = _objections("spec", contract, _spec_version(released), _spec_version(root), root / "spec")
        found += _objections("python", surface, _python_version(released), _python_version(root), root)
    for line in found:
        print(line, file=sys.stderr)
    return 1 if found else 0


def release(root: Path) -> int:
    """Record the commit that is checked out."""
    print(f"the last release is {record_release(root, root / RECORD)}")
    return 0


def _objections(name: str, changes: Sequence[Change], released: str, current: str, folder: Path) -> list[str]:
    breaking = sum(change.breaking for change in changes)
    print(f"{name} {released} -> {current}: {breaking} breaking changes, {len(changes) - breaking} others")
    for change in changes:
        print(f"  {change}")
    return objections(name, changes, released, current, (folder / "CHANGELOG.md").read_text(encoding="utf-8"))


def _spec_version(root: Path) -> str:
    return str(json.loads((root / CONTRACT).read_text(encoding="utf-8"))["info"]["version"])


def _python_version(root: Path) -> str:
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))
    return str(project["project"]["version"])


if __name__ == "__main__":
    sys.exit(main())
