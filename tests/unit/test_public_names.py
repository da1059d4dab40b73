"""A public class name is defined in one package only, so that a name in a traceback or an import has one meaning."""

from __future__ import annotations

import ast
from collections import defaultdict
from pathlib import Path

ROOT = Path(__file__).parents[2]
# The folders that ship, each with one or more packages.
SHIPPED = ("auth_plugin", "generated", "mock_server", "runtime", "cli")


def public_classes() -> dict[str, dict[str, list[str]]]:
    """Where public classes are defined, by name and package. A re-export is no definition."""
    found: defaultdict[str, defaultdict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for module in (path for folder in SHIPPED for path in sorted((ROOT / folder).rglob("*.py"))):
        package = module.relative_to(ROOT).parts[1]
        for node in ast.parse(module.read_bytes()).body:
            if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
                found[node.name][package].append(f"{module.relative_to(ROOT)}:{node.lineno}")
    return {name: dict(packages) for name, packages in found.items()}


def test_a_public_class_name_is_defined_in_one_package_only() -> None:
    found = public_classes()

    assert len(found) > 100, "the walk found next to nothing: have the folders moved?"
    assert {name: packages for name, packages in found.items() if len(packages) > 1} == {}
