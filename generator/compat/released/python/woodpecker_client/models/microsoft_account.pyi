from ..reading import Model as Model, optional as optional, string as string, unknown_fields as unknown_fields
from ..types import UNSET as UNSET, Unset as Unset
from attrs import define, field, setters
from typing import Any

@define(repr=False)
class MicrosoftAccount(Model):
    mailbox_email: str
    display_name: str | Unset = ...
    additional_properties: dict[str, Any] = field(factory=dict[str, Any], kw_only=True, converter=unknown_fields, on_setattr=setters.NO_OP)
