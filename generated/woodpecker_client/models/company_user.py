# Generated from spec/openapi.yaml by generator/. Do not edit: change the spec and regenerate.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define, field

from ..reading import (
    Model,
    integer,
    list_of,
    string,
)
from ..types import UNSET

_read_roles = list_of(string)
_read_guest_permissions = list_of(string)


@define(repr=False)
class CompanyUser(Model):
    """Someone with access to a company.

    Attributes:
        id (int): The user; `updateGuestPermissions` takes it.
        name (str)
        email (str)
        roles (list[str]): One or several, such as admin and owner.
        guest_permissions (list[str]): What a guest may do; `mailboxes` means adding and
            removing email accounts of their own.
    """

    id: int
    name: str
    email: str
    roles: list[str]
    guest_permissions: list[str]
    additional_properties: dict[str, Any] = field(init=False, factory=dict[str, Any])

    _names: ClassVar[Mapping[str, str]] = {
        "id": "id",
        "name": "name",
        "email": "email",
        "roles": "roles",
        "guest_permissions": "guest_permissions",
    }

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        data = dict(src_dict)
        model = cls(
            id=integer(data.pop("id", UNSET), "CompanyUser.id"),
            name=string(data.pop("name", UNSET), "CompanyUser.name"),
            email=string(data.pop("email", UNSET), "CompanyUser.email"),
            roles=_read_roles(data.pop("roles", UNSET), "CompanyUser.roles"),
            guest_permissions=_read_guest_permissions(
                data.pop("guest_permissions", UNSET), "CompanyUser.guest_permissions"
            ),
        )
        model.additional_properties = data
        return model
