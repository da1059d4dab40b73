# Generated from spec/openapi.yaml by generator/. Do not edit: change the spec and regenerate.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define, field, setters
from woodpecker_runtime.model import Model
from woodpecker_runtime.parsing import (
    fields_of,
    list_of,
    optional_nullable,
    string,
    unknown_fields,
)
from woodpecker_runtime.types import UNSET, Unset

_read_guest_permissions = optional_nullable(list_of(string))


@define(repr=False, on_setattr=setters.NO_OP)
class GuestInvite(Model):
    """A person to invite.

    Attributes:
        name (str): The guest's name. A blank name is assumed to be rejected.
        email (str): The address, which becomes the login.
        guest_permissions (list[str] | None | Unset): What the guest may do; `mailboxes`
            allows adding and removing their own email accounts.
    """

    name: str
    email: str
    guest_permissions: list[str] | None | Unset = UNSET
    additional_properties: dict[str, Any] = field(
        factory=dict[str, Any], kw_only=True, converter=unknown_fields
    )

    _names: ClassVar[Mapping[str, str]] = {
        "name": "name",
        "email": "email",
        "guest_permissions": "guest_permissions",
    }

    @classmethod
    def read(cls, value: Any, where: str) -> Self:
        """`from_dict` as a reader, for models inside other values."""
        data = fields_of(value, where, cls)
        take = data.pop
        self = cls.__new__(cls)  # the values are checked here: `__init__` has nothing to convert
        self.name = (
            value
            if type(value := take("name", UNSET)) is str
            else string(value, "GuestInvite.name")
        )
        self.email = (
            value
            if type(value := take("email", UNSET)) is str
            else string(value, "GuestInvite.email")
        )
        self.guest_permissions = (
            value
            if (value := take("guest_permissions", UNSET)) is None or value is UNSET
            else _read_guest_permissions(value, "GuestInvite.guest_permissions")
        )
        self.additional_properties = data
        return self
