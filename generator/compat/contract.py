"""What changed between two versions of the spec: what oasdiff sees, and what only this contract knows."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path
from typing import Any, cast

from .change import Change, CompatError
from .extensions import extension_changes

_SEVERITY = Path(__file__).with_name("oasdiff-severity.txt")
# oasdiff's own word on the version; `version.py` has this contract's rule.
_NOT_A_CHANGE = {"api-version-not-bumped"}
_ERROR = 3


def contract_changes(released: Path, current: Path) -> list[Change]:
    """All changes from one OpenAPI document (JSON) to another.

    Raises:
        CompatError: oasdiff is not installed, or cannot read a document.
    """
    documents: list[Any] = [json.loads(path.read_text(encoding="utf-8")) for path in (released, current)]
    found = [
        Change(
            one["level"] == _ERROR,
            f"{one.get('operation', '')} {one.get('path', '')}".strip() or one["id"],
            one["text"],
        )
        for one in _oasdiff(released, current)
        if one["id"] not in _NOT_A_CHANGE
    ]
    return sorted({*found, *extension_changes(*documents)}, reverse=True)


def _oasdiff(released: Path, current: Path) -> list[dict[str, Any]]:
    program = os.environ.get("OASDIFF") or shutil.which("oasdiff")
    if program is None:
        raise CompatError("oasdiff is not installed; `nox -s compat` builds it, which needs Go")
    command = [program, "changelog", str(released), str(current), "--severity-levels", str(_SEVERITY), "-f", "json"]
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode:
        raise CompatError(f"oasdiff cannot compare {released.name} with {current.name}: {done.stderr.strip()}")
    return cast("list[dict[str, Any]]", json.loads(done.stdout or "[]"))
