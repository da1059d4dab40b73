"""python -m generator.compat check | release

`check` compares the spec and the Python surface with the last release; `release` makes today's the last release.
"""

from __future__ import annotations

import argparse
import json
import shutil
import sys
import tempfile
import tomllib
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from .change import Change, CompatError
from .contract import contract_changes
from .surface import surface_changes, write_stubs
from .version import objections

ROOT = Path(__file__).resolve().parents[2]
RELEASED = Path(__file__).with_name("released")
CONTRACT = ROOT / "spec" / "dist" / "openapi-3.0.json"


def main(arguments: list[str] | None = None) -> int:
    """Run one command; 1 if something breaks that the versions do not admit, 2 if that cannot be found out."""
    parser = argparse.ArgumentParser(prog="python -m generator.compat", description=__doc__)
    commands = {"check": check, "release": release}
    parser.add_argument("command", choices=commands)
    try:
        return commands[parser.parse_args(arguments).command]()
    except CompatError as failure:
        print(failure, file=sys.stderr)
        return 2


def check() -> int:
    """Print all changes, and whether the versions admit them."""
    released = _read(RELEASED / CONTRACT.name)
    contract = contract_changes(RELEASED / CONTRACT.name, CONTRACT)
    with tempfile.TemporaryDirectory() as folder:
        write_stubs(ROOT, Path(folder))
        surface = surface_changes(RELEASED / "python", Path(folder))
    versions = _read(RELEASED / "versions.json")
    said = _judged("spec", contract, released["info"]["version"], _read(CONTRACT)["info"]["version"], ROOT / "spec")
    said += _judged("python", surface, versions["python"], _python_version(), ROOT)
    for line in said:
        print(line, file=sys.stderr)
    return 1 if said else 0


def release() -> int:
    """Keep the contract and the surface as they are now."""
    shutil.copy(CONTRACT, RELEASED / CONTRACT.name)
    write_stubs(ROOT, RELEASED / "python")
    versions = {"python": _python_version()}
    (RELEASED / "versions.json").write_text(json.dumps(versions, indent=2) + "\n", encoding="utf-8")
    return 0


def _judged(name: str, changes: Sequence[Change], released: str, current: str, folder: Path) -> list[str]:
    breaking = sum(change.breaking for change in changes)
    print(f"{name} {released} -> {current}: {breaking} breaking changes, {len(changes) - breaking} others")
    for change in changes:
        print(f"  {change}")
    return objections(name, changes, released, current, (folder / "CHANGELOG.md").read_text(encoding="utf-8"))


def _read(path: Path) -> Any:
    return json.loads(path.read_text(encoding="utf-8"))


def _python_version() -> str:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    return str(project["project"]["version"])


if __name__ == "__main__":
    sys.exit(main())
