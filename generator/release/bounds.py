"""python -m generator.release.bounds

The oldest dependencies that the package allows, as constraints for pip. It needs nothing that nox does not need.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from packaging.requirements import Requirement

PYPROJECT = Path(__file__).resolve().parents[2] / "pyproject.toml"


def lower_bounds(project: Mapping[str, Any]) -> list[str]:
    """Constraints for pip: each dependency and extra of a `[project]` table at its lower bound.

    Raises:
        ValueError: a dependency has no lower bound, so that any version would do.
    """
    extras = [one for extra in project["optional-dependencies"].values() for one in extra]
    return [_at_its_bound(Requirement(one)) for one in (*project["dependencies"], *extras)]


def _at_its_bound(requirement: Requirement) -> str:
    bounds = [one.version for one in requirement.specifier if one.operator == ">="]
    if len(bounds) != 1:
        raise ValueError(f"{requirement} has no lower bound")
    return f"{requirement.name}=={bounds[0]}" + (f"; {requirement.marker}" if requirement.marker else "")


if __name__ == "__main__":
    print("\n".join(lower_bounds(tomllib.loads(PYPROJECT.read_text(encoding="utf-8"))["project"])))
