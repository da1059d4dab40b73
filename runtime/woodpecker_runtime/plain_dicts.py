"""Plain dicts in place of models: what is passed as a dict is a model before it is sent, or refused by its key."""

from __future__ import annotations

import traceback
from collections.abc import Mapping, Sequence
from functools import cache
from types import UnionType
from typing import Any, NamedTuple, TypeVar, Union, cast, get_args, get_origin, get_type_hints

from attrs import NOTHING, fields_dict
from woodpecker_auth import InvalidValue, Secret

from .model import Model
from .parsing import to_secret, to_time
from .types import UNSET
from .vendor_time import VendorTime

M = TypeVar("M", bound=Model)

_CONVERTERS: dict[Any, Any] = {Secret: to_secret, VendorTime: to_time}


def to_models(values: Sequence[M | Mapping[str, object]], kind: type[M], name: str) -> list[M]:
    """The list with a model for each dict. What is neither is left to the checks of what is sent.

    Raises:
        InvalidValue: a dict lacks a key, has one that the model has not, or a secret or a time that is none.
    """
    if not isinstance(values, list | tuple):
        return cast("list[M]", values)
    try:
        return [
            _model(kind, cast("dict[object, object]", value), f"{name}[{place}]") if isinstance(value, dict) else value
            for place, value in enumerate(cast("list[M]", values))
        ]
    except BaseException as failure:
        del values
        traceback.clear_frames(failure.__traceback__)  # they hold the values, secret ones included
        raise


class _Field(NamedTuple):
    attribute: str
    required: bool
    convert: Any


@cache
def _fields(kind: type[Model]) -> dict[str, _Field]:
    """The fields of a model by their JSON keys."""
    hints, defined = get_type_hints(kind), fields_dict(cast("Any", kind))
    return {
        key: _Field(attribute, defined[attribute].default is NOTHING, _CONVERTERS.get(_type(hints[attribute])))
        for attribute, key in kind._names.items()  # pyright: ignore[reportPrivateUsage]
    }


def _type(hint: Any) -> Any:
    """The type without what stands for none."""
    if get_origin(hint) in (Union, UnionType):
        return next((one for one in get_args(hint) if one in _CONVERTERS), None)
    return hint if isinstance(hint, type) else None


def _model(kind: type[M], given: dict[object, object], name: str) -> M:
    fields = _fields(cast("Any", kind))
    for key in given:
        if key not in fields:
            # A text that is no name could be anything, a value in the wrong place included.
            shown = repr(key) if isinstance(key, str) and key.isidentifier() and len(key) <= 40 else "of that name"
            raise InvalidValue(f"{name} has no key {shown}; the keys are {', '.join(fields)}")
    for key, field in fields.items():
        if field.required and key not in given:
            raise InvalidValue(f"{name}.{key} is missing")
    return kind(
        **{
            fields[cast("str", key)].attribute: _value(fields[cast("str", key)], value, f"{name}.{key}")
            for key, value in given.items()
        }
    )


def _value(field: _Field, value: object, name: str) -> Any:
    return value if field.convert is None or value is UNSET else field.convert(value, name)
