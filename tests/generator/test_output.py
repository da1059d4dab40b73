"""What a run leaves behind: every operation, signed, and the same everywhere."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.__main__ import main
from generator.provenance import HEADER
from generator.spec import Spec
from tests.generator.small_client import output, render

ROOT = Path(__file__).parents[2]


def test_every_module_says_where_it_comes_from(repository: Path) -> None:
    modules = list((repository / "generated").rglob("*.py"))

    assert len(modules) == 6
    assert all(module.read_text().startswith(HEADER) for module in modules)


def test_the_package_says_what_it_was_made_from(repository: Path) -> None:
    provenance: dict[str, str] = {}
    exec((repository / "generated/woodpecker_client/_provenance.py").read_text(), provenance)

    spec = (repository / "spec/openapi.yaml").read_bytes()
    assert provenance["SPEC_VERSION"] == "1.2.3"
    assert provenance["SPEC_SHA256"] == hashlib.sha256(spec).hexdigest()
    assert f"{provenance['GENERATOR'].replace(' ', '==')} \\" in (ROOT / "generator/requirements.lock").read_text()
    assert f"{provenance['FORMATTER'].replace(' ', '==')} \\" in (ROOT / "generator/requirements.lock").read_text()


def drop(package: Path) -> None:
    next(package.rglob("create_company.py")).unlink()


def add(package: Path) -> None:
    (package / "api" / "some_tag" / "merge_companies.py").write_text("")


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        (drop, "no function was generated for create_company"),
        (add, "no operation asked for merge_companies"),
    ],
)
def test_operations_and_functions_are_the_same_set(
    change: Callable[[Path], None],
    reason: str,
    repository: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    def careless(spec: Spec, destination: Path) -> None:
        render(spec, destination)
        change(destination)

    before = output(repository)
    assert main(["regenerate"], repository, careless) == 1
    assert capsys.readouterr().err == f"{reason}\n"
    assert output(repository) == before


def test_the_output_depends_on_the_spec_alone(tmp_path: Path) -> None:
    """Two clones in two folders, two hash seeds, a pyproject.toml above that asks for another format."""
    made: list[dict[str, bytes]] = []
    for seed, path in (("0", "a"), ("4321", "some/where/else")):
        clone = tmp_path / path
        for folder in ("generator", "spec"):
            shutil.copytree(ROOT / folder, clone / folder, ignore=shutil.ignore_patterns("dist", "__pycache__"))
        (clone.parent / "pyproject.toml").write_text("[tool.ruff]\nline-length = 60\n")
        environment = {**os.environ, "PYTHONHASHSEED": seed}
        command = [sys.executable, "-m", "generator", "regenerate"]
        subprocess.run(command, cwd=clone, env=environment, check=True)
        made.append(output(clone))

    assert made[0] == made[1]
    assert not any("ruff_cache" in name for name in made[0])
