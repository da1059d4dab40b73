from ..reading import Model as Model, integer as integer, list_of as list_of, optional as optional, string as string
from ..types import UNSET as UNSET, Unset as Unset
from attrs import define, field
from typing import Any

@define(repr=False)
class BlacklistedDomainPage(Model):
    domains: list[str]
    total: int | Unset = ...
    additional_properties: dict[str, Any] = field(init=False, factory=dict[str, Any])
