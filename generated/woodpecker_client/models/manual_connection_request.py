# Generated from spec/openapi.yaml by generator/. Do not edit: change the spec and regenerate.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define, field, setters
from woodpecker_runtime.model import Model
from woodpecker_runtime.parsing import (
    fields_of,
    list_of,
    optional,
    string,
    unknown_fields,
)
from woodpecker_runtime.types import UNSET, Unset

from .manual_connection_mailbox import ManualConnectionMailbox

_read_mailboxes = list_of(ManualConnectionMailbox.read)
_read_completion_notification_types = optional(list_of(string))


@define(repr=False, on_setattr=setters.NO_OP)
class ManualConnectionRequest(Model):
    """A batch of mailboxes to connect.

    Attributes:
        mailboxes (list[ManualConnectionMailbox]): The mailboxes to connect, 1 to 200.
        completion_notification_types (list[str] | Unset): How the user is notified that
            the batch is finished.
    """

    mailboxes: list[ManualConnectionMailbox]
    completion_notification_types: list[str] | Unset = UNSET
    additional_properties: dict[str, Any] = field(
        factory=dict[str, Any], kw_only=True, converter=unknown_fields
    )

    _names: ClassVar[Mapping[str, str]] = {
        "mailboxes": "mailboxes",
        "completion_notification_types": "completion_notification_types",
    }

    @classmethod
    def read(cls, value: Any, where: str) -> Self:
        """`from_dict` as a reader, for models inside other values."""
        data = fields_of(value, where, cls)
        take = data.pop
        self = cls.__new__(cls)  # the values are checked here: `__init__` has nothing to convert
        self.mailboxes = _read_mailboxes(
            take("mailboxes", UNSET), "ManualConnectionRequest.mailboxes"
        )
        self.completion_notification_types = (
            value
            if (value := take("completion_notification_types", UNSET)) is UNSET
            else _read_completion_notification_types(
                value, "ManualConnectionRequest.completion_notification_types"
            )
        )
        self.additional_properties = data
        return self
