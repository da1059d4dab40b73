# Generated from spec/openapi.yaml by generator/. Do not edit: change the spec and regenerate.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define, field, setters
from woodpecker_runtime.model import Model
from woodpecker_runtime.parsing import (
    fields_of,
    optional,
    string,
    unknown_fields,
)
from woodpecker_runtime.types import UNSET, Unset

_read_display_name = optional(string)


@define(repr=False, on_setattr=setters.NO_OP)
class MicrosoftAccount(Model):
    """One mailbox to connect.

    Attributes:
        mailbox_email (str): Address of the Microsoft mailbox.
        display_name (str | Unset): The name to show for the mailbox.
    """

    mailbox_email: str
    display_name: str | Unset = UNSET
    additional_properties: dict[str, Any] = field(
        factory=dict[str, Any], kw_only=True, converter=unknown_fields
    )

    _names: ClassVar[Mapping[str, str]] = {
        "mailbox_email": "mailbox_email",
        "display_name": "display_name",
    }

    @classmethod
    def read(cls, value: Any, where: str) -> Self:
        """`from_dict` as a reader, for models inside other values."""
        data = fields_of(value, where, cls)
        take = data.pop
        self = cls.__new__(cls)  # the values are checked here: `__init__` has nothing to convert
        self.mailbox_email = (
            value
            if type(value := take("mailbox_email", UNSET)) is str
            else string(value, "MicrosoftAccount.mailbox_email")
        )
        self.display_name = (
            value
            if type(value := take("display_name", UNSET)) is str or value is UNSET
            else _read_display_name(value, "MicrosoftAccount.display_name")
        )
        self.additional_properties = data
        return self
