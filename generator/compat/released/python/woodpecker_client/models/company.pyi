from ..reading import Model as Model, boolean as boolean, integer as integer, optional as optional, string as string
from ..types import UNSET as UNSET, Unset as Unset
from attrs import define, field
from typing import Any

@define(repr=False)
class Company(Model):
    id: int
    name: str
    active: bool
    owner: str | Unset = ...
    running_campaigns: int | Unset = ...
    email_slots: int | Unset = ...
    linkedin_slots: int | Unset = ...
    additional_properties: dict[str, Any] = field(init=False, factory=dict[str, Any])
