from ..reading import Model as Model, integer as integer, optional as optional, string as string
from ..types import UNSET as UNSET, Unset as Unset
from attrs import define, field
from typing import Any

@define(repr=False)
class Me(Model):
    user_id: int
    firm_id: int
    user_name: str | Unset = ...
    user_email: str | Unset = ...
    firm_name: str | Unset = ...
    additional_properties: dict[str, Any] = field(init=False, factory=dict[str, Any])
