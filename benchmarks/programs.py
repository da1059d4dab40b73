"""Runs a module of this package in a process of its own: JSON in, JSON out."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import Any


def program(name: str, given: dict[str, Any]) -> Any:
    """What `python -m benchmarks.NAME` prints.

    Raises:
        SystemExit: it failed; its standard error is the message.
    """
    done = subprocess.run(
        [sys.executable, "-m", f"benchmarks.{name}"], input=json.dumps(given), capture_output=True, text=True
    )
    if done.returncode:
        raise SystemExit(f"benchmarks.{name} failed:\n{done.stderr}")
    return json.loads(done.stdout)
