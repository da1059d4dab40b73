"""A project of its own, with the wheel, the extra and the test tools that the example project names."""

from __future__ import annotations

import os
import subprocess
import sys
import tomllib
import venv
from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

import pytest

ROOT = Path(__file__).parents[2]
EXAMPLE = ROOT / "examples" / "pytest_project"

RunPytest: TypeAlias = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture(scope="session")
def interpreter(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The Python of an environment into which the example project was installed, from a wheel built here."""
    home = tmp_path_factory.mktemp("project")
    pip("wheel", "--no-deps", "--wheel-dir", str(home), str(ROOT))
    [wheel] = home.glob("*.whl")
    # pip installs from outside: a pip inside would take longer to install than all the rest.
    venv.create(home / "venv", with_pip=False)
    python = home / "venv" / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    project = tomllib.loads((EXAMPLE / "pyproject.toml").read_text(encoding="utf-8"))
    ours, *tools = project["dependency-groups"]["tests"]
    assert ours == "woodpecker-client[mock]"
    pip("--python", str(python), "install", "--no-compile", f"{wheel}[mock]", *tools)
    return python


@pytest.fixture
def run_pytest(interpreter: Path, tmp_path: Path) -> RunPytest:
    """`run_pytest(*options)` in `tmp_path`: what a user of the wheel gets to see."""

    # The end of pytest's search for a configuration: the temporary folder may stand below this project's own.
    (tmp_path / "pytest.ini").touch()

    def run(*options: str) -> subprocess.CompletedProcess[str]:
        command = [str(interpreter), "-m", "pytest", "-p", "no:cacheprovider", *options]
        clean = {name: value for name, value in os.environ.items() if not name.startswith(("PYTEST_", "PYTHON"))}
        return subprocess.run(
            command, cwd=tmp_path, env=clean, capture_output=True, text=True, encoding="utf-8", timeout=120, check=False
        )

    return run


def pip(*arguments: str) -> None:
    command = [sys.executable, "-m", "pip", "--quiet", "--disable-pip-version-check", *arguments]
    # pip is not what coverage measures.
    clean = {name: value for name, value in os.environ.items() if not name.startswith("COVERAGE_")}
    done = subprocess.run(command, env=clean, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
