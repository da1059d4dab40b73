from ..reading import Model as Model, nullable as nullable, string as string, unknown_fields as unknown_fields
from ..types import UNSET as UNSET
from attrs import define, field, setters
from typing import Any

@define(repr=False)
class MailboxFooterUpdate(Model):
    footer: str | None
    additional_properties: dict[str, Any] = field(factory=dict[str, Any], kw_only=True, converter=unknown_fields, on_setattr=setters.NO_OP)
