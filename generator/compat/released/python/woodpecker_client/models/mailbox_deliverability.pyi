from ..reading import Model as Model, boolean as boolean, optional_nullable as optional_nullable, unknown_fields as unknown_fields
from ..types import UNSET as UNSET, Unset as Unset
from attrs import define, field, setters
from typing import Any

@define(repr=False)
class MailboxDeliverability(Model):
    spf_correct: bool | None | Unset = ...
    dkim_correct: bool | None | Unset = ...
    additional_properties: dict[str, Any] = field(factory=dict[str, Any], kw_only=True, converter=unknown_fields, on_setattr=setters.NO_OP)
