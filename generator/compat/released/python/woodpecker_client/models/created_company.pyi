from ..reading import Model as Model, boolean as boolean, integer as integer, optional as optional, string as string
from ..types import UNSET as UNSET, Unset as Unset
from attrs import define, field
from typing import Any

@define(repr=False)
class CreatedCompany(Model):
    id: int
    name: str
    owner: str | Unset = ...
    active: bool | Unset = ...
    additional_properties: dict[str, Any] = field(init=False, factory=dict[str, Any])
