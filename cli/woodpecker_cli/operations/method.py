"""The library's method for an operation, and its arguments."""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable
from typing import Any

import woodpecker_client.models

from .spec import DescribedOperation, Field

_OTHER = re.compile(r"[^a-z0-9]")


def method_of(routes: object, operation: DescribedOperation) -> Callable[..., Any]:
    """The method of `Account` or `Agency`, or of the routes below them, in either form."""
    for name in (*operation.resource, operation.name):
        routes = getattr(routes, name)
    assert callable(routes)
    return routes


def arguments_of(method: Callable[..., Any], operation: DescribedOperation, values: dict[str, Any]) -> dict[str, Any]:
    """The keyword arguments for values by their names in the API.

    How the generator makes a Python name (`from_` of `from`) is its own affair: the signature is asked instead.
    """
    if not values:
        return {}
    names = {_letters(name): name for name in inspect.signature(method).parameters}
    fields = {field.name: field for field in (*operation.arguments, *operation.query, *operation.body)}
    return {names[_letters(name)]: _argument(fields[name], value) for name, value in values.items()}


def _letters(name: str) -> str:
    return _OTHER.sub("", name.lower())


def _argument(field: Field, value: Any) -> Any:
    """A model for an object; the objects of a list become models in the method."""
    if field.model and isinstance(value, dict):
        return getattr(woodpecker_client.models, field.model).from_dict(value)
    return value
