"""The files themselves: valid, strict, in one style, and without a case too many."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from copy import deepcopy
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from .vectors import FILES, FOLDER, load, values_of

SCHEMA = load("vectors.schema")
PARTS: dict[str, Any] = SCHEMA["$defs"]
each_file = pytest.mark.parametrize("name", FILES)


def problems(document: Any, name: str | None = None) -> list[str]:
    schema = SCHEMA if name is None else {"$defs": PARTS, "$ref": f"#/$defs/{name}"}
    return [f"{error.json_path}: {error.message}" for error in Draft202012Validator(schema).iter_errors(document)]


def test_the_schema_is_one() -> None:
    Draft202012Validator.check_schema(SCHEMA)
    assert sorted(f"#/$defs/{name}" for name in FILES) == sorted(one["$ref"] for one in SCHEMA["oneOf"])


def test_objects_of_the_schema_are_closed() -> None:
    def open_objects(node: Any) -> Iterator[Any]:
        if isinstance(node, dict):
            if "properties" in node and "required" in node and node.get("additionalProperties") is not False:
                yield node
            for value in node.values():
                yield from open_objects(value)
        elif isinstance(node, list):
            for value in node:
                yield from open_objects(value)

    assert list(open_objects(SCHEMA)) == []


@each_file
def test_a_file_fits_its_definition(name: str) -> None:
    document = load(name)
    assert document["$schema"] == f"vectors.schema.json#/$defs/{name}"
    assert problems(document, name) == [] and problems(document) == []


@each_file
def test_an_unknown_key_is_refused_by_the_schema(name: str) -> None:
    for place in ("case", "expect", "document"):
        document = deepcopy(load(name))
        case = document["cases"][0]
        target = {"case": case, "expect": case.get("expect") or case["hops"][0]["expect"], "document": document}[place]
        target["surprise"] = 1
        assert problems(document, name), place


@each_file
def test_a_file_is_written_in_one_style(name: str) -> None:
    text = (FOLDER / f"{name}.json").read_text(encoding="utf-8")
    assert text == json.dumps(json.loads(text), indent=2) + "\n"


def test_the_schema_is_written_in_the_same_style() -> None:
    text = (FOLDER / "vectors.schema.json").read_text(encoding="utf-8")
    assert text == json.dumps(SCHEMA, indent=2) + "\n"


@each_file
def test_ids_are_unique_and_no_two_cases_have_the_same_input(name: str) -> None:
    cases = load(name)["cases"]
    assert [id for id, times in Counter(case["id"] for case in cases).items() if times > 1] == []
    all_inputs = [inputs_of(case) for case in cases]
    assert [text for text, times in Counter(all_inputs).items() if times > 1] == []


def inputs_of(case: dict[str, Any]) -> str:
    given = {key: value for key, value in case.items() if key not in {"id", "about", "expect", "row", "evidence"}}
    for hop in given.get("hops", []):
        del hop["expect"]
    return json.dumps(given)


def test_a_refused_hop_is_the_last() -> None:
    for case in load("redirects")["cases"]:
        assert all("refused" not in hop["expect"] for hop in case["hops"][:-1]), case["id"]


def test_large_ids_are_there_as_text_too() -> None:
    for context in values_of(load("policy")["cases"], "context"):
        company = (context or {}).get("company")
        large = type(company) is int and company >= 2**53
        assert (context or {}).get("company_text") == (str(company) if large else None)


def test_arrivals_are_in_their_order() -> None:
    for case in load("limits")["cases"]:
        times = [arrival["at"] for arrival in case["arrivals"]]
        assert times == sorted(times), case["id"]
        named = [entry[0] for entries in case["expect"].values() for entry in entries]
        assert sorted(named) == sorted(arrival["id"] for arrival in case["arrivals"]), case["id"]
