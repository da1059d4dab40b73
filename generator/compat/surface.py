"""What changed in Python: the public names of two trees of sources, read without importing them, compared by griffe."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import cast

from griffe import Alias, BreakageKind, GriffeLoader, ModulesCollection, Object, Parameter, find_breaking_changes

from .change import Change
from .signatures import signature_changes

# A package, and the folder that it stands in. What one of them re-exports from another is followed to there.
PACKAGES = {
    "woodpecker_client": "generated",
    "woodpecker_runtime": "runtime",
    "woodpecker_auth": "auth_plugin",
    "woodpecker_mock": "mock_server",
}
# What CHANGELOG.md calls the public API. A package or module counts with what it exports, a folder with all in it.
_EXPORTING = (
    "woodpecker_client",
    "woodpecker_client.models",
    "woodpecker_auth",
    "woodpecker_auth.redis_lanes",
    "woodpecker_mock",
)
_FOLDERS = ("woodpecker_client.api", "woodpecker_client.resources")


def load(root: Path) -> ModulesCollection:
    """The packages that stand in a tree of this repository, whichever of them it has."""
    standing = {package: root / folder for package, folder in PACKAGES.items() if (root / folder / package).is_dir()}
    loader = GriffeLoader(search_paths=list(standing.values()), allow_inspection=False)
    for package in standing:
        loader.load(package)
    loader.resolve_aliases(implicit=False, external=False)
    return loader.modules_collection


def surface_changes(old: ModulesCollection, new: ModulesCollection) -> list[Change]:
    """All changes from one tree, as `load` reads it, to another."""
    offered, names = _offered(old), _offered(new)
    found = {Change(True, name, "is gone") for name in offered - names}
    for name in offered & names:
        found |= set(_broken(old[name], new[name]))
    before, after = _everything(old), _everything(new)
    for path in before.keys() & after.keys():
        found |= {
            Change(True, after[path].canonical_path, what) for what in signature_changes(before[path], after[path])
        }
    found |= {Change(False, path, "is new") for path in after.keys() - before.keys() if not _is_inherited(after[path])}
    return sorted(found, reverse=True)


def _offered(collection: ModulesCollection) -> set[str]:
    """What is compared, each with all that is below it."""
    exported = {f"{module}.{name}" for module in _EXPORTING for name in collection[module].exports or ()}
    return exported | {folder for folder in _FOLDERS if _stands(folder, collection)}


def _stands(path: str, collection: ModulesCollection) -> bool:
    package, _, name = path.rpartition(".")
    return name in collection[package].members


def _broken(old: Object | Alias, new: Object | Alias) -> Iterator[Change]:
    for breakage in find_breaking_changes(old, new):
        # signature_changes() compares defaults, too, and looks through the names of constants.
        if breakage.kind is not BreakageKind.PARAMETER_CHANGED_DEFAULT:
            what = breakage.kind.value[0].lower() + breakage.kind.value[1:]
            named = [value.name for value in (breakage.old_value, breakage.new_value) if isinstance(value, Parameter)]
            yield Change(True, breakage.obj.path, f"{what} ({named[0]})" if named else what)


def _is_inherited(node: Object | Alias) -> bool:
    return node.is_alias and cast(Alias, node).inherited


def _everything(collection: ModulesCollection) -> dict[str, Object | Alias]:
    """All that is offered by its path, down to methods and attributes."""
    return {path: node for name in _offered(collection) for path, node in _below(name, collection[name])}


def _below(path: str, node: Object | Alias) -> Iterator[tuple[str, Object | Alias]]:
    yield path, node
    if node.is_module or node.is_class:
        for name, member in node.all_members.items():
            # What a module imports is offered elsewhere; what a class reached through an export has is its own.
            if member.is_public and not (node.is_module and member.is_alias):
                yield from _below(f"{path}.{name}", member)
