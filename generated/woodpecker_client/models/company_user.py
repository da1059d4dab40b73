# Generated from spec/openapi.yaml by generator/. Do not edit: change the spec and regenerate.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define, field, setters
from woodpecker_runtime.model import Model
from woodpecker_runtime.parsing import (
    fields_of,
    integer,
    list_of,
    optional,
    string,
    unknown_fields,
)
from woodpecker_runtime.types import UNSET, Unset

_read_name = optional(string)
_read_email = optional(string)
_read_roles = optional(list_of(string))
_read_guest_permissions = optional(list_of(string))


@define(repr=False, on_setattr=setters.NO_OP)
class CompanyUser(Model):
    """A user with access to a company.

    Attributes:
        id (int): The user's id, which `companies.guests.update_permissions` takes.
        name (str | Unset): The user's name.
        email (str | Unset): The user's address.
        roles (list[str] | Unset): One or more roles, such as admin and owner.
        guest_permissions (list[str] | Unset): What a guest may do; `mailboxes` allows
            adding and removing their own email accounts.
    """

    id: int
    name: str | Unset = UNSET
    email: str | Unset = UNSET
    roles: list[str] | Unset = UNSET
    guest_permissions: list[str] | Unset = UNSET
    additional_properties: dict[str, Any] = field(
        factory=dict[str, Any], kw_only=True, converter=unknown_fields
    )

    _names: ClassVar[Mapping[str, str]] = {
        "id": "id",
        "name": "name",
        "email": "email",
        "roles": "roles",
        "guest_permissions": "guest_permissions",
    }

    @classmethod
    def read(cls, value: Any, where: str) -> Self:
        """`from_dict` as a reader, for models inside other values."""
        data = fields_of(value, where, cls)
        take = data.pop
        self = cls.__new__(cls)  # the values are checked here: `__init__` has nothing to convert
        self.id = (
            value if type(value := take("id", UNSET)) is int else integer(value, "CompanyUser.id")
        )
        self.name = (
            value
            if type(value := take("name", UNSET)) is str or value is UNSET
            else _read_name(value, "CompanyUser.name")
        )
        self.email = (
            value
            if type(value := take("email", UNSET)) is str or value is UNSET
            else _read_email(value, "CompanyUser.email")
        )
        self.roles = (
            value
            if (value := take("roles", UNSET)) is UNSET
            else _read_roles(value, "CompanyUser.roles")
        )
        self.guest_permissions = (
            value
            if (value := take("guest_permissions", UNSET)) is UNSET
            else _read_guest_permissions(value, "CompanyUser.guest_permissions")
        )
        self.additional_properties = data
        return self
