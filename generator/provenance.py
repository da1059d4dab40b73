"""Every generated file says where it comes from, and the package says from what exactly."""

from __future__ import annotations

from importlib.metadata import version
from pathlib import Path

from .spec import Spec

HEADER = "# Generated from spec/openapi.yaml by generator/. Do not edit: change the spec and regenerate.\n"


def add_provenance(spec: Spec, package: Path) -> None:
    """Add `_provenance.py`, and the header to every module."""
    provenance = package / "_provenance.py"
    provenance.write_text(
        '"""What this package was generated from, and with what."""\n\n'
        f'SPEC_VERSION = "{spec.version}"\n'
        f'SPEC_SHA256 = "{spec.sha256}"\n'
        f'GENERATOR = "openapi-python-client {version("openapi-python-client")}"\n'
        f'FORMATTER = "ruff {version("ruff")}"\n',
        encoding="utf-8",
    )
    for module in package.rglob("*.py"):
        module.write_bytes(HEADER.encode() + module.read_bytes())
