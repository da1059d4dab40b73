"""spec/dist/ is the spec in two versions of OpenAPI that any tool can read."""

from __future__ import annotations

import copy
import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
from openapi_spec_validator import OpenAPIV30SpecValidator, OpenAPIV31SpecValidator

from generator.dist import as_3_1, write_dist
from generator.spec import Spec

ROOT = Path(__file__).parents[2]


@pytest.fixture(params=["small_spec.yaml", ROOT / "spec" / "openapi.yaml"], ids=["small", "own"])
def document(request: pytest.FixtureRequest) -> dict[str, Any]:
    return Spec(Path(__file__).parent / request.param).document


def test_both_versions_are_valid(document: dict[str, Any], tmp_path: Path) -> None:
    write_dist(document, tmp_path)

    old, new = (json.loads((tmp_path / f"openapi-{version}.json").read_text()) for version in ("3.0", "3.1"))
    assert old == document
    assert new["openapi"] == "3.1.0"
    assert list(OpenAPIV30SpecValidator(old).iter_errors()) == []
    assert list(OpenAPIV31SpecValidator(new).iter_errors()) == []


def test_the_checksums_are_right(document: dict[str, Any], tmp_path: Path) -> None:
    if shutil.which("sha256sum") is None:
        pytest.skip("there is no sha256sum here")
    write_dist(document, tmp_path)

    subprocess.run(["sha256sum", "--check", "--strict", "SHA256SUMS"], cwd=tmp_path, check=True)


def test_the_same_document_makes_the_same_bytes(document: dict[str, Any], tmp_path: Path) -> None:
    before = copy.deepcopy(document)
    for run in ("first", "second"):
        write_dist(document, tmp_path / run)

    assert document == before
    for name in ("openapi-3.0.json", "openapi-3.1.json", "SHA256SUMS"):
        first, second = ((tmp_path / run / name).read_bytes() for run in ("first", "second"))
        assert first == second
        assert first.endswith(b"\n")
        assert b"\r" not in first


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ({"type": "string", "nullable": True}, {"type": ["string", "null"]}),
        ({"type": "string", "nullable": False}, {"type": "string"}),
        (
            {"type": "string", "nullable": True, "enum": ["a"]},
            {"type": ["string", "null"], "enum": ["a", None]},
        ),
        (
            {"type": "string", "nullable": True, "enum": ["a", None]},
            {"type": ["string", "null"], "enum": ["a", None]},
        ),
        ({"minimum": 0, "exclusiveMinimum": True}, {"exclusiveMinimum": 0}),
        ({"maximum": 1, "exclusiveMaximum": False}, {"maximum": 1}),
        (
            {"properties": {"nullable": {"type": "string", "nullable": True}}},
            {"properties": {"nullable": {"type": ["string", "null"]}}},
        ),
        (
            {"allOf": [{"items": {"type": "string", "nullable": True}}]},
            {"allOf": [{"items": {"type": ["string", "null"]}}]},
        ),
        ({"example": {"nullable": True}}, {"example": {"nullable": True}}),
    ],
)
def test_a_schema_goes_up(before: dict[str, Any], after: dict[str, Any]) -> None:
    def document(schema: dict[str, Any]) -> dict[str, Any]:
        media = {"application/json": {"schema": schema, "example": {"nullable": True}}}
        return {
            "openapi": "3.0.3",
            "paths": {"/": {"get": {"responses": {"200": {"content": media}}}}},
            "components": {"schemas": {"Named": copy.deepcopy(schema)}},
        }

    assert as_3_1(document(before)) == {**document(after), "openapi": "3.1.0"}
