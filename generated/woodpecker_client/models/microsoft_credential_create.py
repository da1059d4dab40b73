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
    to_secret,
    to_time,
    unknown_fields,
    vendor_time,
)
from woodpecker_runtime.types import UNSET, Unset
from woodpecker_runtime.vendor_time import VendorTime

_read_name = optional(string)


@hides_arguments
@define(repr=False)
class MicrosoftCredentialCreate(Model):
    """A Microsoft Graph app to save.

    Attributes:
        tenant_id (str): The Microsoft tenant, a UUID.
        client_id (str): The app's id, a UUID.
        client_secret (Secret): The secret of the app; it is never returned.
        secret_expires_at (VendorTime): When the client secret expires.
        name (str | Unset): Chosen by the server if omitted.
    """

    tenant_id: str
    client_id: str
    client_secret: Secret = field(converter=to_secret)
    secret_expires_at: VendorTime = field(converter=to_time)
    name: str | Unset = UNSET
    additional_properties: dict[str, Any] = field(
        factory=dict[str, Any], kw_only=True, converter=unknown_fields, on_setattr=setters.NO_OP
    )

    _names: ClassVar[Mapping[str, str]] = {
        "tenant_id": "tenant_id",
        "client_id": "client_id",
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
            tenant_id=value
            if type(value := take("tenant_id", UNSET)) is str
            else string(value, "MicrosoftCredentialCreate.tenant_id"),
            client_id=value
            if type(value := take("client_id", UNSET)) is str
            else string(value, "MicrosoftCredentialCreate.client_id"),
            client_secret=secret(
                take("client_secret", UNSET), "MicrosoftCredentialCreate.client_secret"
            ),
            secret_expires_at=vendor_time(
                take("secret_expires_at", UNSET), "MicrosoftCredentialCreate.secret_expires_at"
            ),
            name=value
            if type(value := take("name", UNSET)) is str or value is UNSET
            else _read_name(value, "MicrosoftCredentialCreate.name"),
            additional_properties=data,
        )
