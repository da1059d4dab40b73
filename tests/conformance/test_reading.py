"""reading.json: a JSON value -> a model's fields, or an error that names the model and the key."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any

import pytest
from woodpecker_client import UNSET, InvalidValue, models
from woodpecker_runtime.model import Model

from .vectors import cases, inputs, steps


@cases("reading")
def test_a_value_becomes_these_fields_or_is_refused(case: dict[str, Any]) -> None:
    replay(**inputs(case))


def replay(*, schema: str, value: dict[str, Any], expect: dict[str, Any]) -> None:
    model: type[Model] = getattr(models, schema)
    if "refused" in expect:
        with pytest.raises(InvalidValue) as caught:
            model.from_dict(value)
        check_refusal(caught.value, **expect["refused"])
    else:
        check_fields(model.from_dict(value), **expect)


def check_refusal(error: InvalidValue, *, model: str, key: str) -> None:
    assert str(error).startswith(f"{model}.{key} ")


def check_fields(
    read: Model,
    *,
    fields: dict[str, Any] | None = None,
    moments: dict[str, str | None] | None = None,
    absent: list[str] | None = None,
) -> None:
    for pointer, expected in (fields or {}).items():
        # As JSON, because to Python 1, 1.0 and True are equal.
        assert json.dumps(plain(at(read, pointer))) == json.dumps(expected), pointer
    for pointer, moment in (moments or {}).items():
        found = at(read, pointer).datetime
        assert found == (None if moment is None else datetime.fromisoformat(moment)), pointer
        assert found is None or found.astimezone(UTC).tzinfo is UTC
    for pointer in absent or []:
        assert at(read, pointer) is UNSET, pointer


def at(value: Any, pointer: str) -> Any:
    for step in steps(pointer):
        value = value[int(step)] if isinstance(value, list) else field(value, step)
    return value


def field(parent: Any, key: str) -> Any:
    """What is at a JSON key, under whatever attribute the model has it."""
    if not isinstance(parent, Model):
        return parent[key]
    attributes = {name: attribute for attribute, name in parent._names.items()}
    return getattr(parent, attributes[key]) if key in attributes else parent[key]


def plain(value: Any) -> Any:
    """A field as the JSON it came from."""
    if isinstance(value, Model):
        return value.to_dict()
    if isinstance(value, list):
        return [plain(item) for item in value]
    return getattr(value, "raw", value)
