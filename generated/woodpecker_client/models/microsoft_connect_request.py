# Generated from spec/openapi.yaml by generator/. Do not edit: change the spec and regenerate.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Literal, Self

from attrs import define, field, setters
from woodpecker_runtime.model import Model
from woodpecker_runtime.parsing import (
    anything,
    fields_of,
    integer,
    list_of,
    optional,
    unknown_fields,
)
from woodpecker_runtime.types import UNSET, Unset

from .microsoft_account import MicrosoftAccount

_read_accounts = list_of(MicrosoftAccount.read)
_read_auth_type = optional(anything)
_read_credential_id = optional(integer)


@define(repr=False, on_setattr=setters.NO_OP)
class MicrosoftConnectRequest(Model):
    """Microsoft mailboxes to connect.

    Attributes:
        accounts (list[MicrosoftAccount]): The mailboxes to connect. The vendor states
            no maximum; an empty list is assumed to be rejected.
        auth_type (Literal['APP_ONLY'] | Unset): How the mailboxes are opened; the
            vendor supports no other way.
        credential_id (int | Unset): The saved credential to use. It may be omitted only
            if the account has exactly one *valid* credential; credentials whose secret has
            expired do not count. The status for omitting it otherwise is not documented;
            409 is expected.
    """

    accounts: list[MicrosoftAccount]
    auth_type: Literal["APP_ONLY"] | Unset = UNSET
    credential_id: int | Unset = UNSET
    additional_properties: dict[str, Any] = field(
        factory=dict[str, Any], kw_only=True, converter=unknown_fields
    )

    _names: ClassVar[Mapping[str, str]] = {
        "accounts": "accounts",
        "auth_type": "auth_type",
        "credential_id": "credential_id",
    }

    @classmethod
    def read(cls, value: Any, where: str) -> Self:
        """`from_dict` as a reader, for models inside other values."""
        data = fields_of(value, where, cls)
        take = data.pop
        self = cls.__new__(cls)  # the values are checked here: `__init__` has nothing to convert
        self.accounts = _read_accounts(take("accounts", UNSET), "MicrosoftConnectRequest.accounts")
        self.auth_type = (
            value
            if (value := take("auth_type", UNSET)) is UNSET
            else _read_auth_type(value, "MicrosoftConnectRequest.auth_type")
        )
        self.credential_id = (
            value
            if type(value := take("credential_id", UNSET)) is int or value is UNSET
            else _read_credential_id(value, "MicrosoftConnectRequest.credential_id")
        )
        self.additional_properties = data
        return self
