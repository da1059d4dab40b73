"""python -m generator check | regenerate | drift, from anywhere in the repository."""

from __future__ import annotations

import argparse
import os
import sys
import sysconfig
from pathlib import Path

from .build import Render
from .check import check
from .completeness import IncompleteError
from .drift import drift
from .render import RenderError, render_client
from .spec import Spec, SpecError
from .swap import regenerate

ROOT = Path(__file__).resolve().parent.parent


def main(arguments: list[str] | None = None, root: Path = ROOT, render: Render = render_client) -> int:
    """Run one command; 0 if all is well, 1 with the reasons on standard error if not."""
    parser = argparse.ArgumentParser(prog="python -m generator", description="Make the client from the spec.")
    commands = {"check": _check, "regenerate": _regenerate, "drift": _drift}
    parser.add_argument("command", choices=commands)
    command = commands[parser.parse_args(arguments).command]
    # The formatter is part of the pinned tools: another one that happens to be installed must not be found first.
    os.environ["PATH"] = os.pathsep.join([sysconfig.get_path("scripts"), os.environ.get("PATH", "")])
    try:
        return command(root, render)
    except (SpecError, RenderError, IncompleteError) as failure:
        print(failure, file=sys.stderr)
        return 1


def _check(root: Path, _: Render) -> int:
    spec = Spec(root / "spec" / "openapi.yaml")
    check(spec)
    print(f"spec {spec.version}: {len(list(spec.operations()))} operations, nothing to complain about")
    return 0


def _regenerate(root: Path, render: Render) -> int:
    regenerate(root, render)
    print("generated/ and spec/dist/ are made from spec/openapi.yaml")
    return 0


def _drift(root: Path, render: Render) -> int:
    differences = drift(root, render)
    for line in differences:
        print(line, file=sys.stderr)
    if not differences:
        print("generated/ and spec/dist/ are what spec/openapi.yaml makes")
    return 1 if differences else 0


if __name__ == "__main__":
    sys.exit(main())
