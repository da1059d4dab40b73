from ..reading import Model as Model, string as string
from ..types import UNSET as UNSET
from attrs import define, field
from typing import Any

@define(repr=False)
class LinkedinAccountCreate(Model):
    timezone: str
    additional_properties: dict[str, Any] = field(init=False, factory=dict[str, Any])
