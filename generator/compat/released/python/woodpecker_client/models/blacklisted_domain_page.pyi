from ..reading import Model as Model, integer as integer, list_of as list_of, optional as optional, string as string, unknown_fields as unknown_fields
from ..types import UNSET as UNSET, Unset as Unset
from attrs import define, field, setters
from typing import Any

@define(repr=False)
class BlacklistedDomainPage(Model):
    domains: list[str]
    total: int | Unset = ...
    additional_properties: dict[str, Any] = field(factory=dict[str, Any], kw_only=True, converter=unknown_fields, on_setattr=setters.NO_OP)
