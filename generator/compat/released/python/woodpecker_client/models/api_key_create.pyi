from ..reading import Model as Model, string as string, unknown_fields as unknown_fields
from ..types import UNSET as UNSET
from attrs import define, field, setters
from typing import Any

@define(repr=False)
class ApiKeyCreate(Model):
    label: str
    additional_properties: dict[str, Any] = field(factory=dict[str, Any], kw_only=True, converter=unknown_fields, on_setattr=setters.NO_OP)
