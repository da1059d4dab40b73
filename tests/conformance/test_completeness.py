"""The vectors leave nothing out, and are in step with the spec, the code and their README."""

from __future__ import annotations

import re
from typing import Any, get_args

import pytest
import woodpecker_client
from woodpecker_auth import Reason

from .vectors import FILES, FOLDER, OPERATIONS, SPEC, load, operation_at, values_of

PARTS: dict[str, Any] = load("vectors.schema")["$defs"]
README = (FOLDER / "README.md").read_text(encoding="utf-8")

# Refusals of things that only an httpx client can do: headers by hand, and extensions of a request.
HTTPX_ONLY = {"company_mismatch", "duplicate_header", "invalid_scope"}


def all_cases() -> list[dict[str, Any]]:
    return [case for name in FILES for case in load(name)["cases"]]


def table(heading: str) -> list[str]:
    """The first column of the README's table whose first heading this is."""
    _, _, after = README.partition(f"\n| {heading} |")
    rows = after.splitlines()[2:]
    cells = [row.split("|")[1] for row in rows[: next(i for i, row in enumerate(rows) if not row.startswith("|"))]]
    return [name for cell in cells for name in re.findall(r"`([^`]+)`", cell)]


def test_there_are_many_cases() -> None:
    assert len(all_cases()) >= 150


def test_every_reason_kind_and_row_occurs() -> None:
    cases = all_cases()
    reasons = set(values_of([load(name)["cases"] for name in ("policy", "redirects")], "refused"))
    assert reasons == set(PARTS["reason"]["enum"])
    assert set(values_of(load("errors")["cases"], "kind")) == set(PARTS["kind"]["enum"])
    rejections = {entry[2] for case in load("limits")["cases"] for entry in case["expect"]["refused"]}
    assert rejections == set(PARTS["rejection"]["enum"])
    assert {case["row"] for case in cases if "row" in case} == {*range(1, 18), 20, 21, None}


def test_reasons_are_those_of_the_code() -> None:
    assert set(PARTS["reason"]["enum"]) == set(get_args(Reason)) - HTTPX_ONLY


def test_kinds_are_the_public_errors() -> None:
    def names(kind: type[Any]) -> set[str]:
        return {kind.__name__}.union(*(names(below) for below in kind.__subclasses__()))

    classes = {"".join(word.capitalize() for word in kind.split("_")) for kind in PARTS["kind"]["enum"]}
    assert classes - {"Success"} == names(woodpecker_client.ApiError)


@pytest.mark.parametrize(
    ("heading", "part"),
    [
        ("reason", "reason"), ("kind", "kind"), ("rejection", "rejection"), ("company or id", "accountName"),
        ("argument", "argument"),
    ],
)  # fmt: skip
def test_the_tables_of_the_readme_are_complete(heading: str, part: str) -> None:
    assert sorted(table(heading)) == sorted(PARTS[part]["enum"])


def test_the_readme_names_every_file_and_every_key_of_server_json() -> None:
    assert sorted(table("file")) == [*(f"{name}.json" for name in FILES), "vectors.schema.json"]
    names = PARTS["keyHeader"]["oneOf"][2]["properties"]["name"]["enum"]
    assert sorted(table("key")) == sorted(names)


def test_every_operation_and_every_listing_occurs() -> None:
    called = [operation_at(**case["request"]) for case in load("policy")["cases"]]
    assert {one["operationId"] for one in called if one} == set(OPERATIONS)
    listings = {name for name, operation in OPERATIONS.items() if "x-pagination" in operation}
    assert {case["operation"] for case in load("pagination")["cases"]} == listings


def test_names_are_those_of_the_spec() -> None:
    assert set(values_of(all_cases(), "operation")) <= set(OPERATIONS)
    assert set(values_of(load("reading")["cases"], "schema", "model")) <= set(SPEC["components"]["schemas"])
