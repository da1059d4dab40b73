# Generated from spec/openapi.yaml by generator/. Do not edit: change the spec and regenerate.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define, field, setters
from woodpecker_auth import Secret
from woodpecker_runtime.model import Model, hides_arguments
from woodpecker_runtime.parsing import (
    fields_of,
    integer,
    secret,
    to_secret,
    unknown_fields,
)
from woodpecker_runtime.types import UNSET


@hides_arguments
@define(repr=False)
class LinkedinConnection(Model):
    """A LinkedIn account and its login link.

    Attributes:
        account_id (int): Id of the LinkedIn account.
        connect_account_link (Secret): URL on another company's host. It is valid for 48
            hours and a secret until used: whoever opens it connects their account.
    """

    account_id: int
    connect_account_link: Secret = field(converter=to_secret)
    additional_properties: dict[str, Any] = field(
        factory=dict[str, Any], kw_only=True, converter=unknown_fields, on_setattr=setters.NO_OP
    )

    _names: ClassVar[Mapping[str, str]] = {
        "account_id": "account_id",
        "connect_account_link": "connect_account_link",
    }

    @classmethod
    def read(cls, value: Any, where: str) -> Self:
        """`from_dict` as a reader, for models inside other values."""
        data = fields_of(value, where, cls)
        take = data.pop
        return cls(
            account_id=value
            if type(value := take("account_id", UNSET)) is int
            else integer(value, "LinkedinConnection.account_id"),
            connect_account_link=secret(
                take("connect_account_link", UNSET), "LinkedinConnection.connect_account_link"
            ),
            additional_properties=data,
        )
