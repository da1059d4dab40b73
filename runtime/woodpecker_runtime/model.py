"""What all models share: reading and writing JSON objects, and a repr without secrets."""

from __future__ import annotations

import traceback
from collections.abc import Iterator, Mapping
from functools import wraps
from typing import Any, ClassVar, Self, TypeVar, cast

from attrs import evolve
from woodpecker_auth import Secret
from woodpecker_auth.redaction import REDACTED

from .types import UNSET
from .vendor_time import VendorTime


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
            return cls.read(dict(src_dict), cls.__name__)
        except BaseException as failure:
            del src_dict
            traceback.clear_frames(failure.__traceback__)  # they hold the values, secret ones included
            raise

    @classmethod
    def read(cls, value: Any, where: str) -> Self:
        """`from_dict` as a reader, for models inside other values."""
        raise NotImplementedError

    def to_dict(self) -> dict[str, Any]:
        """The JSON object: fields that were not set are left out, unknown ones are included."""
        written: dict[str, Any] = {}
        for attribute, key in self._names.items():
            value = getattr(self, attribute)
            if value is not UNSET:
                written[key] = _write(value)
        return written | self.additional_properties

    def to_record(self) -> dict[str, object]:
        """The fields that are set as one flat row, by how they are reached: `details.email`.

        Secrets are `***`; fields that the spec does not describe are left out. Times are text, lists stay lists.
        `woodpecker_client.records` makes rows with the same columns of many models.
        """
        row: dict[str, object] = {}
        for name in self._names:
            value = getattr(self, name, UNSET)
            if isinstance(value, Model):
                row |= {f"{name}.{inner}": field for inner, field in value.to_record().items()}
            elif value is not UNSET:
                row[name] = _in_a_table(value)
        return row

    def _repr_html_(self) -> str:
        """A notebook shows a table of the fields."""
        from .html_table import html_table

        return html_table(("field", "value"), [*self.to_record().items()])

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


def _in_a_table(value: object) -> object:
    """A field as a table shows it."""
    if isinstance(value, Secret):
        return REDACTED
    if isinstance(value, VendorTime):
        return str(value)
    if isinstance(value, list):
        return [
            item.to_record() if isinstance(item, Model) else _in_a_table(item) for item in cast("list[object]", value)
        ]
    return _shown(value)


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
