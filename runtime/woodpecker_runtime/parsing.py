"""Reading JSON into typed values: tolerant of what is new, clear about what is wrong.

A reader takes a value and the place it stands at ("Company.id") and returns the typed value. It accepts what loses
nothing (a number written as text, an empty string for "none") and raises `InvalidValue` for the rest.
"""

from __future__ import annotations

import traceback
from collections.abc import Callable, Iterator, Mapping
from datetime import datetime
from functools import wraps
from typing import Any, ClassVar, Self, TypeAlias, TypeVar, cast

from attrs import evolve
from woodpecker_auth import InvalidValue, Secret

from .types import UNSET, Unset
from .vendor_time import VendorTime

T = TypeVar("T")
Reader: TypeAlias = Callable[[object, str], T]


class Model:
    """What all models share: unknown fields are kept, and `to_dict()` gives back what `from_dict()` was given."""

    __slots__ = ()

    additional_properties: dict[str, Any]
    _names: ClassVar[Mapping[str, str]]
    """JSON key of each attribute."""

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read a JSON object.

        Raises:
            InvalidValue: a required key is missing, or a value cannot be what the API documents.
        """
        try:
            return cls._from_dict(src_dict)
        except BaseException as failure:
            del src_dict
            traceback.clear_frames(failure.__traceback__)  # they hold the values, secret ones included
            raise

    @classmethod
    def _from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        raise NotImplementedError

    @classmethod
    def read(cls, value: object, where: str) -> Self:
        """`from_dict` as a reader, for models inside other values."""
        if not isinstance(value, dict):
            raise unfit(value, where, f"an object ({cls.__name__})")
        return cls._from_dict(cast("dict[str, Any]", value))

    def to_dict(self) -> dict[str, Any]:
        """The JSON object: fields that were not set are left out, unknown ones are included."""
        written: dict[str, Any] = {}
        for attribute, key in self._names.items():
            value = getattr(self, attribute)
            if value is not UNSET:
                written[key] = _write(value)
        return written | self.additional_properties

    def __rich_repr__(self) -> Iterator[tuple[str, object]]:
        """The fields that are set. Unknown ones are named only: nobody knows whether they are secret.

        The rich library asks for this and would otherwise show every attribute.
        """
        for name in self._names:
            # A debugger may look before it is complete.
            if (value := getattr(self, name, UNSET)) is not UNSET:
                yield name, _shown(value)
        for key in getattr(self, "additional_properties", ()):
            yield key, _HIDDEN

    def __repr__(self) -> str:
        return f"{type(self).__name__}({', '.join(f'{name}={value!r}' for name, value in self.__rich_repr__())})"

    def __replace__(self, **changes: Any) -> Self:
        """For `copy.replace` (Python 3.13), which keeps unknown fields as `attrs.evolve` does."""
        changed: Self = evolve(cast("Any", self), **changes)
        return changed

    def __getitem__(self, key: str) -> Any:
        return self.additional_properties[key]

    def __contains__(self, key: str) -> bool:
        return key in self.additional_properties


class _Hidden:
    def __repr__(self) -> str:
        return "…"


_HIDDEN = _Hidden()


def _shown(value: object) -> object:
    """A field as a repr shows it: of an object that has no model, as of unknown fields, the names alone."""
    if isinstance(value, dict):
        return dict.fromkeys(cast("dict[str, object]", value), _HIDDEN)
    if isinstance(value, list):
        return [_shown(item) for item in cast("list[object]", value)]
    return value


M = TypeVar("M", bound=Model)


def hides_arguments(model: type[M]) -> type[M]:
    """For models with secrets: a call of the constructor that fails leaves no frame that shows its arguments."""
    construct = model.__init__

    @wraps(construct)
    def guarded(self: M, *args: Any, **kwargs: Any) -> None:
        try:
            construct(self, *args, **kwargs)
        except BaseException as failure:
            del args, kwargs
            traceback.clear_frames(failure.__traceback__)
            raise

    setattr(model, "__init__", guarded)  # noqa: B010 - type checkers take an assignment for a mistake
    return model


def _write(value: Any) -> Any:
    if isinstance(value, Model):
        return value.to_dict()
    if isinstance(value, list):
        return [_write(item) for item in value]  # pyright: ignore[reportUnknownVariableType]
    if isinstance(value, VendorTime):
        return value.raw
    return value


def unfit(value: object, where: str, wanted: str) -> InvalidValue:
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
        raise unfit(value, where, "present")
    return value


def nothing(value: object, where: str) -> None:
    """For answers that carry no body."""


def integer(value: object, where: str) -> int:
    if type(value) is int:
        return value
    # Seen or expected in the wild: ids written as text, whole numbers written with a fraction.
    if isinstance(value, str) and value.isascii() and value.removeprefix("-").isdigit() and len(value) < 20:
        return int(value)
    if isinstance(value, float) and value.is_integer():
        return int(value)
    raise unfit(value, where, "an integer")


def number(value: object, where: str) -> float:
    if type(value) is float or type(value) is int:
        return value
    raise unfit(value, where, "a number")


def string(value: object, where: str) -> str:
    if type(value) is str:
        return value
    if type(value) is int or type(value) is float:
        return str(value)
    raise unfit(value, where, "text")


def boolean(value: object, where: str) -> bool:
    if type(value) is bool:
        return value
    raise unfit(value, where, "a boolean")


def secret(value: object, where: str) -> Secret:
    return Secret(string(value, where))


def vendor_time(value: object, where: str) -> VendorTime:
    if value is UNSET or value is None:
        raise unfit(value, where, "a time")
    return VendorTime(value)


def list_of(reader: Reader[T]) -> Reader[list[T]]:
    def read(value: object, where: str) -> list[T]:
        if isinstance(value, list):
            return [reader(item, where) for item in cast("list[object]", value)]
        # Older answers write an empty list as an empty text.
        if value == "":
            return []
        raise unfit(value, where, "an array")

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
    if not isinstance(fields, Mapping):  # pyright: ignore[reportUnnecessaryIsInstance]
        raise unfit(fields, "additional_properties", "an object")
    return dict(fields)


def to_secret(value: str, name: str = "a secret") -> Secret:
    if not isinstance(value, str):  # pyright: ignore[reportUnnecessaryIsInstance]
        raise unfit(value, name, "text")
    return Secret(value)


def to_optional_secret(value: str | Unset, name: str = "a secret") -> Secret | Unset:
    return value if isinstance(value, Unset) else to_secret(value, name)


def to_time(value: datetime | str, name: str = "a time") -> VendorTime:
    if isinstance(value, VendorTime):
        return value
    if not isinstance(value, datetime | str):  # pyright: ignore[reportUnnecessaryIsInstance]
        raise unfit(value, name, "a datetime or text")
    try:
        return VendorTime(value)
    except Exception as naive:  # whatever a time zone of somebody else's raises
        reason = str(naive) if isinstance(naive, ValueError) else type(naive).__name__
    raise InvalidValue(f"{name} cannot be sent: {reason}")


def to_optional_time(value: datetime | str | Unset, name: str = "a time") -> VendorTime | Unset:
    return value if isinstance(value, Unset) else to_time(value, name)
