"""What is committed of npm packages is what the package has, byte for byte."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from generator.vendored import FILES, PACKAGE, ROOT, TARGET, main


@pytest.fixture
def node_modules(tmp_path: Path) -> Path:
    """An installed package, with more files than are wanted of it."""
    package = tmp_path / "node_modules" / PACKAGE
    package.mkdir(parents=True)
    for name in (*FILES, "README.md"):
        (package / name).write_bytes(f"{name}\r\n\x00".encode())
    return package.parent


def run(command: str, node_modules: Path, root: Path, capsys: pytest.CaptureFixture[str]) -> tuple[int, list[str]]:
    status = main([command, str(node_modules)], root)
    return status, capsys.readouterr().err.splitlines()


def test_renewed_files_are_those_of_the_package(
    node_modules: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / TARGET).mkdir(parents=True)
    (tmp_path / TARGET / "of-an-older-release.js").touch()
    assert run("renew", node_modules, tmp_path, capsys) == (0, [])
    assert run("check", node_modules, tmp_path, capsys) == (0, [])
    committed = {path.name: path.read_bytes() for path in (tmp_path / TARGET).iterdir()}
    assert committed == {name: (node_modules / PACKAGE / name).read_bytes() for name in FILES}


def test_every_difference_is_found(node_modules: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run("renew", node_modules, tmp_path, capsys)
    changed, removed, *_ = FILES
    with (tmp_path / TARGET / changed).open("ab") as file:
        file.write(b" ")
    (tmp_path / TARGET / removed).unlink()
    (tmp_path / TARGET / "more.js").touch()
    assert run("check", node_modules, tmp_path, capsys) == (
        1,
        [
            f"stale: {TARGET.as_posix()}/more.js",
            f"changed: {TARGET.as_posix()}/{changed}",
            f"missing: {TARGET.as_posix()}/{removed}",
        ],
    )


def test_a_package_without_a_wanted_file_replaces_nothing(
    node_modules: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run("renew", node_modules, tmp_path, capsys)
    (node_modules / PACKAGE / FILES[-1]).unlink()
    with pytest.raises(FileNotFoundError):
        main(["renew", str(node_modules)], tmp_path)
    assert {path.name for path in (tmp_path / TARGET).iterdir()} == set(FILES)


def test_the_licence_is_beside_the_committed_files() -> None:
    assert {path.name for path in (ROOT / TARGET).iterdir()} == set(FILES)
    lock = json.loads((ROOT / "mock_server/vendor/package-lock.json").read_text(encoding="utf-8"))
    assert lock["packages"][f"node_modules/{PACKAGE}"]["license"] == "Apache-2.0"
    assert "Apache License" in (ROOT / TARGET / "LICENSE").read_text(encoding="utf-8")
