# Generated from spec/openapi.yaml by generator/. Do not edit: change the spec and regenerate.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define, field, setters
from woodpecker_runtime.model import Model
from woodpecker_runtime.parsing import (
    fields_of,
    integer,
    string,
    unknown_fields,
)
from woodpecker_runtime.types import UNSET

from .mailbox_details import MailboxDetails


@define(repr=False, on_setattr=setters.NO_OP)
class Mailbox(Model):
    """The sending (SMTP) or the receiving (IMAP) side of an email account. Both share one schema,
    because the vendor adds fields to SMTP elements but changes none.

    Attributes:
        id (int): Id of this element: the SMTP and the IMAP element have one each.
        type_ (str): Whether this is the SMTP or the IMAP element.
        details (MailboxDetails): Settings and state of a mailbox. Both elements have
            `email`, `provider`, `login` and `server`; fields marked SMTP are absent from
            the IMAP element.
    """

    id: int
    type_: str
    details: MailboxDetails
    additional_properties: dict[str, Any] = field(
        factory=dict[str, Any], kw_only=True, converter=unknown_fields
    )

    _names: ClassVar[Mapping[str, str]] = {
        "id": "id",
        "type_": "type",
        "details": "details",
    }

    @classmethod
    def read(cls, value: Any, where: str) -> Self:
        """`from_dict` as a reader, for models inside other values."""
        data = fields_of(value, where, cls)
        take = data.pop
        self = cls.__new__(cls)  # the values are checked here: `__init__` has nothing to convert
        self.id = value if type(value := take("id", UNSET)) is int else integer(value, "Mailbox.id")
        self.type_ = (
            value if type(value := take("type", UNSET)) is str else string(value, "Mailbox.type")
        )
        self.details = MailboxDetails.read(take("details", UNSET), "Mailbox.details")
        self.additional_properties = data
        return self
