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
_read_running_campaigns = optional(integer)
_read_email_slots = optional(integer)
_read_linkedin_slots = optional(integer)


@define(repr=False)
class Company(Model):
    """A client account of the agency.

    Attributes:
        id (int): The value for `x-company-id` and `{company_id}`.
        name (str)
        active (bool): Whether the account is active, which only the agency panel can
            change.
        owner (str | Unset): The owner's name, not an id.
        running_campaigns (int | Unset)
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
        factory=dict[str, Any], kw_only=True, converter=unknown_fields, on_setattr=setters.NO_OP
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
    def _from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        data = dict(src_dict)
        take = data.pop
        return cls(
            id=value if type(value := take("id", UNSET)) is int else integer(value, "Company.id"),
            name=value
            if type(value := take("name", UNSET)) is str
            else string(value, "Company.name"),
            active=value
            if type(value := take("active", UNSET)) is bool
            else boolean(value, "Company.active"),
            owner=value
            if type(value := take("owner", UNSET)) is str
            else _read_owner(value, "Company.owner"),
            running_campaigns=value
            if type(value := take("running_campaigns", UNSET)) is int
            else _read_running_campaigns(value, "Company.running_campaigns"),
            email_slots=value
            if type(value := take("email_slots", UNSET)) is int
            else _read_email_slots(value, "Company.email_slots"),
            linkedin_slots=value
            if type(value := take("linkedin_slots", UNSET)) is int
            else _read_linkedin_slots(value, "Company.linkedin_slots"),
            additional_properties=data,
        )
