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
class Company(Model):
    """A client account of the agency.

    Attributes:
        id (int): What `x-company-id` and `{company_id}` take.
        name (str)
        owner (str): The owner's name, not an id.
        active (bool): Whether the account is switched on, which only the agency panel
            can change.
        running_campaigns (int)
        email_slots (int): Slots that connected email accounts take up.
        linkedin_slots (int): Slots that LinkedIn accounts take up; there even without
            the LinkedIn product.
    """

    id: int
    name: str
    owner: str
    active: bool
    running_campaigns: int
    email_slots: int
    linkedin_slots: int
    additional_properties: dict[str, Any] = field(init=False, factory=dict[str, Any])

    _names: ClassVar[Mapping[str, str]] = {
        "id": "id",
        "name": "name",
        "owner": "owner",
        "active": "active",
        "running_campaigns": "running_campaigns",
        "email_slots": "email_slots",
        "linkedin_slots": "linkedin_slots",
    }

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        data = dict(src_dict)
        model = cls(
            id=integer(data.pop("id", UNSET), "Company.id"),
            name=string(data.pop("name", UNSET), "Company.name"),
            owner=string(data.pop("owner", UNSET), "Company.owner"),
            active=boolean(data.pop("active", UNSET), "Company.active"),
            running_campaigns=integer(
                data.pop("running_campaigns", UNSET), "Company.running_campaigns"
            ),
            email_slots=integer(data.pop("email_slots", UNSET), "Company.email_slots"),
            linkedin_slots=integer(data.pop("linkedin_slots", UNSET), "Company.linkedin_slots"),
        )
        model.additional_properties = data
        return model
