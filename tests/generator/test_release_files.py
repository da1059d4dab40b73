"""The oldest dependencies, and the checksums of a release."""

from __future__ import annotations

import hashlib
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement

from generator.release.__main__ import main
from generator.release.bounds import lower_bounds

ROOT = Path(__file__).parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]


def test_each_dependency_is_at_its_lower_bound() -> None:
    command = [sys.executable, "-m", "generator.release.bounds"]
    printed = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    constraints = [Requirement(line) for line in printed.splitlines()]

    extras = [one for extra in PROJECT["optional-dependencies"].values() for one in extra]
    declared = [Requirement(one) for one in (*PROJECT["dependencies"], *extras)]
    assert [one.name for one in constraints] == [one.name for one in declared]
    for constraint, requirement in zip(constraints, declared, strict=True):
        [pin] = constraint.specifier
        assert pin.operator == "==" and f">={pin.version}" in str(requirement.specifier).split(",")
        assert constraint.marker == requirement.marker


@pytest.mark.parametrize("dependency", ["httpx", "httpx<1", "httpx>=1,>=2"])
def test_a_dependency_without_one_lower_bound_is_refused(dependency: str) -> None:
    with pytest.raises(ValueError, match="has no lower bound"):
        lower_bounds({"dependencies": [dependency], "optional-dependencies": {}})


def test_checksums_are_those_of_the_files_and_do_not_count_themselves(tmp_path: Path) -> None:
    (tmp_path / "b.whl").write_bytes(b"wheel")
    (tmp_path / "a.tar.gz").write_bytes(b"sdist")

    for _ in range(2):
        assert main(["checksums", str(tmp_path)]) == 0
        assert (tmp_path / "SHA256SUMS").read_text(encoding="utf-8") == (
            f"{hashlib.sha256(b'sdist').hexdigest()}  a.tar.gz\n{hashlib.sha256(b'wheel').hexdigest()}  b.whl\n"
        )


@pytest.mark.parametrize(
    ("one", "other", "reasons"),
    [
        ({"a": "1", "b": "2"}, {"a": "1", "b": "2"}, []),
        ({"a": "1"}, {"a": "2"}, ["a"]),
        ({"a": "1"}, {"a": "1", "b": "2"}, ["b"]),
        ({"a": "1", "b": "2"}, {"a": "1"}, ["b"]),
        ({}, {}, [None]),
    ],
)
def test_folders_are_the_same_if_all_their_files_are(
    tmp_path: Path,
    one: dict[str, str],
    other: dict[str, str],
    reasons: list[str | None],
    capsys: pytest.CaptureFixture[str],
) -> None:
    for folder, files in (("one", one), ("other", other)):
        (tmp_path / folder).mkdir()
        for name, text in files.items():
            (tmp_path / folder / name).write_text(text, encoding="utf-8")

    assert main(["same", str(tmp_path / "one"), str(tmp_path / "other")]) == (1 if reasons else 0)
    found = capsys.readouterr().err.splitlines()
    assert len(found) == len(reasons)
    assert all(
        line.startswith(f"{name} differs") if name else "is empty" in line
        for line, name in zip(found, reasons, strict=True)
    )
