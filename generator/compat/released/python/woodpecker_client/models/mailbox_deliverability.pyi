from ..reading import Model as Model, boolean as boolean, optional_nullable as optional_nullable
from ..types import UNSET as UNSET, Unset as Unset
from attrs import define, field
from typing import Any

@define(repr=False)
class MailboxDeliverability(Model):
    spf_correct: bool | None | Unset = ...
    dkim_correct: bool | None | Unset = ...
    additional_properties: dict[str, Any] = field(init=False, factory=dict[str, Any])
