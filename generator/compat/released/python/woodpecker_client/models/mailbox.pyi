from ..reading import Model as Model, integer as integer, string as string
from ..types import UNSET as UNSET
from .mailbox_details import MailboxDetails as MailboxDetails
from attrs import define, field
from typing import Any

@define(repr=False)
class Mailbox(Model):
    id: int
    type_: str
    details: MailboxDetails
    additional_properties: dict[str, Any] = field(init=False, factory=dict[str, Any])
