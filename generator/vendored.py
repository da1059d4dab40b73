"""python -m generator.vendored renew | check NODE_MODULES: files of npm packages that the mock's pages bring along.

They are committed as they are in the package, so that no page needs another machine, and no build needs npm.
"""

from __future__ import annotations

import argparse
import shutil
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TARGET = Path("mock_server", "woodpecker_mock", "console", "vendor", "swagger-ui")
PACKAGE = "swagger-ui-dist"
FILES = ("swagger-ui-bundle.js", "swagger-ui-bundle.js.LICENSE.txt", "swagger-ui.css", "LICENSE", "NOTICE")


def renew(node_modules: Path, root: Path = ROOT) -> None:
    """Replace the committed files by those of the installed package.

    Raises:
        OSError: the package does not have one of them.
    """
    source, target = node_modules / PACKAGE, root / TARGET
    contents = {name: (source / name).read_bytes() for name in FILES}
    shutil.rmtree(target, ignore_errors=True)
    target.mkdir(parents=True)
    for name, content in contents.items():
        (target / name).write_bytes(content)


def differences(node_modules: Path, root: Path = ROOT) -> list[str]:
    """What differs from the installed package, a line for each file; empty if nothing does."""
    source, target = node_modules / PACKAGE, root / TARGET
    committed = {path.relative_to(target).as_posix() for path in target.rglob("*") if path.is_file()}
    found = [f"stale: {(TARGET / name).as_posix()}" for name in sorted(committed.difference(FILES))]
    for name in FILES:
        shown = (TARGET / name).as_posix()
        if name not in committed:
            found.append(f"missing: {shown}")
        elif (target / name).read_bytes() != (source / name).read_bytes():
            found.append(f"changed: {shown}")
    return found


def main(arguments: list[str] | None = None, root: Path = ROOT) -> int:
    """Run one command; 0 if all is well, 1 with the differences on standard error if not."""
    parser = argparse.ArgumentParser(
        prog="python -m generator.vendored", description=(__doc__ or "").partition("\n")[0]
    )
    parser.add_argument("command", choices=("renew", "check"))
    parser.add_argument("node_modules", type=Path, help="where npm has installed mock_server/vendor/package-lock.json")
    given = parser.parse_args(arguments)
    if given.command == "renew":
        renew(given.node_modules, root)
    found = differences(given.node_modules, root)
    for line in found:
        print(line, file=sys.stderr)
    if not found:
        print(f"{TARGET.as_posix()} has the files of {PACKAGE} as they are in the package")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
