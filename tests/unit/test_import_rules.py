"""Who may import whom, as docs/explanation/architecture.md says."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Container, Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SHIPPED = {
    "woodpecker_auth",
    "woodpecker_runtime",
    "woodpecker_client",
    "woodpecker_mock",
    "woodpecker_pytest",
    "woodpecker_cli",
}

# What the modules of a folder may import beside the standard library and their own package.
PACKAGES = {
    "auth_plugin/woodpecker_auth": {"httpx", "httpcore"},
    "runtime/woodpecker_runtime": {"woodpecker_auth", "httpx", "attrs", "dateutil"},
    "generated/woodpecker_client": {"woodpecker_runtime", "woodpecker_auth", "httpx", "attrs"},
    "mock_server/woodpecker_mock": {"starlette", "uvicorn", "jsonschema_rs"},
    "mock_server/woodpecker_pytest": {"woodpecker_client", "woodpecker_mock", "pytest"},
    "cli/woodpecker_cli": {
        "woodpecker_client",
        "woodpecker_runtime",
        "woodpecker_auth",
        "httpx",
        "click",
        "jmespath",
        "keyring",
        "platformdirs",
        "rich",
    },
}
# What an extra installs is imported in its own module only, which nothing else imports.
EXTRAS = {
    "auth_plugin/woodpecker_auth/redis_": "redis",
    "runtime/woodpecker_runtime/tracing.py": "opentelemetry",
    "runtime/woodpecker_runtime/json_decoder.py": "msgspec",
    "mock_server/woodpecker_pytest/under_asyncio.py": "pytest_asyncio",
}


# The folders of the mock; each may import those before it only.
MOCK_FOLDERS = (
    "contract", "http", "faults", "world", "rules", "handlers", "mutants", "api", "console", "server",
)  # fmt: skip


def modules() -> dict[str, Path]:
    """Every module of the packages that ship and of the generator, by its full name."""
    folders = [ROOT / package for package in PACKAGES] + [ROOT / "generator"]
    found: dict[str, Path] = {}
    for folder in folders:
        for path in folder.rglob("*.py"):
            parts = path.relative_to(folder.parent).with_suffix("").parts
            found[".".join(parts[:-1] if parts[-1] == "__init__" else parts)] = path
    return found


def imported_modules(name: str, path: Path, known: Container[str]) -> set[str]:
    """The known modules that a module imports anywhere in it, for type checkers only included.

    `from package import name` counts as the module of that name, else as the package. That importing a module runs the
    `__init__` of the packages around it does not count: every package with a re-export would be a circle.
    """
    package = name.split(".") if path.name == "__init__.py" else name.split(".")[:-1]
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_bytes())):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            base = package[: len(package) - node.level + 1] if node.level else []
            source = ".".join([*base, *([node.module] if node.module else [])])
            for alias in node.names:
                member = f"{source}.{alias.name}"
                found.add(member if member in known else source)
    return {one for one in found if one in known and one != name}


def import_graph() -> dict[str, set[str]]:
    known = modules()
    return {name: imported_modules(name, path, known) for name, path in known.items()}


def circles(graph: dict[str, set[str]]) -> list[list[str]]:
    """The groups of modules that import each other, directly or through others."""
    reachable: dict[str, set[str]] = {}
    for name in graph:
        seen: set[str] = set()
        pending = [*graph[name]]
        while pending:
            if (one := pending.pop()) not in seen:
                seen.add(one)
                pending += graph[one]
        reachable[name] = seen
    groups = {
        frozenset(one for one in seen if name in reachable[one]) for name, seen in reachable.items() if name in seen
    }
    return sorted(sorted(group) for group in groups)


def imported(folder: Path) -> Iterator[tuple[str, str]]:
    """The top-level packages that the modules below `folder` import, each with the place."""
    for module in sorted(folder.rglob("*.py")):
        for node in ast.walk(ast.parse(module.read_bytes())):
            names: list[str] = []
            if isinstance(node, ast.Import):
                names = [alias.name for alias in node.names]
            elif isinstance(node, ast.ImportFrom) and node.level == 0:
                names = [node.module or ""]
            for name in names:
                yield name.partition(".")[0], f"{module.relative_to(ROOT)}:{node.lineno}"


@pytest.mark.parametrize("package", PACKAGES)
def test_a_package_imports_what_it_may(package: str) -> None:
    folder = ROOT / package
    allowed = PACKAGES[package] | {folder.name} | sys.stdlib_module_names

    found = list(imported(folder))

    assert len(found) > 10, "the walk found next to nothing: has the folder moved?"
    extras = {(name, start) for start, name in EXTRAS.items()}
    assert [
        (name, place)
        for name, place in found
        if name not in allowed and not any(name == extra and place.startswith(start) for extra, start in extras)
    ] == []


def test_extras_are_imported_only_by_who_asks_for_them() -> None:
    program = (
        "import sys, woodpecker_client, woodpecker_auth, woodpecker_client.models, woodpecker_client.api\n"
        f"print([name for name in {sorted(EXTRAS.values())} if name in sys.modules])"
    )
    assert subprocess.run([sys.executable, "-c", program], capture_output=True, text=True).stdout == "[]\n"


def test_the_generator_imports_nothing_that_ships() -> None:
    found = list(imported(ROOT / "generator"))

    assert len(found) > 10
    assert [(name, place) for name, place in found if name in SHIPPED] == []


def test_no_modules_import_in_a_circle() -> None:
    graph = import_graph()

    assert len(graph) > 200 and sum(map(len, graph.values())) > 500, "few imports were found: has a folder moved?"
    assert circles(graph) == []


def test_the_folders_of_the_mock_import_only_those_before_them() -> None:
    graph = import_graph()
    mock = [name for name in graph if name.startswith("woodpecker_mock.")]
    order = {f"woodpecker_mock.{folder}": number for number, folder in enumerate(MOCK_FOLDERS)}

    def number(name: str) -> int:
        """The folder's place in the order; what is in no folder comes last."""
        return order.get(".".join(name.split(".")[:2]), len(order))

    assert {number(name) for name in mock} == {*range(len(order) + 1)}
    assert {
        path.name for path in (ROOT / "mock_server/woodpecker_mock").iterdir() if (path / "__init__.py").is_file()
    } == {*MOCK_FOLDERS}
    assert [
        f"{name} imports {other}"
        for name in mock
        for other in sorted(graph[name])
        if other.startswith("woodpecker_mock") and number(other) > number(name)
    ] == []


def test_the_spec_is_data() -> None:
    assert list((ROOT / "spec").rglob("*.py")) == []
