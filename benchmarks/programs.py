"""Runs programs in processes of their own. One that fails ends the benchmarks, with what it said."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any


def output(
    command: Sequence[str], given: str = "", *, folder: Path | None = None, environment: Mapping[str, str] | None = None
) -> str:
    """What a command prints.

    Args:
        given: its standard input.

    Raises:
        SystemExit: it failed.
    """
    done = subprocess.run(command, input=given, cwd=folder, env=environment, capture_output=True, text=True)
    if done.returncode:
        raise SystemExit(f"failed: {' '.join(command)}\n{done.stdout}{done.stderr}")
    return done.stdout


def module_output(name: str, given: dict[str, Any]) -> Any:
    """What `python -m benchmarks.NAME` makes of a JSON object, which is JSON as well."""
    return json.loads(output([sys.executable, "-m", f"benchmarks.{name}"], json.dumps(given)))
