"""Everything that is made from the spec, made in a folder of its own."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from .check import check
from .completeness import every_operation_has_its_function
from .dist import write_dist
from .provenance import add_provenance
from .spec import Spec

Render = Callable[[Spec, Path], None]

GENERATED = Path("generated")
DIST = Path("spec/dist")
TARGETS = (GENERATED, DIST)
"""The folders that are output and nothing else, from the repository's root."""


def build(root: Path, into: Path, render: Render) -> None:
    """Make every target of the repository at `root` below `into`, under its own name.

    Raises:
        SpecError: the spec is broken; nothing was written.
        IncompleteError: the rendered functions and the spec's operations are not the same set.
    """
    spec = Spec(root / "spec" / "openapi.yaml")
    check(spec)
    package = into / GENERATED / "woodpecker_client"
    package.parent.mkdir(parents=True)
    render(spec, package)
    every_operation_has_its_function(spec, package)
    add_provenance(spec, package)
    write_dist(spec.document, into / DIST)
