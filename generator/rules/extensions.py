"""The x- keys of an operation have the shapes that spec/extensions.schema.json gives them."""

from __future__ import annotations

import json
from collections.abc import Iterator

from jsonschema import Draft202012Validator

from ..spec import Problem, Spec


def extensions_fit_their_schema(spec: Spec) -> Iterator[Problem]:
    """Missing and unknown x- keys, and values outside of what each may be."""
    schema = json.loads(spec.path.with_name("extensions.schema.json").read_text(encoding="utf-8"))
    validator = Draft202012Validator(schema)
    for operation in spec.operations():
        for error in validator.iter_errors(operation.raw):
            where = "".join(f"{step}: " for step in error.absolute_path)
            yield spec.problem(
                (*operation.pointer, *error.absolute_path), f"{operation.name}: {where}{error.message}"
            )
