from ..reading import Model as Model, list_of as list_of, optional as optional, string as string, unknown_fields as unknown_fields
from ..types import UNSET as UNSET, Unset as Unset
from .manual_connection_mailbox import ManualConnectionMailbox as ManualConnectionMailbox
from attrs import define, field, setters
from typing import Any

@define(repr=False)
class ManualConnectionRequest(Model):
    mailboxes: list[ManualConnectionMailbox]
    completion_notification_types: list[str] | Unset = ...
    additional_properties: dict[str, Any] = field(factory=dict[str, Any], kw_only=True, converter=unknown_fields, on_setattr=setters.NO_OP)
