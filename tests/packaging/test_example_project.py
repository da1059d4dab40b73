"""The example project passes its tests where only the wheel is installed, as it would at a user's."""

from __future__ import annotations

import shutil
from pathlib import Path

from .conftest import EXAMPLE, RunPytest


def test_the_example_project_passes_its_tests(run_pytest: RunPytest, tmp_path: Path) -> None:
    shutil.copytree(EXAMPLE, tmp_path, dirs_exist_ok=True)

    done = run_pytest()

    assert done.returncode == 0, done.stdout + done.stderr
    assert " 7 passed in " in done.stdout
    assert "warning" not in done.stdout
