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

from .guest_invite import GuestInvite

_read_guests = list_of(GuestInvite.read)


@define(repr=False)
class GuestInviteRequest(Model):
    """People to invite; either all or none are invited.

    Attributes:
        guests (list[GuestInvite]): The people to invite, 1 to 10.
    """

    guests: list[GuestInvite]
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
            guests=_read_guests(take("guests", UNSET), "GuestInviteRequest.guests"),
            additional_properties=data,
        )
