"""The spec as schemathesis reads it. It makes queries and checks responses; it never sends anything."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import httpx
import schemathesis
from hypothesis import HealthCheck, Phase, given, seed, settings
from schemathesis import GenerationMode
from schemathesis.config import SchemathesisConfig
from schemathesis.core.failures import FailureGroup
from schemathesis.openapi.checks import JsonSchemaError
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from ..contract import for_schemathesis

HERE = Path(__file__).parent
# Named one by one: others, such as the one for calls without the key, send requests of their own.
_CHECKS = [
    status_code_conformance,
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
]


class Schema:
    """The spec.

    Args:
        seed: the same one makes the same queries.

    Attributes:
        raw: the document.
    """

    def __init__(self, seed: int) -> None:
        # A configuration of its own: schemathesis would look for one in the folders above.
        loaded = schemathesis.openapi.from_dict(
            for_schemathesis(), config=SchemathesisConfig.from_path(HERE / "live.toml")
        )
        self.raw: dict[str, Any] = loaded.raw_schema
        self._seed = seed
        found = [result.ok() for result in loaded.get_all_operations()]
        self._operations = {one.definition.raw["operationId"]: one for one in found}

    def queries(self, operation: str, number: int) -> list[dict[str, Any]]:
        """Up to so many different queries that fit the spec; the first is empty."""
        made: list[dict[str, Any]] = [{}]

        @seed(self._seed)
        @settings(
            max_examples=number,
            phases=[Phase.generate],
            database=None,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        )
        @given(case=self._operations[operation].as_strategy(generation_mode=GenerationMode.POSITIVE))
        def collect(case: schemathesis.Case) -> None:
            if case.query not in made:
                made.append(dict(case.query))

        collect()
        return made[:number]

    def failures(self, operation: str, ids: dict[str, str], response: httpx.Response) -> set[str]:
        """What schemathesis' checks find wrong with a response, without any value of it."""
        try:
            self._operations[operation].Case(path_parameters=ids).validate_response(response, checks=_CHECKS)
        except FailureGroup as group:
            return {_described(failure) for failure in group.exceptions}
        return set()


def _described(failure: BaseException) -> str:
    # The message quotes the response.
    text = str(getattr(failure, "title", type(failure).__name__))
    if isinstance(failure, JsonSchemaError):
        text += f" at {'/'.join(map(str, failure.schema_path))}"
    return text
