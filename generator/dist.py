"""spec/dist/: the spec as JSON, in 3.0 as it is written and in 3.1, with checksums."""

from __future__ import annotations

import hashlib
import json
from copy import deepcopy
from pathlib import Path
from typing import Any

from .schemas import schemas_in


def write_dist(document: dict[str, Any], folder: Path) -> None:
    """Write both documents and their SHA256SUMS (as `sha256sum -c` reads it) into `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    sums = ""
    for name, content in (("openapi-3.0.json", document), ("openapi-3.1.json", as_3_1(document))):
        raw = (json.dumps(content, ensure_ascii=False, indent=2, allow_nan=False) + "\n").encode()
        (folder / name).write_bytes(raw)
        sums += f"{hashlib.sha256(raw).hexdigest()}  {name}\n"
    (folder / "SHA256SUMS").write_bytes(sums.encode())


def as_3_1(document: dict[str, Any]) -> dict[str, Any]:
    """The same API in OpenAPI 3.1, whose schemas are JSON Schema 2020-12.

    The way up is exact, the way down is not: that is why the spec is written in 3.0.
    https://www.openapis.org/blog/2021/02/16/migrating-from-openapi-3-0-to-3-1-0
    """
    upgraded = deepcopy(document)
    upgraded["openapi"] = "3.1.0"
    for _, schema in list(schemas_in(upgraded)):
        _null_becomes_a_type(schema)
        for bound, limit in (("exclusiveMinimum", "minimum"), ("exclusiveMaximum", "maximum")):
            _bound_becomes_a_number(schema, bound, limit)
    return upgraded


def _null_becomes_a_type(schema: dict[str, Any]) -> None:
    if _pop_keyword(schema, "nullable"):
        schema["type"] = [schema["type"], "null"]
        if "enum" in schema and None not in schema["enum"]:
            schema["enum"] = [*schema["enum"], None]


def _bound_becomes_a_number(schema: dict[str, Any], bound: str, limit: str) -> None:
    if _pop_keyword(schema, bound) and limit in schema:
        schema[bound] = schema.pop(limit)


def _pop_keyword(schema: dict[str, Any], keyword: str) -> bool:
    return schema.pop(keyword, False) is True
