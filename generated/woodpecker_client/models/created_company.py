# Generated from spec/openapi.yaml by generator/. Do not edit: change the spec and regenerate.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define, field, setters
from woodpecker_runtime.model import Model
from woodpecker_runtime.parsing import (
    boolean,
    fields_of,
    integer,
    optional,
    string,
    unknown_fields,
)
from woodpecker_runtime.types import UNSET, Unset

_read_owner = optional(string)
_read_active = optional(boolean)


@define(repr=False, on_setattr=setters.NO_OP)
class CreatedCompany(Model):
    """A client account that was just created.

    Attributes:
        id (int): The value for `x-company-id` and `{company_id}`.
        name (str): The company's name.
        owner (str | Unset): Name of the caller, who becomes the owner.
        active (bool | Unset): Whether the company is active.
    """

    id: int
    name: str
    owner: str | Unset = UNSET
    active: bool | Unset = UNSET
    additional_properties: dict[str, Any] = field(
        factory=dict[str, Any], kw_only=True, converter=unknown_fields
    )

    _names: ClassVar[Mapping[str, str]] = {
        "id": "id",
        "name": "name",
        "owner": "owner",
        "active": "active",
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
            else integer(value, "CreatedCompany.id")
        )
        self.name = (
            value
            if type(value := take("name", UNSET)) is str
            else string(value, "CreatedCompany.name")
        )
        self.owner = (
            value
            if type(value := take("owner", UNSET)) is str or value is UNSET
            else _read_owner(value, "CreatedCompany.owner")
        )
        self.active = (
            value
            if type(value := take("active", UNSET)) is bool or value is UNSET
            else _read_active(value, "CreatedCompany.active")
        )
        self.additional_properties = data
        return self
