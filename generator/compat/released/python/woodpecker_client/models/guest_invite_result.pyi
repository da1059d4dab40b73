from ..reading import Model as Model
from attrs import define, field
from typing import Any

@define(repr=False)
class GuestInviteResult(Model):
    additional_properties: dict[str, Any] = field(init=False, factory=dict[str, Any])
