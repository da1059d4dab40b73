"""The OpenAPI document that is packaged with the client."""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any


@cache
def packaged_spec() -> dict[str, Any]:
    """The document. It is read once, when it is first needed; do not change it."""
    # Not by a path: the package may be in an archive.
    packaged = files("woodpecker_runtime").joinpath("spec", "openapi-3.1.json")
    if not packaged.is_file():
        # A checkout, where the document stands outside of the package.
        packaged = Path(__file__).parents[2] / "spec" / "dist" / "openapi-3.1.json"
    document: dict[str, Any] = json.loads(packaged.read_bytes())
    return document
