from ..reading import Model as Model, integer as integer, string as string, unknown_fields as unknown_fields
from ..types import UNSET as UNSET
from .mailbox_details import MailboxDetails as MailboxDetails
from attrs import define, field, setters
from typing import Any

@define(repr=False)
class Mailbox(Model):
    id: int
    type_: str
    details: MailboxDetails
    additional_properties: dict[str, Any] = field(factory=dict[str, Any], kw_only=True, converter=unknown_fields, on_setattr=setters.NO_OP)
