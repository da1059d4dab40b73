"""Reading JSON into typed values: tolerant of what is new, clear about what is wrong.

A reader takes a value and the place it stands at ("Company.id") and returns the typed value. It accepts what loses
nothing (a number written as text, an empty string for "none") and raises `InvalidValue` for the rest.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import Any, TypeAlias, TypeVar, cast

from woodpecker_auth import InvalidValue, Secret

from .types import UNSET, Unset
from .vendor_time import VendorTime

T = TypeVar("T")
Reader: TypeAlias = Callable[[object, str], T]


def type_error(value: object, where: str, wanted: str) -> InvalidValue:
    """The error for a value that is not what is wanted; it shows the value's type, never the value."""
    if value is UNSET:
        return InvalidValue(f"{where} is missing")
    return InvalidValue(f"{where} should be {wanted}, not {_json_type(value)}")


def _json_type(value: object) -> str:
    names: dict[type[Any], str] = {
        type(None): "null",
        bool: "a boolean",
        str: "text",
        dict: "an object",
        list: "an array",
    }
    kind = type(value).__name__
    return names.get(type(value), f"a number ({kind})" if isinstance(value, int | float) else f"a value of type {kind}")


def anything(value: object, where: str) -> Any:
    if value is UNSET:
        raise type_error(value, where, "present")
    return value


def nothing(value: object, where: str) -> None:
    """For responses that carry no body."""


def fields_of(value: Any, where: str, model: type[object]) -> dict[str, Any]:
    """A copy of the fields of a JSON object."""
    # Not `isinstance`: type checkers would take the value for a dict of unknown things, and a cast costs a call.
    if not issubclass(value.__class__, dict):
        raise type_error(value, where, f"an object ({model.__name__})")
    copy: dict[str, Any] = value.copy()
    return copy


def integer(value: object, where: str) -> int:
    if type(value) is int:
        return value
    # Seen or expected in the wild: ids written as text, whole numbers written with a fraction.
    if isinstance(value, str) and value.isascii() and value.removeprefix("-").isdigit() and len(value) < 20:
        return int(value)
    if isinstance(value, float) and value.is_integer():
        return int(value)
    raise type_error(value, where, "an integer")


def number(value: object, where: str) -> float:
    if type(value) is float or type(value) is int:
        return value
    raise type_error(value, where, "a number")


def string(value: object, where: str) -> str:
    if type(value) is str:
        return value
    if type(value) is int or type(value) is float:
        return str(value)
    raise type_error(value, where, "text")


def boolean(value: object, where: str) -> bool:
    if type(value) is bool:
        return value
    raise type_error(value, where, "a boolean")


def secret(value: object, where: str) -> Secret:
    return Secret(string(value, where))


def vendor_time(value: object, where: str) -> VendorTime:
    if value is UNSET or value is None:
        raise type_error(value, where, "a time")
    # Not from JSON, but whoever reads a dict of their own may have put one in it.
    return to_time(cast("Any", value), where) if isinstance(value, date) else VendorTime(value)


def list_of(reader: Reader[T]) -> Reader[list[T]]:
    def read(value: Any, where: str) -> list[T]:
        if issubclass(value.__class__, list):
            return [reader(item, where) for item in value]
        # Older responses write an empty list as an empty text.
        if value == "":
            return []
        raise type_error(value, where, "an array")

    return read


def nullable(reader: Reader[T]) -> Reader[T | None]:
    def read(value: object, where: str) -> T | None:
        return None if value is None else reader(value, where)

    return read


def optional(reader: Reader[T]) -> Reader[T | Unset]:
    """For a key that may be absent; null counts as absent where the API documents no null."""

    def read(value: object, where: str) -> T | Unset:
        return UNSET if value is UNSET or value is None else reader(value, where)

    return read


def optional_nullable(reader: Reader[T]) -> Reader[T | None | Unset]:
    def read(value: object, where: str) -> T | None | Unset:
        if value is UNSET:
            return UNSET
        return None if value is None else reader(value, where)

    return read


def unknown_fields(fields: Mapping[str, Any]) -> dict[str, Any]:
    """A copy, so that what `attrs.evolve` makes shares nothing with what it was made from."""
    # The first question is quick and nearly always enough; an abstract class takes its time to answer the second.
    if fields.__class__ is not dict and not isinstance(fields, Mapping):  # pyright: ignore[reportUnnecessaryIsInstance]
        raise type_error(fields, "additional_properties", "an object")
    return dict(fields)


def to_secret(value: str, name: str = "a secret") -> Secret:
    if not isinstance(value, str):  # pyright: ignore[reportUnnecessaryIsInstance]
        raise type_error(value, name, "text")
    return Secret(value)


def to_optional_secret(value: str | Unset, name: str = "a secret") -> Secret | Unset:
    return value if isinstance(value, Unset) else to_secret(value, name)


def to_time(value: datetime | str, name: str = "a time") -> VendorTime:
    if isinstance(value, VendorTime):
        return value
    if not isinstance(value, datetime | str):  # pyright: ignore[reportUnnecessaryIsInstance]
        raise type_error(value, name, "a datetime or text")
    try:
        return VendorTime(value)
    except Exception as naive:  # whatever a time zone of somebody else's raises
        reason = str(naive) if isinstance(naive, ValueError) else type(naive).__name__
    raise InvalidValue(f"{name} cannot be sent: {reason}")


def to_optional_time(value: datetime | str | Unset, name: str = "a time") -> VendorTime | Unset:
    return value if isinstance(value, Unset) else to_time(value, name)
