"""What changed in Python: the public names, kept as stubs of the last release and compared by griffe."""

from __future__ import annotations

import shutil
import subprocess
import sysconfig
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from .change import Change, CompatError

if TYPE_CHECKING:
    from griffe import Alias, ModulesCollection, Object

ROOMS = {"woodpecker_client": "generated", "woodpecker_auth": "auth_plugin", "woodpecker_mock": "mock_server"}
# What CHANGELOG.md calls the public API. A door counts with what it exports, a folder with all that is in it.
_DOORS = (
    "woodpecker_client",
    "woodpecker_client.models",
    "woodpecker_auth",
    "woodpecker_auth.redis_lanes",
    "woodpecker_mock",
)
_FOLDERS = ("woodpecker_client.api", "woodpecker_client.resources", "woodpecker_client.async_resources")


def write_stubs(root: Path, target: Path) -> None:
    """Write the stubs of the packages that stand in `root`; what was in `target` is gone.

    Raises:
        CompatError: stubgen refuses a module.
    """
    shutil.rmtree(target, ignore_errors=True)
    folders = [str(root / room / package) for package, room in ROOMS.items()]
    stubgen = Path(sysconfig.get_path("scripts")) / "stubgen"
    command = [str(stubgen), "-q", "--no-import", "-o", str(target), *folders]
    done = subprocess.run(command, capture_output=True, text=True)
    # Not importing needs none of their dependencies. What it cannot find it leaves out and calls that a success.
    if done.returncode or not all((target / package / "__init__.pyi").is_file() for package in ROOMS):
        raise CompatError(f"stubgen: {done.stdout.strip()} {done.stderr.strip()}")


def surface_changes(released: Path, current: Path) -> list[Change]:
    """All changes from one folder of stubs to another."""
    old, new = _load(released), _load(current)
    offered, names = _offered(old), _offered(new)
    found = {Change(True, name, "is gone") for name in offered - names}
    for name in offered & names:
        found |= set(_broken(old[name], new[name]))
    found |= {Change(False, name, "is new") for name in _everything(new) - _everything(old)}
    return sorted(found, reverse=True)


def _load(stubs: Path) -> ModulesCollection:
    from griffe import GriffeLoader

    loader = GriffeLoader(search_paths=[stubs], allow_inspection=False)
    for package in ROOMS:
        loader.load(package)
    loader.resolve_aliases(implicit=False, external=False)
    return loader.modules_collection


def _offered(collection: ModulesCollection) -> set[str]:
    """What is compared, each with all that is below it."""
    return {f"{door}.{name}" for door in _DOORS for name in collection[door].exports or ()} | set(_FOLDERS)


def _broken(old: Object | Alias, new: Object | Alias) -> Iterator[Change]:
    from griffe import Parameter, find_breaking_changes

    for breakage in find_breaking_changes(old, new):
        what = breakage.kind.value[0].lower() + breakage.kind.value[1:]
        named = [value.name for value in (breakage.old_value, breakage.new_value) if isinstance(value, Parameter)]
        yield Change(True, breakage.obj.path, f"{what} ({named[0]})" if named else what)


def _everything(collection: ModulesCollection) -> set[str]:
    """The path of all that is offered, down to methods and attributes."""
    return {path for name in _offered(collection) for path in _below(name, collection[name])}


def _below(path: str, node: Object | Alias) -> Iterator[str]:
    yield path
    if node.is_module or node.is_class:
        for name, member in node.members.items():
            # What a module imports is offered elsewhere; what a class reached through a door has is its own.
            if member.is_public and not (node.is_module and member.is_alias):
                yield from _below(f"{path}.{name}", member)
