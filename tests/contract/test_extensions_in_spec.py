"""What the spec says beside OpenAPI's own words: extensions, the company header, links."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from tests.references import resolved

ROOT = Path(__file__).parents[2]
SPEC: dict[str, Any] = yaml.safe_load((ROOT / "spec/openapi.yaml").read_text(encoding="utf-8"))
resolve = partial(resolved, document=SPEC)
RULES: dict[str, Any] = json.loads((ROOT / "spec/extensions.schema.json").read_text(encoding="utf-8"))
PARTS: dict[str, Any] = SPEC["components"]
OPERATIONS: dict[str, dict[str, Any]] = {
    operation["operationId"]: operation for item in SPEC["paths"].values() for operation in item.values()
}
each_operation = pytest.mark.parametrize("operation", OPERATIONS.values(), ids=OPERATIONS.keys())


def problems(node: dict[str, Any], kind: str | None = None) -> list[str]:
    """What the rules have against an operation, or against an object of another kind."""
    rules = {"$defs": RULES["$defs"], "$ref": f"#/$defs/{kind}"} if kind else RULES
    return [error.message for error in Draft202012Validator(rules).iter_errors(node)]


def parameters(operation: dict[str, Any]) -> dict[str, dict[str, Any]]:
    return {p["name"]: p for p in map(resolve, operation.get("parameters", []))}


def responses() -> Iterator[dict[str, Any]]:
    for operation in OPERATIONS.values():
        yield from map(resolve, operation["responses"].values())


def nested(schema: dict[str, Any]) -> Iterator[dict[str, Any]]:
    yield schema
    children = [*schema.get("properties", {}).values(), *schema.get("anyOf", [])]
    for child in [*children, schema.get("items", {})]:
        if child:
            yield from nested(child)


def schemas() -> Iterator[dict[str, Any]]:
    roots = list(PARTS["schemas"].values())
    roots += [p["schema"] for o in OPERATIONS.values() for p in parameters(o).values()]
    roots += [m["schema"] for r in responses() for m in r.get("content", {}).values()]
    for root in roots:
        yield from nested(root)


@each_operation
def test_operation_carries_its_extensions(operation: dict[str, Any]) -> None:
    assert problems(operation) == []


def test_extensions_elsewhere() -> None:
    found = [f"{s}: {p}" for s in schemas() for p in problems(s, "schema")]
    found += [f"{r}: {p}" for r in responses() for p in problems(r, "response")]
    for operation in OPERATIONS.values():
        for parameter in parameters(operation).values():
            found += [f"{parameter}: {p}" for p in problems(parameter, "parameter")]
    assert found == []


@pytest.mark.parametrize(
    "change",
    [
        {"x-route-family": "headquarters"},
        {"x-resource": ""},
        {"x-resource": "Companies"},
        {"x-method": None},
        {"x-retry": "always"},
        {"x-effect": ["billable"]},
        {"x-evidence": "rumour"},
        {"x-retry": "rejected-only"},
        {"x-paginated": True},
        {"x-pagination": {"items": "/content", "first": 1}},
        {"x-pagination": {"items": "content"}},
        {"x-pagination": {"items": "/content", "total_items": ["/total"]}},
        {"x-pagination": {"items": "/content", "cursor": "next"}},
    ],
    ids=str,
)
def test_broken_operation_extension_is_noticed(change: dict[str, Any]) -> None:
    assert problems(OPERATIONS["listCompanies"] | change) != []


@pytest.mark.parametrize("missing", [key for key in RULES["required"] if key.startswith("x-")])
def test_missing_operation_extension_is_noticed(missing: str) -> None:
    operation = {k: v for k, v in OPERATIONS["getMailbox"].items() if k != missing}
    assert problems(operation) != []


@pytest.mark.parametrize(
    "schema",
    [
        {"type": "string", "format": "date-time", "x-vendor-time": "utc"},
        {"type": "string", "x-vendor-time": "local"},
        {"type": "string", "enum": ["A"], "x-known-values": ["A"]},
        {"type": "string", "x-known-values": []},
        {"type": "array", "x-known-values": ["A"]},
        {"type": "string", "x-known-value": ["A"]},
    ],
    ids=str,
)
def test_broken_schema_extension_is_noticed(schema: dict[str, Any]) -> None:
    assert problems(schema, "schema") != []


@each_operation
def test_pages_name_parameters_that_exist(operation: dict[str, Any]) -> None:
    paging = operation.get("x-pagination", {})
    known = parameters(operation)
    if "page" in paging:
        assert known[paging["page"]]["schema"]["minimum"] == paging["first"]
        assert known[paging["page"]]["schema"]["default"] == paging["first"]
    if "size" in paging:
        assert known[paging["size"]]["schema"]["default"] == paging["page_size"]


def test_each_method_has_its_own_name() -> None:
    names = [(o["x-resource"], o["x-method"]) for o in OPERATIONS.values()]
    assert len(set(names)) == len(names) == 29


def test_only_account_routes_have_the_company_header() -> None:
    with_header = {name for name, o in OPERATIONS.items() if "x-company-id" in parameters(o)}
    account = {name for name, o in OPERATIONS.items() if o["x-route-family"] == "account"}
    assert with_header == account


@each_operation
def test_links_lead_somewhere(operation: dict[str, Any]) -> None:
    for response in map(resolve, operation["responses"].values()):
        for link in map(resolve, response.get("links", {}).values()):
            target = parameters(OPERATIONS[link["operationId"]])
            for name, expression in link.get("parameters", {}).items():
                assert name in target
                check_expression(str(expression), operation, response)


def check_expression(expression: str, operation: dict[str, Any], response: dict[str, Any]) -> None:
    """That what a link's expression points at is there, in every example that holds anything."""
    source, _, pointer = expression.partition("#")
    if source == "$response.body":
        check_pointer(pointer, response)
    elif source == "$request.body":
        check_pointer(pointer, operation["requestBody"])
    elif match := re.fullmatch(r"\$request\.(header|path)\.(.+)", source):
        assert parameters(operation)[match[2]]["in"] == match[1]
    else:
        assert not expression.startswith("$")


def check_pointer(pointer: str, body: dict[str, Any]) -> None:
    for example in body["content"]["application/json"]["examples"].values():
        value: Any = resolve(example)["value"]
        for step in pointer.split("/")[1:]:
            if value == []:
                break
            value = value[int(step) if isinstance(value, list) else step]


def weakly_known() -> Iterator[str]:
    """Each fact that no vendor page states, by the name the evidence file gives it."""
    names: dict[str, dict[str, Any]] = {}
    for name, schema in PARTS["schemas"].items():
        names[f"`{name}`"] = schema
        names |= {f"`{name}.{key}`": s for key, s in schema.get("properties", {}).items()}
    names |= {f"`{name}`": response for name, response in PARTS["responses"].items()}
    for name, operation in OPERATIONS.items():
        names[f"`{name}`"] = operation
        names |= {f"`{name}` {status}": r for status, r in operation["responses"].items()}
    for name, node in names.items():
        if node.get("x-evidence") in ("inferred", "third-party"):
            yield name


@pytest.mark.parametrize("fact", list(weakly_known()))
def test_weakly_known_fact_is_in_the_evidence_file(fact: str) -> None:
    assert fact in (ROOT / "spec/EVIDENCE.md").read_text(encoding="utf-8")
