"""The image of the mock is built from all that the wheel is."""

from __future__ import annotations

import tomllib
from pathlib import Path

ROOT = Path(__file__).parents[2]


def test_the_image_is_built_from_what_the_wheel_consists_of() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    wheel = project["tool"]["hatch"]["build"]["targets"]["wheel"]
    needed = {source.split("/")[0] for source in (*wheel["only-include"], *wheel["force-include"])}
    needed |= {
        "pyproject.toml",
        project["project"]["readme"],
        *(file.partition("/")[0] for file in project["project"]["license-files"]),
    }
    ignored = (ROOT / "mock_server/Containerfile.dockerignore").read_text(encoding="utf-8")

    assert {line[1:] for line in ignored.splitlines() if line.startswith("!")} == needed
