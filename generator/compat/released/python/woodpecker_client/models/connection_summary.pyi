from ..reading import Model as Model, anything as anything, boolean as boolean, integer as integer, list_of as list_of, unknown_fields as unknown_fields
from ..types import UNSET as UNSET
from attrs import define, field, setters
from typing import Any

@define(repr=False)
class ConnectionSummary(Model):
    processing_finished: bool
    batch_size: int
    pending_mailboxes_count: int
    connected_mailboxes_count: int
    conditionally_connected_mailboxes_count: int
    failed_mailboxes_count: int
    conditionally_connected_mailboxes: list[Any]
    failed_mailboxes: list[Any]
    additional_properties: dict[str, Any] = field(factory=dict[str, Any], kw_only=True, converter=unknown_fields, on_setattr=setters.NO_OP)
