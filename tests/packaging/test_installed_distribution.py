"""What a user gets: the packages as they were installed, not as they are in the checkout."""

from __future__ import annotations

import importlib
import json
from importlib.metadata import distribution
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SOURCES = {
    "woodpecker_auth": ROOT / "auth_plugin",
    "woodpecker_client": ROOT / "generated",
    "woodpecker_runtime": ROOT / "runtime",
    "woodpecker_mock": ROOT / "mock_server",
    "woodpecker_pytest": ROOT / "mock_server",
    "woodpecker_cli": ROOT / "cli",
}


def test_the_distribution_holds_these_packages_and_nothing_else() -> None:
    names = {file.parts[0] for file in distribution("woodpecker-client").files or []}

    # ".." is the way to the command, which is outside of the libraries.
    assert {name for name in names if name != ".." and not name.endswith(".dist-info")} == SOURCES.keys()


@pytest.mark.parametrize("package", SOURCES)
def test_the_installed_package_is_the_one_of_the_checkout(package: str) -> None:
    installed = Path(str(importlib.import_module(package).__file__)).parent
    source = SOURCES[package] / package

    assert installed != source, "the tests are to see what is installed"
    for file in source.rglob("*"):
        if file.suffix != ".pyc" and file.is_file():
            assert (installed / file.relative_to(source)).read_bytes() == file.read_bytes()
    assert (installed / "py.typed").exists()


@pytest.mark.parametrize("folder", ["woodpecker_runtime/spec", "woodpecker_mock"])
def test_the_package_holds_the_spec(folder: str) -> None:
    package, _, below = folder.partition("/")
    installed = Path(str(importlib.import_module(package).__file__)).parent / below

    packaged = json.loads((installed / "openapi-3.1.json").read_text(encoding="utf-8"))
    assert packaged == json.loads((ROOT / "spec/dist/openapi-3.1.json").read_text(encoding="utf-8"))


def test_the_commands_are_there() -> None:
    commands = distribution("woodpecker-client").entry_points.select(group="console_scripts")

    assert {command.name for command in commands} == {"woodpecker", "woodpecker-mock"}
    assert all(callable(command.load()) for command in commands)


def test_the_plugin_for_pytest_is_there() -> None:
    [plugin] = distribution("woodpecker-client").entry_points.select(group="pytest11")

    assert (plugin.name, plugin.value) == ("woodpecker", "woodpecker_pytest.plugin")
