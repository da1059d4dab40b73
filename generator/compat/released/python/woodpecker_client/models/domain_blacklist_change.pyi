from ..reading import Model as Model, list_of as list_of, string as string
from ..types import UNSET as UNSET
from attrs import define, field
from typing import Any

@define(repr=False)
class DomainBlacklistChange(Model):
    domains: list[str]
    additional_properties: dict[str, Any] = field(init=False, factory=dict[str, Any])
