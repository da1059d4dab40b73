# Generated from spec/openapi.yaml by generator/. Do not edit: change the spec and regenerate.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define, field, setters
from woodpecker_runtime.model import Model
from woodpecker_runtime.parsing import (
    anything,
    boolean,
    fields_of,
    integer,
    optional,
    optional_nullable,
    string,
    unknown_fields,
)
from woodpecker_runtime.types import UNSET, Unset

from .mailbox_deliverability import MailboxDeliverability

_read_id = optional_nullable(integer)
_read_email = optional(string)
_read_name = optional(string)
_read_deliverability = optional(MailboxDeliverability.read)
_read_error = optional_nullable(anything)


@define(repr=False, on_setattr=setters.NO_OP)
class MicrosoftConnectResult(Model):
    """The result for one mailbox. Fields other than `success` may be missing if it failed.

    Attributes:
        success (bool): Whether the mailbox was connected.
        id (int | None | Unset): The id of the new mailbox; null if connecting failed.
        email (str | Unset): The mailbox's address.
        name (str | Unset): The mailbox's name.
        deliverability (MailboxDeliverability | Unset): Whether the mailbox's domain is
            set up for sending. The content after a failure is not documented; treat an
            absent object, null and null fields alike.
        error (Any): Null on success; its content on failure is not documented.
    """

    success: bool
    id: int | None | Unset = UNSET
    email: str | Unset = UNSET
    name: str | Unset = UNSET
    deliverability: MailboxDeliverability | Unset = UNSET
    error: Any = UNSET
    additional_properties: dict[str, Any] = field(
        factory=dict[str, Any], kw_only=True, converter=unknown_fields
    )

    _names: ClassVar[Mapping[str, str]] = {
        "success": "success",
        "id": "id",
        "email": "email",
        "name": "name",
        "deliverability": "deliverability",
        "error": "error",
    }

    @classmethod
    def read(cls, value: Any, where: str) -> Self:
        """`from_dict` as a reader, for models inside other values."""
        data = fields_of(value, where, cls)
        take = data.pop
        self = cls.__new__(cls)  # the values are checked here: `__init__` has nothing to convert
        self.success = (
            value
            if type(value := take("success", UNSET)) is bool
            else boolean(value, "MicrosoftConnectResult.success")
        )
        self.id = (
            value
            if type(value := take("id", UNSET)) is int or value is None or value is UNSET
            else _read_id(value, "MicrosoftConnectResult.id")
        )
        self.email = (
            value
            if type(value := take("email", UNSET)) is str or value is UNSET
            else _read_email(value, "MicrosoftConnectResult.email")
        )
        self.name = (
            value
            if type(value := take("name", UNSET)) is str or value is UNSET
            else _read_name(value, "MicrosoftConnectResult.name")
        )
        self.deliverability = (
            value
            if (value := take("deliverability", UNSET)) is UNSET
            else _read_deliverability(value, "MicrosoftConnectResult.deliverability")
        )
        self.error = (
            value
            if (value := take("error", UNSET)) is None or value is UNSET
            else _read_error(value, "MicrosoftConnectResult.error")
        )
        self.additional_properties = data
        return self
