"""The document is OpenAPI 3.0.3, and says nothing that 3.0.3 ignores without a word."""

from __future__ import annotations

import os
import textwrap
from collections.abc import Iterator
from typing import Any

from jsonschema.exceptions import ValidationError
from openapi_spec_validator import OpenAPIV30SpecValidator
from openapi_spec_validator.validation.exceptions import DuplicateOperationIDError

from ..json_value import Pointer
from ..schemas import schemas_in
from ..spec import Problem, Spec

# Left to itself it takes jsonschema-rs where that happens to be installed, whose complaints name no place inside.
os.environ["OPENAPI_SPEC_VALIDATOR_SCHEMA_VALIDATOR_BACKEND"] = "jsonschema"


def document_is_openapi(spec: Spec) -> Iterator[Problem]:
    """What openapi-spec-validator finds, at the deepest place it names."""
    if spec.document.get("openapi") != "3.0.3":
        yield spec.problem(("openapi",), "openapi: 3.0.3 is the version this project writes")
        return
    validator: Any = OpenAPIV30SpecValidator(spec.document)
    # What the validator looks at beyond the meta-schema, it takes to have the right type.
    for found in list(validator.schema_validator.iter_errors(spec.document)) or validator.iter_errors():
        if not isinstance(found, DuplicateOperationIDError):  # reported with its line by rules.names
            error = _deepest(found)
            yield spec.problem(_place(spec, error), textwrap.shorten(error.message, 200))


def _deepest(error: ValidationError) -> ValidationError:
    while error.context:
        error = max(error.context, key=lambda one: len(one.absolute_path))
    return error


def _place(spec: Spec, error: ValidationError) -> Pointer:
    if error.absolute_path:
        return tuple(error.absolute_path)
    for operation in spec.operations():
        # An error about a whole operation names it in the text alone.
        if f"'{operation.verb}'" in error.message and f"'{operation.path}'" in error.message:
            return operation.pointer
    return next((at for at, node in schemas_in(spec.document) if node is error.schema), ())


def nullable_has_a_type(spec: Spec) -> Iterator[Problem]:
    """3.0.3 gives `nullable` a meaning only beside a `type` (https://spec.openapis.org/oas/v3.0.3#schema-nullable)."""
    for pointer, node in schemas_in(spec.document):
        if "nullable" in node and "type" not in node:
            yield spec.problem((*pointer, "nullable"), "nullable says nothing without a type beside it")
