# Generated from spec/openapi.yaml by generator/. Do not edit: change the spec and regenerate.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define, field, setters
from woodpecker_runtime.model import Model
from woodpecker_runtime.parsing import (
    fields_of,
    list_of,
    unknown_fields,
)
from woodpecker_runtime.types import UNSET

from .guest_permissions import GuestPermissions

_read_guests = list_of(GuestPermissions.read)


@define(repr=False, on_setattr=setters.NO_OP)
class GuestPermissionsUpdate(Model):
    """New permissions of guests.

    Attributes:
        guests (list[GuestPermissions]): The guests to change. The vendor states no
            maximum; an empty list is assumed to be rejected.
    """

    guests: list[GuestPermissions]
    additional_properties: dict[str, Any] = field(
        factory=dict[str, Any], kw_only=True, converter=unknown_fields
    )

    _names: ClassVar[Mapping[str, str]] = {
        "guests": "guests",
    }

    @classmethod
    def read(cls, value: Any, where: str) -> Self:
        """`from_dict` as a reader, for models inside other values."""
        data = fields_of(value, where, cls)
        take = data.pop
        self = cls.__new__(cls)  # the values are checked here: `__init__` has nothing to convert
        self.guests = _read_guests(take("guests", UNSET), "GuestPermissionsUpdate.guests")
        self.additional_properties = data
        return self
