from ..reading import Model as Model, anything as anything, unknown_fields as unknown_fields
from ..types import UNSET as UNSET
from attrs import define, field, setters
from typing import Any, Literal

@define(repr=False)
class ProspectDeletionRequest(Model):
    type_: Literal['ALL']
    additional_properties: dict[str, Any] = field(factory=dict[str, Any], kw_only=True, converter=unknown_fields, on_setattr=setters.NO_OP)
