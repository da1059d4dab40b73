from ..reading import Model as Model, unknown_fields as unknown_fields
from attrs import define, field, setters
from typing import Any

@define(repr=False)
class GuestInviteResult(Model):
    additional_properties: dict[str, Any] = field(factory=dict[str, Any], kw_only=True, converter=unknown_fields, on_setattr=setters.NO_OP)
