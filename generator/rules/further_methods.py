"""`x-wait` and `x-lookup` name properties that are always there, and methods that have a place of their own."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..json_value import Pointer, is_mapping, mapping, sequence
from ..spec import Operation, Problem, Spec
from .pagination import success_schema

_WANTED = {"until": ("boolean",), "pending": ("integer",), "of": ("integer",), "by": ("integer", "string")}


def further_methods_name_properties(spec: Spec) -> Iterator[Problem]:
    """The properties that they read are required and of a type that can be read as what they say."""
    for operation in spec.operations():
        response = spec.resolve(success_schema(spec, operation))
        for place, said in further_methods(operation):
            node = response
            if place[-2] == "x-lookup":
                node = _entry(spec, response, mapping(operation.raw.get("x-pagination")).get("items"))
            for key in _WANTED.keys() & said.keys():
                prop = mapping(mapping(node.get("properties")).get(said[key]))
                if said[key] not in sequence(node.get("required")) or prop.get("type") not in _WANTED[key]:
                    kinds = " or ".join(_WANTED[key])
                    reason = f"{operation.name}: {said[key]} is no required property of type {kinds}"
                    yield spec.problem((*place, key), reason)


def further_methods(operation: Operation) -> Iterator[tuple[Pointer, dict[str, Any]]]:
    """What `x-wait` and `x-lookup` of an operation say, each with its place."""
    wait = operation.raw.get("x-wait")
    if is_mapping(wait):
        yield (*operation.pointer, "x-wait"), wait
    for number, said in enumerate(sequence(operation.raw.get("x-lookup"))):
        if is_mapping(said):
            yield (*operation.pointer, "x-lookup", number), said


def _entry(spec: Spec, response: dict[str, Any], items: Any) -> dict[str, Any]:
    """The schema of an entry of a listing."""
    listed = response
    for step in str(items).split("/")[1:]:
        listed = spec.resolve(mapping(mapping(spec.resolve(listed).get("properties")).get(step)))
    return spec.resolve(mapping(spec.resolve(listed).get("items")))
