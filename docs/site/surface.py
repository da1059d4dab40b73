"""What users of the packages can name, read from the code without importing it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from griffe import Alias, Attribute, Class, Function, GriffeLoader, Module, ModulesCollection, Object

_PACKAGES = ("woodpecker_client", "woodpecker_runtime", "woodpecker_auth", "woodpecker_mock", "woodpecker_pytest")


@dataclass(frozen=True)
class Method:
    """An operation as a method.

    Attributes:
        holder: `agency` or `account`.
        name: as users write it after the holder: `companies.api_keys.create`.
        function: the blocking method.
        awaited: whether the asyncio form is awaited; else it is an asynchronous iterator.
    """

    holder: str
    name: str
    function: Function
    awaited: bool

    @property
    def resource(self) -> str:
        """`companies.api_keys`; empty for a method of the holder itself."""
        return self.name.rpartition(".")[0]

    @property
    def short(self) -> str:
        """`create`."""
        return self.name.rpartition(".")[2]


def load() -> ModulesCollection:
    loader = GriffeLoader(allow_inspection=False)
    for package in _PACKAGES:
        loader.load(package)
    loader.resolve_aliases(implicit=False, external=False)
    return loader.modules_collection


def public_names(module: Object | Alias) -> dict[str, Object]:
    """What a module exports, without its submodules; of a module that names no exports, the classes it defines."""
    defined = [name for name, one in module.members.items() if isinstance(one, Class)]
    named = {str(name): module.members[str(name)] for name in module.exports or defined}
    found = {name: one.final_target if isinstance(one, Alias) else one for name, one in sorted(named.items())}
    return {name: one for name, one in found.items() if not isinstance(one, Module)}


def is_error(one: Object) -> bool:
    return isinstance(one, Class) and (one.name == "WoodpeckerError" or any(map(is_error, one.mro())))


def fixtures(code: ModulesCollection) -> dict[str, Object]:
    """The fixtures of the pytest plugin."""
    functions = ((name, one) for name, one in code["woodpecker_pytest.plugin"].members.items())
    return {
        name: one
        for name, one in functions
        if isinstance(one, Function) and any("fixture" in str(by.value) for by in one.decorators)
    }


def methods(code: ModulesCollection, routes: str) -> Iterator[Method]:
    """The operations below `AgencyRoutes` or `AccountRoutes`, in the order of the spec."""
    holder = routes.removesuffix("Routes").lower()
    yield from _below(code, holder, "", code[f"woodpecker_client.resources.{holder}.{routes}"])


def _below(code: ModulesCollection, holder: str, prefix: str, owner: Object) -> Iterator[Method]:
    assert owner.parent is not None
    asynchronous = owner.parent.members[f"Async{owner.name}"]
    for name, one in owner.members.items():
        if name.startswith("_") or name == "with_raw_response":
            continue
        if isinstance(one, Attribute):  # a property with methods below it
            assert one.annotation is not None and not isinstance(one.annotation, str)
            yield from _below(code, holder, f"{prefix}{name}.", code[one.annotation.canonical_path])
        elif isinstance(one, Function):
            yield Method(holder, f"{prefix}{name}", one, "async" in asynchronous.members[name].labels)
