# Generated from spec/openapi.yaml by generator/. Do not edit: change the spec and regenerate.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define, field, setters
from woodpecker_runtime.model import Model
from woodpecker_runtime.parsing import (
    list_of,
    unknown_fields,
)
from woodpecker_runtime.types import UNSET

from .guest_permissions import GuestPermissions

_read_guests = list_of(GuestPermissions.read)


@define(repr=False)
class GuestPermissionsUpdate(Model):
    """New permissions of guests.

    Attributes:
        guests (list[GuestPermissions]): The guests to change. The vendor states no
            maximum; an empty list is assumed to be rejected.
    """

    guests: list[GuestPermissions]
    additional_properties: dict[str, Any] = field(
        factory=dict[str, Any], kw_only=True, converter=unknown_fields, on_setattr=setters.NO_OP
    )

    _names: ClassVar[Mapping[str, str]] = {
        "guests": "guests",
    }

    @classmethod
    def _from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        data = dict(src_dict)
        take = data.pop
        return cls(
            guests=_read_guests(take("guests", UNSET), "GuestPermissionsUpdate.guests"),
            additional_properties=data,
        )
