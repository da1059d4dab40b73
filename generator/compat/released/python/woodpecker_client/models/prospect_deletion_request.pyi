from ..reading import Model as Model, anything as anything
from ..types import UNSET as UNSET
from attrs import define, field
from typing import Any, Literal

@define(repr=False)
class ProspectDeletionRequest(Model):
    type_: Literal['ALL']
    additional_properties: dict[str, Any] = field(init=False, factory=dict[str, Any])
