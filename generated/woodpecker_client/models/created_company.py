# Generated from spec/openapi.yaml by generator/. Do not edit: change the spec and regenerate.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define, field

from ..reading import (
    Model,
    boolean,
    integer,
    string,
)
from ..types import UNSET


@define(repr=False)
class CreatedCompany(Model):
    """A client account that was just created.

    Attributes:
        id (int): What `x-company-id` and `{company_id}` take.
        name (str)
        owner (str): Name of the caller, who becomes the owner.
        active (bool)
    """

    id: int
    name: str
    owner: str
    active: bool
    additional_properties: dict[str, Any] = field(init=False, factory=dict[str, Any])

    _names: ClassVar[Mapping[str, str]] = {
        "id": "id",
        "name": "name",
        "owner": "owner",
        "active": "active",
    }

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        data = dict(src_dict)
        model = cls(
            id=integer(data.pop("id", UNSET), "CreatedCompany.id"),
            name=string(data.pop("name", UNSET), "CreatedCompany.name"),
            owner=string(data.pop("owner", UNSET), "CreatedCompany.owner"),
            active=boolean(data.pop("active", UNSET), "CreatedCompany.active"),
        )
        model.additional_properties = data
        return model
