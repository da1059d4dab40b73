# Generated from spec/openapi.yaml by generator/. Do not edit: change the spec and regenerate.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define, field, setters
from woodpecker_auth import Secret
from woodpecker_runtime.model import Model, hides_arguments
from woodpecker_runtime.parsing import (
    fields_of,
    optional,
    secret,
    string,
    to_optional_secret,
    to_optional_time,
    unknown_fields,
    vendor_time,
)
from woodpecker_runtime.types import UNSET, Unset
from woodpecker_runtime.vendor_time import VendorTime

_read_client_secret = optional(secret)
_read_secret_expires_at = optional(vendor_time)
_read_name = optional(string)


@hides_arguments
@define(repr=False)
class MicrosoftCredentialUpdate(Model):
    """Changes to a credential. `client_secret` and `secret_expires_at` must be sent together or
    both be omitted, which this version of OpenAPI cannot express.

    Attributes:
        client_secret (Secret | Unset): Only together with `secret_expires_at`.
        secret_expires_at (VendorTime | Unset): When the new secret expires. Only
            together with `client_secret`.
        name (str | Unset): The new name.
    """

    client_secret: Secret | Unset = field(default=UNSET, converter=to_optional_secret)
    secret_expires_at: VendorTime | Unset = field(default=UNSET, converter=to_optional_time)
    name: str | Unset = UNSET
    additional_properties: dict[str, Any] = field(
        factory=dict[str, Any], kw_only=True, converter=unknown_fields, on_setattr=setters.NO_OP
    )

    _names: ClassVar[Mapping[str, str]] = {
        "client_secret": "client_secret",
        "secret_expires_at": "secret_expires_at",
        "name": "name",
    }

    @classmethod
    def read(cls, value: Any, where: str) -> Self:
        """`from_dict` as a reader, for models inside other values."""
        data = fields_of(value, where, cls)
        take = data.pop
        return cls(
            client_secret=value
            if (value := take("client_secret", UNSET)) is UNSET
            else _read_client_secret(value, "MicrosoftCredentialUpdate.client_secret"),
            secret_expires_at=value
            if (value := take("secret_expires_at", UNSET)) is UNSET
            else _read_secret_expires_at(value, "MicrosoftCredentialUpdate.secret_expires_at"),
            name=value
            if type(value := take("name", UNSET)) is str or value is UNSET
            else _read_name(value, "MicrosoftCredentialUpdate.name"),
            additional_properties=data,
        )
