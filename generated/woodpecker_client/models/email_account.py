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

from .email_account_details import EmailAccountDetails


@define(repr=False, on_setattr=setters.NO_OP)
class EmailAccount(Model):
    """The SMTP or the IMAP element of a company's email account, as the agency routes return it.

    Attributes:
        id (int): The mailbox's id, as on the account routes.
        type_ (str): Which of the two elements this is.
        details (EmailAccountDetails): State of an email account. The vendor's pages
            disagree on whether the IMAP element has the last three fields.
    """

    id: int
    type_: str
    details: EmailAccountDetails
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
        self.id = (
            value if type(value := take("id", UNSET)) is int else integer(value, "EmailAccount.id")
        )
        self.type_ = (
            value
            if type(value := take("type", UNSET)) is str
            else string(value, "EmailAccount.type")
        )
        self.details = EmailAccountDetails.read(take("details", UNSET), "EmailAccount.details")
        self.additional_properties = data
        return self
