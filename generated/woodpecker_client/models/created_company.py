# Generated from spec/openapi.yaml by generator/. Do not edit: change the spec and regenerate.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define, field, setters
from woodpecker_runtime.model import Model
from woodpecker_runtime.parsing import (
    boolean,
    integer,
    optional,
    string,
    unknown_fields,
)
from woodpecker_runtime.types import UNSET, Unset

_read_owner = optional(string)
_read_active = optional(boolean)


@define(repr=False)
class CreatedCompany(Model):
    """A client account that was just created.

    Attributes:
        id (int): The value for `x-company-id` and `{company_id}`.
        name (str)
        owner (str | Unset): Name of the caller, who becomes the owner.
        active (bool | Unset)
    """

    id: int
    name: str
    owner: str | Unset = UNSET
    active: bool | Unset = UNSET
    additional_properties: dict[str, Any] = field(
        factory=dict[str, Any], kw_only=True, converter=unknown_fields, on_setattr=setters.NO_OP
    )

    _names: ClassVar[Mapping[str, str]] = {
        "id": "id",
        "name": "name",
        "owner": "owner",
        "active": "active",
    }

    @classmethod
    def _from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        data = dict(src_dict)
        take = data.pop
        return cls(
            id=value
            if type(value := take("id", UNSET)) is int
            else integer(value, "CreatedCompany.id"),
            name=value
            if type(value := take("name", UNSET)) is str
            else string(value, "CreatedCompany.name"),
            owner=value
            if type(value := take("owner", UNSET)) is str
            else _read_owner(value, "CreatedCompany.owner"),
            active=value
            if type(value := take("active", UNSET)) is bool
            else _read_active(value, "CreatedCompany.active"),
            additional_properties=data,
        )
