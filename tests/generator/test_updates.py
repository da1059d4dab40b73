"""Every pinned version has somebody who proposes a newer one."""

from __future__ import annotations

import subprocess
from pathlib import Path, PurePosixPath

import yaml

ROOT = Path(__file__).parents[2]
ECOSYSTEMS = {
    "pyproject.toml": "pip",
    "requirements.txt": "pip",
    "generator.txt": "pip",
    "package-lock.json": "npm",
    "go.mod": "gomod",
    "pom.xml": "maven",
    "Cargo.toml": "cargo",
    "Containerfile": "docker",
}


def test_dependabot_looks_into_every_folder_with_pinned_versions() -> None:
    tracked = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    files = [PurePosixPath("/", name) for name in tracked.splitlines()]
    pinned = {(ECOSYSTEMS[file.name], str(file.parent)) for file in files if file.name in ECOSYSTEMS}

    updates = yaml.safe_load((ROOT / ".github/dependabot.yml").read_text(encoding="utf-8"))["updates"]
    looked_into = {
        (update["package-ecosystem"], folder)
        for update in updates
        for folder in update.get("directories", [update.get("directory")])
    }

    assert looked_into == pinned | {("github-actions", "/")}
