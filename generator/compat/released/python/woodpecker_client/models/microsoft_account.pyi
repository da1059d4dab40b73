from ..reading import Model as Model, optional as optional, string as string
from ..types import UNSET as UNSET, Unset as Unset
from attrs import define, field
from typing import Any

@define(repr=False)
class MicrosoftAccount(Model):
    mailbox_email: str
    display_name: str | Unset = ...
    additional_properties: dict[str, Any] = field(init=False, factory=dict[str, Any])
