from ..reading import Model as Model, boolean as boolean, integer as integer, optional as optional, string as string, unknown_fields as unknown_fields
from ..types import UNSET as UNSET, Unset as Unset
from attrs import define, field, setters
from typing import Any

@define(repr=False)
class CreatedCompany(Model):
    id: int
    name: str
    owner: str | Unset = ...
    active: bool | Unset = ...
    additional_properties: dict[str, Any] = field(factory=dict[str, Any], kw_only=True, converter=unknown_fields, on_setattr=setters.NO_OP)
