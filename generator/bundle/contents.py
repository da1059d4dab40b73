"""The files of the bundle: those of `spec/` that are not only for this repository, and what is made for it."""

from __future__ import annotations

import hashlib
import json
import posixpath
import re
from pathlib import Path
from typing import Any

from ..spec import Spec

# Programs that check and convert the spec here, at their pinned versions.
_TOOLS = {"lint", "postman"}
_SUFFIXES = {".json", ".md", ".yaml"}
_LINK = re.compile(r"\[([^\]]*)\]\(([^)\s]+)\)")


def contents(spec: Spec, root: Path, collection: dict[str, Any], name: str) -> dict[str, bytes]:
    """Every file of the bundle by its path, SHA256SUMS of all others among them.

    Args:
        collection: the Postman collection.
        name: what the npm package is called.
    """
    files = {"LICENSE": (root / "LICENSE").read_bytes()}
    for path in (root / "spec").rglob("*"):
        place = path.relative_to(root / "spec")
        if path.suffix in _SUFFIXES and place.parts[0] not in _TOOLS:
            files[place.as_posix()] = path.read_bytes()
    for page in [file for file in files if file.endswith(".md")]:
        files[page] = _without_links_to_the_outside(files[page].decode(), page).encode()
    files["postman_collection.json"] = _json(collection)
    files["package.json"] = _json(
        {
            "name": name,
            "version": spec.version,
            "description": f"{spec.document['info']['title']}: OpenAPI document, conformance vectors and workflows.",
            "license": spec.document["info"]["license"]["name"],
            "main": "dist/openapi-3.1.json",
        }
    )
    sums = (f"{hashlib.sha256(content).hexdigest()}  {place}\n" for place, content in sorted(files.items()))
    files["SHA256SUMS"] = "".join(sums).encode()
    return files


def _without_links_to_the_outside(text: str, place: str) -> str:
    """A page of which only the words remain where it links to the rest of the repository."""

    def shortened(link: re.Match[str]) -> str:
        target = posixpath.normpath(posixpath.join(posixpath.dirname(place), link[2]))
        return link[1] if target.startswith("..") else link[0]

    return _LINK.sub(shortened, text)


def _json(value: Any) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=2) + "\n").encode()
