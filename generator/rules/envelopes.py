"""An object with `x-envelopes` has what its envelopes have."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..json_value import mapping, sequence
from ..schemas import schemas_in
from ..spec import Problem, Spec

# What says nothing about values.
_ANNOTATIONS = {"description", "x-evidence", "x-known-values", "x-vendor-time"}


def envelopes_fit_into_their_object(spec: Spec) -> Iterator[Problem]:
    """Its properties are those of all envelopes, each as they describe it, and of any type if they disagree.

    It requires what all of them require: anything that is one of the envelopes is valid as the object.
    """
    for pointer, node in schemas_in(spec.document):
        if "x-envelopes" not in node:
            continue
        envelopes = [spec.resolve(mapping(one)) for one in sequence(node["x-envelopes"])]
        properties = mapping(node.get("properties"))
        forms: dict[str, list[Any]] = {}
        for envelope in envelopes:
            for name, schema in mapping(envelope.get("properties")).items():
                forms.setdefault(name, []).append(_constraints(schema))
        for name in sorted(forms.keys() ^ properties.keys()):
            yield spec.problem(
                (*pointer, "properties"), f"{name}: the object and its envelopes have the same properties"
            )
        for name in forms.keys() & properties.keys():
            first, *others = forms[name]
            wanted: Any = first if all(one == first for one in others) else {}
            if _constraints(properties[name]) != wanted:
                yield spec.problem(
                    (*pointer, "properties", name), f"{name}: not as in the envelopes, which say {wanted}"
                )
        common = set[Any].intersection(*(set(sequence(one.get("required"))) for one in envelopes))
        if set(sequence(node.get("required"))) != common:
            yield spec.problem(pointer, f"required: all envelopes require {sorted(common)}, and nothing else")


def _constraints(schema: Any) -> dict[str, Any]:
    return {key: value for key, value in mapping(schema).items() if key not in _ANNOTATIONS}
