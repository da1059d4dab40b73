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
_read_running_campaigns = optional(integer)
_read_email_slots = optional(integer)
_read_linkedin_slots = optional(integer)


@define(repr=False, on_setattr=setters.NO_OP)
class Company(Model):
    """A client account of the agency.

    Attributes:
        id (int): The value for `x-company-id` and `{company_id}`.
        name (str): The company's name.
        active (bool): Whether the account is active, which only the agency panel can
            change.
        owner (str | Unset): The owner's name, not an id.
        running_campaigns (int | Unset): Number of campaigns that are running.
        email_slots (int | Unset): Slots used by connected email accounts.
        linkedin_slots (int | Unset): Slots used by LinkedIn accounts; present even
            without the LinkedIn product.
    """

    id: int
    name: str
    active: bool
    owner: str | Unset = UNSET
    running_campaigns: int | Unset = UNSET
    email_slots: int | Unset = UNSET
    linkedin_slots: int | Unset = UNSET
    additional_properties: dict[str, Any] = field(
        factory=dict[str, Any], kw_only=True, converter=unknown_fields
    )

    _names: ClassVar[Mapping[str, str]] = {
        "id": "id",
        "name": "name",
        "active": "active",
        "owner": "owner",
        "running_campaigns": "running_campaigns",
        "email_slots": "email_slots",
        "linkedin_slots": "linkedin_slots",
    }

    @classmethod
    def read(cls, value: Any, where: str) -> Self:
        """`from_dict` as a reader, for models inside other values."""
        data = fields_of(value, where, cls)
        take = data.pop
        self = cls.__new__(cls)  # the values are checked here: `__init__` has nothing to convert
        self.id = value if type(value := take("id", UNSET)) is int else integer(value, "Company.id")
        self.name = (
            value if type(value := take("name", UNSET)) is str else string(value, "Company.name")
        )
        self.active = (
            value
            if type(value := take("active", UNSET)) is bool
            else boolean(value, "Company.active")
        )
        self.owner = (
            value
            if type(value := take("owner", UNSET)) is str or value is UNSET
            else _read_owner(value, "Company.owner")
        )
        self.running_campaigns = (
            value
            if type(value := take("running_campaigns", UNSET)) is int or value is UNSET
            else _read_running_campaigns(value, "Company.running_campaigns")
        )
        self.email_slots = (
            value
            if type(value := take("email_slots", UNSET)) is int or value is UNSET
            else _read_email_slots(value, "Company.email_slots")
        )
        self.linkedin_slots = (
            value
            if type(value := take("linkedin_slots", UNSET)) is int or value is UNSET
            else _read_linkedin_slots(value, "Company.linkedin_slots")
        )
        self.additional_properties = data
        return self
