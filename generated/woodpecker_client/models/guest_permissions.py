# Generated from spec/openapi.yaml by generator/. Do not edit: change the spec and regenerate.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define, field, setters
from woodpecker_runtime.model import Model
from woodpecker_runtime.parsing import (
    integer,
    list_of,
    string,
    unknown_fields,
)
from woodpecker_runtime.types import UNSET

_read_permissions = list_of(string)


@define(repr=False)
class GuestPermissions(Model):
    """New permissions of one guest.

    Attributes:
        id (int): The guest's user id, from `listCompanyUsers`.
        permissions (list[str]): The complete new set; an empty list revokes all
            permissions.
    """

    id: int
    permissions: list[str]
    additional_properties: dict[str, Any] = field(
        factory=dict[str, Any], kw_only=True, converter=unknown_fields, on_setattr=setters.NO_OP
    )

    _names: ClassVar[Mapping[str, str]] = {
        "id": "id",
        "permissions": "permissions",
    }

    @classmethod
    def _from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        data = dict(src_dict)
        take = data.pop
        return cls(
            id=value
            if type(value := take("id", UNSET)) is int
            else integer(value, "GuestPermissions.id"),
            permissions=_read_permissions(
                take("permissions", UNSET), "GuestPermissions.permissions"
            ),
            additional_properties=data,
        )
