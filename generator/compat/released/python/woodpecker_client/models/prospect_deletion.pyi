from ..reading import Model as Model, integer as integer, optional as optional
from ..types import UNSET as UNSET, Unset as Unset
from attrs import define, field
from typing import Any

@define(repr=False)
class ProspectDeletion(Model):
    deletion_request_id: int
    count: int | Unset = ...
    additional_properties: dict[str, Any] = field(init=False, factory=dict[str, Any])
