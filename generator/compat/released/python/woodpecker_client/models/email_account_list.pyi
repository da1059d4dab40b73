from ..reading import Model as Model, list_of as list_of
from ..types import UNSET as UNSET
from .email_account import EmailAccount as EmailAccount
from attrs import define, field
from typing import Any

@define(repr=False)
class EmailAccountList(Model):
    content: list[EmailAccount]
    additional_properties: dict[str, Any] = field(init=False, factory=dict[str, Any])
