"""Who may import whom, as docs/explanation/architecture.md says."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SHIPPED = {"woodpecker_auth", "woodpecker_runtime", "woodpecker_client", "woodpecker_mock", "woodpecker_pytest"}

# What the modules of a folder may import beside the standard library and their own package.
ROOMS = {
    "auth_plugin/woodpecker_auth": {"httpx", "httpcore"},
    "runtime/woodpecker_runtime": {"woodpecker_auth", "httpx", "attrs", "dateutil"},
    "generated/woodpecker_client": {"woodpecker_runtime", "woodpecker_auth", "httpx", "attrs"},
    "mock_server/woodpecker_mock": {"starlette", "uvicorn", "jsonschema_rs"},
    "mock_server/woodpecker_pytest": {"woodpecker_client", "woodpecker_mock", "pytest"},
}
# What an extra installs is imported in its own module only, which nothing else imports.
EXTRAS = {
    "auth_plugin/woodpecker_auth/redis_": "redis",
    "runtime/woodpecker_runtime/tracing.py": "opentelemetry",
    "mock_server/woodpecker_pytest/under_asyncio.py": "pytest_asyncio",
}


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


@pytest.mark.parametrize("room", ROOMS)
def test_a_package_imports_what_it_may(room: str) -> None:
    folder = ROOT / room
    allowed = ROOMS[room] | {folder.name} | sys.stdlib_module_names

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


def test_the_spec_is_data() -> None:
    assert list((ROOT / "spec").rglob("*.py")) == []
