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
    string,
    unknown_fields,
)
from woodpecker_runtime.types import UNSET, Unset

_read_user_name = optional(string)
_read_user_email = optional(string)
_read_firm_name = optional(string)


@define(repr=False, on_setattr=setters.NO_OP)
class Me(Model):
    """The user that a key belongs to and the account it works in. More fields may be present,
    especially for HQ keys.

    Attributes:
        user_id (int): The user who created the key.
        firm_id (int): "ID of your Woodpecker account", as the vendor's webhook pages
            describe the field of this name. For a client key, or with `x-company-id`, it is
            assumed to be the company's id.
        user_name (str | Unset): The user's name.
        user_email (str | Unset): The user's address.
        firm_name (str | Unset): The account's name.
    """

    user_id: int
    firm_id: int
    user_name: str | Unset = UNSET
    user_email: str | Unset = UNSET
    firm_name: str | Unset = UNSET
    additional_properties: dict[str, Any] = field(
        factory=dict[str, Any], kw_only=True, converter=unknown_fields
    )

    _names: ClassVar[Mapping[str, str]] = {
        "user_id": "user_id",
        "firm_id": "firm_id",
        "user_name": "user_name",
        "user_email": "user_email",
        "firm_name": "firm_name",
    }

    @classmethod
    def read(cls, value: Any, where: str) -> Self:
        """`from_dict` as a reader, for models inside other values."""
        data = fields_of(value, where, cls)
        take = data.pop
        self = cls.__new__(cls)  # the values are checked here: `__init__` has nothing to convert
        self.user_id = (
            value if type(value := take("user_id", UNSET)) is int else integer(value, "Me.user_id")
        )
        self.firm_id = (
            value if type(value := take("firm_id", UNSET)) is int else integer(value, "Me.firm_id")
        )
        self.user_name = (
            value
            if type(value := take("user_name", UNSET)) is str or value is UNSET
            else _read_user_name(value, "Me.user_name")
        )
        self.user_email = (
            value
            if type(value := take("user_email", UNSET)) is str or value is UNSET
            else _read_user_email(value, "Me.user_email")
        )
        self.firm_name = (
            value
            if type(value := take("firm_name", UNSET)) is str or value is UNSET
            else _read_firm_name(value, "Me.firm_name")
        )
        self.additional_properties = data
        return self
