# Generated from spec/openapi.yaml by generator/. Do not edit: change the spec and regenerate.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define, field, setters
from woodpecker_runtime.model import Model
from woodpecker_runtime.parsing import (
    fields_of,
    integer,
    optional,
    optional_nullable,
    string,
    unknown_fields,
)
from woodpecker_runtime.types import UNSET, Unset

_read_provider = optional(string)
_read_error = optional_nullable(string)
_read_from_name = optional(string)
_read_imap_id = optional(integer)
_read_running_campaigns = optional(integer)


@define(repr=False, on_setattr=setters.NO_OP)
class EmailAccountDetails(Model):
    """State of an email account. The vendor's pages disagree on whether the IMAP element has the
    last three fields.

    Attributes:
        email (str): The account's address.
        provider (str | Unset): The provider of the mailbox, here in mixed case, unlike
            on the account routes.
        error (str | None | Unset): Null or an empty text means healthy; anything else
            is a message for people.
        from_name (str | Unset): The sender's name.
        imap_id (int | Unset): Id of the IMAP element that receives for this email
            account.
        running_campaigns (int | Unset): Number of campaigns that currently send from
            this account.
    """

    email: str
    provider: str | Unset = UNSET
    error: str | None | Unset = UNSET
    from_name: str | Unset = UNSET
    imap_id: int | Unset = UNSET
    running_campaigns: int | Unset = UNSET
    additional_properties: dict[str, Any] = field(
        factory=dict[str, Any], kw_only=True, converter=unknown_fields
    )

    _names: ClassVar[Mapping[str, str]] = {
        "email": "email",
        "provider": "provider",
        "error": "error",
        "from_name": "from_name",
        "imap_id": "imap_id",
        "running_campaigns": "running_campaigns",
    }

    @classmethod
    def read(cls, value: Any, where: str) -> Self:
        """`from_dict` as a reader, for models inside other values."""
        data = fields_of(value, where, cls)
        take = data.pop
        self = cls.__new__(cls)  # the values are checked here: `__init__` has nothing to convert
        self.email = (
            value
            if type(value := take("email", UNSET)) is str
            else string(value, "EmailAccountDetails.email")
        )
        self.provider = (
            value
            if type(value := take("provider", UNSET)) is str or value is UNSET
            else _read_provider(value, "EmailAccountDetails.provider")
        )
        self.error = (
            value
            if type(value := take("error", UNSET)) is str or value is None or value is UNSET
            else _read_error(value, "EmailAccountDetails.error")
        )
        self.from_name = (
            value
            if type(value := take("from_name", UNSET)) is str or value is UNSET
            else _read_from_name(value, "EmailAccountDetails.from_name")
        )
        self.imap_id = (
            value
            if type(value := take("imap_id", UNSET)) is int or value is UNSET
            else _read_imap_id(value, "EmailAccountDetails.imap_id")
        )
        self.running_campaigns = (
            value
            if type(value := take("running_campaigns", UNSET)) is int or value is UNSET
            else _read_running_campaigns(value, "EmailAccountDetails.running_campaigns")
        )
        self.additional_properties = data
        return self
