"""What a schema asks of a value beyond its type. A constraint says whether it holds, and nothing about the value."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import partial
from operator import ge, gt, le, lt
from typing import Any, Literal

from attrs import frozen


@frozen
class Constraint:
    """One constraint.

    Attributes:
        kind: the kind of mismatch if it does not hold.
        broken: what to say then.
        holds: takes the parsed value, of any type.
    """

    kind: Literal["unknown_value", "format", "limit"]
    broken: str
    holds: Callable[[Any], bool]


# The second and third are the forms of `x-vendor-time`; spec/README.md describes them.
_FORMATS = {
    "date-time": r"\d{4}-\d\d-\d\d[Tt]\d\d:\d\d:\d\d(\.\d+)?([Zz]|[+-]\d\d:\d\d)",
    "utc": r"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d",
    "offset": r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d{4}",
}
_INT64 = 2**63
_LIMITS: dict[str, tuple[tuple[type, ...], Callable[[Any, Any], bool]]] = {
    "minimum": ((int, float), ge),
    "maximum": ((int, float), le),
    "exclusiveMinimum": ((int, float), gt),
    "exclusiveMaximum": ((int, float), lt),
    "minLength": ((str,), lambda text, limit: len(text) >= limit),
    "maxLength": ((str,), lambda text, limit: len(text) <= limit),
    "minItems": ((list,), lambda items, limit: len(items) >= limit),
    "maxItems": ((list,), lambda items, limit: len(items) <= limit),
}


def constraints_of(schema: dict[str, Any]) -> Iterator[Constraint]:
    """The constraints of an OpenAPI 3.1 schema."""
    for keyword in ("enum", "x-known-values"):
        if keyword in schema:
            yield Constraint("unknown_value", f"a value outside of {keyword}", partial(_among, schema[keyword]))
    for keyword, (types, compare) in _LIMITS.items():
        if keyword in schema:
            yield Constraint("limit", f"beyond {keyword}", partial(_within, types, compare, schema[keyword]))
    if schema.get("format") == "int64":
        yield Constraint("limit", "beyond int64", _fits_int64)
    for keyword in ("format", "x-vendor-time"):
        form = schema.get(keyword)
        if form in _FORMATS:
            matches = re.compile(_FORMATS[form]).fullmatch
            yield Constraint("format", f"not of the form {form}", partial(_has_form, matches))
    if "pattern" in schema:
        yield Constraint("format", "not as its pattern", partial(_has_form, re.compile(schema["pattern"]).search))


def _among(known: list[Any], value: object) -> bool:
    return value in known


def _within(types: tuple[type, ...], compare: Callable[[Any, Any], bool], limit: Any, value: object) -> bool:
    return not isinstance(value, types) or isinstance(value, bool) or compare(value, limit)


def _fits_int64(value: object) -> bool:
    return not isinstance(value, int) or -_INT64 <= value < _INT64


def _has_form(match: Callable[[str], object], value: object) -> bool:
    return not isinstance(value, str) or match(value) is not None
