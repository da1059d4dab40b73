"""From a function's arguments to the parts of a request: what does not fit is refused by its name."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from functools import cache, wraps
from inspect import Parameter, signature
from types import NoneType, UnionType
from typing import Any, Literal, ParamSpec, TypeAlias, TypeVar, Union, cast, get_args, get_origin, get_type_hints

from woodpecker_auth import InvalidValue, Secret

from .model import Model
from .parsing import type_error
from .types import UNSET, Unset
from .vendor_time import VendorTime

P = ParamSpec("P")
T = TypeVar("T")
# Takes a value and its name, and raises InvalidValue.
_Check: TypeAlias = Callable[[Any, str], None]


def checked(function: Callable[P, T]) -> Callable[P, T]:
    """The function, refusing keyword arguments that cannot be sent as what they are declared to be.

    Type checkers say the same earlier. Without either, httpx and json would fail in ways of their own, or send
    something else than what was meant. Ids come by position and have checks of their own.
    """

    @cache
    def checks() -> dict[str, _Check]:
        hints = get_type_hints(function)
        return {
            name: _check_of(hints[name])
            for name, parameter in signature(function).parameters.items()
            if parameter.kind is Parameter.KEYWORD_ONLY
        }

    @wraps(function)
    def refusing(*args: P.args, **kwargs: P.kwargs) -> T:
        known = checks()
        for name, value in kwargs.items():
            known[name](value, name)
        return function(*args, **kwargs)

    return refusing


def _check_of(kind: Any) -> _Check:
    """The check for a type as the generator writes them."""
    origin, inner = get_origin(kind), get_args(kind)
    if origin in (Union, UnionType):
        empty = {one for one in inner if one in (Unset, NoneType)}
        (rest,) = set(inner) - empty
        return _optional(empty, _check_of(rest))
    if origin is Literal:
        # Which values there are is up to the API: it may know more by now.
        return _check_of(type(inner[0]))
    if origin is list:
        return _list_of(_check_of(inner[0]))
    if isinstance(kind, type) and issubclass(kind, Model):
        return _model(kind)
    return _SCALARS[origin or kind]


def _optional(empty: set[Any], check: _Check) -> _Check:
    def optional(value: Any, name: str) -> None:
        if type(value) not in empty:
            check(value, name)

    return optional


def _list_of(check: _Check) -> _Check:
    def each(value: object, name: str) -> None:
        if not isinstance(value, list):
            raise type_error(value, name, "a list")
        for place, item in enumerate(cast("list[object]", value)):
            check(item, f"{name}[{place}]")

    return each


def _model(kind: type[Model]) -> _Check:
    hints = get_type_hints(kind)
    checks = {name: _check_of(hints[name]) for name in (*kind._names, "additional_properties")}  # pyright: ignore[reportPrivateUsage]

    def fields(value: Any, name: str) -> None:
        if not isinstance(value, kind):
            raise type_error(value, name, f"a {kind.__name__}")
        # A method of a resource takes the fields of its body as parameters.
        prefix = "" if name == "body" else f"{name}."
        for field, check in checks.items():
            check(getattr(value, field, UNSET), prefix + field)

    return fields


def _anything(value: Any, name: str) -> None:
    if value is UNSET:
        raise type_error(value, name, "present")


def _flag(value: Any, name: str) -> None:
    if type(value) is not bool:
        raise type_error(value, name, "a boolean")


def check_integer(value: Any, name: str) -> None:
    if type(value) is not int:
        raise type_error(value, name, "an integer")
    if not -(2**63) <= value < 2**63:
        raise InvalidValue(f"{name} should be an integer of at most 64 bits")


def _day(value: Any, name: str) -> None:
    if not isinstance(value, date):
        raise type_error(value, name, "a date")


def check_text(value: Any, name: str) -> None:
    if not isinstance(value, str):
        raise type_error(value, name, "text")
    if not value.isascii():
        try:
            value.encode()
        except UnicodeEncodeError:
            raise InvalidValue(f"{name} holds a lone surrogate, which is no text") from None


def _object(value: Any, name: str) -> None:
    if not isinstance(value, dict):
        raise type_error(value, name, "a dict")


_SCALARS: dict[Any, _Check] = {
    Any: _anything, bool: _flag, int: check_integer, date: _day, str: check_text, Secret: check_text,
    VendorTime: check_text, dict: _object,
}  # fmt: skip


def path_id(name: str, value: int) -> int:
    """An id for a path.

    Raises:
        InvalidValue: it is not a positive integer of at most 64 bits; anything else could name another resource.
    """
    if type(value) is not int or not 0 < value < 2**63:
        # Not every integer can be written.
        shown = value if type(value) is int and abs(value) < 2**70 else type(value).__name__
        raise InvalidValue(f"{name} should be a positive integer of at most 64 bits, not {shown}")
    return value


def plain(value: Any) -> Any:
    """The value; a text of another class, such as a member of an enum, as the `str` that it is.

    A URL would get what its `__str__` says: `Status.RUNNING` for a member of a `(str, Enum)`.
    """
    return str.__str__(value) if isinstance(value, str) else value


def query(parameters: dict[str, Any]) -> dict[str, Any]:
    """The query parameters that were given; dates as the API reads them (YYYY-MM-DD)."""
    return {
        name: date.isoformat(value) if isinstance(value, date) else plain(value)
        for name, value in parameters.items()
        if value is not UNSET
    }


def secrets_in(body: object) -> Iterator[Secret]:
    """The secrets of a JSON body."""
    if isinstance(body, Secret):
        yield body
    elif isinstance(body, dict):
        for value in cast("dict[str, object]", body).values():
            yield from secrets_in(value)
    elif isinstance(body, list):
        for value in cast("list[object]", body):
            yield from secrets_in(value)
