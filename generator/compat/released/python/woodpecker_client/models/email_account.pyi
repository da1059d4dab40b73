from ..reading import Model as Model, integer as integer, string as string
from ..types import UNSET as UNSET
from .email_account_details import EmailAccountDetails as EmailAccountDetails
from attrs import define, field
from typing import Any

@define(repr=False)
class EmailAccount(Model):
    id: int
    type_: str
    details: EmailAccountDetails
    additional_properties: dict[str, Any] = field(init=False, factory=dict[str, Any])
