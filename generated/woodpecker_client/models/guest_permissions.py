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
    string,
    unknown_fields,
)
from woodpecker_runtime.types import UNSET

_read_permissions = list_of(string)


@define(repr=False, on_setattr=setters.NO_OP)
class GuestPermissions(Model):
    """New permissions of one guest.

    Attributes:
        id (int): The guest's user id, from `companies.users.list`.
        permissions (list[str]): The complete new set; an empty list revokes all
            permissions.
    """

    id: int
    permissions: list[str]
    additional_properties: dict[str, Any] = field(
        factory=dict[str, Any], kw_only=True, converter=unknown_fields
    )

    _names: ClassVar[Mapping[str, str]] = {
        "id": "id",
        "permissions": "permissions",
    }

    @classmethod
    def read(cls, value: Any, where: str) -> Self:
        """`from_dict` as a reader, for models inside other values."""
        data = fields_of(value, where, cls)
        take = data.pop
        self = cls.__new__(cls)  # the values are checked here: `__init__` has nothing to convert
        self.id = (
            value
            if type(value := take("id", UNSET)) is int
            else integer(value, "GuestPermissions.id")
        )
        self.permissions = _read_permissions(
            take("permissions", UNSET), "GuestPermissions.permissions"
        )
        self.additional_properties = data
        return self
