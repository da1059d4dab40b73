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
    to_optional_time,
    unknown_fields,
    vendor_time,
)
from woodpecker_runtime.types import UNSET, Unset
from woodpecker_runtime.vendor_time import VendorTime

_read_tenant_id = optional(string)
_read_client_id = optional(string)
_read_secret_expires_at = optional(vendor_time)
_read_name = optional(string)


@define(repr=False)
class MicrosoftCredential(Model):
    """A saved Microsoft Graph app-only credential. Its secret is never returned.

    Attributes:
        credential_id (int): The credential's id.
        tenant_id (str | Unset): The Microsoft tenant, a UUID.
        client_id (str | Unset): The app's id, a UUID.
        secret_expires_at (VendorTime | Unset): When the client secret expires; the only
            time of this API in RFC 3339.
        name (str | Unset): The credential's name.
    """

    credential_id: int
    tenant_id: str | Unset = UNSET
    client_id: str | Unset = UNSET
    secret_expires_at: VendorTime | Unset = field(default=UNSET, converter=to_optional_time)
    name: str | Unset = UNSET
    additional_properties: dict[str, Any] = field(
        factory=dict[str, Any], kw_only=True, converter=unknown_fields, on_setattr=setters.NO_OP
    )

    _names: ClassVar[Mapping[str, str]] = {
        "credential_id": "credential_id",
        "tenant_id": "tenant_id",
        "client_id": "client_id",
        "secret_expires_at": "secret_expires_at",
        "name": "name",
    }

    @classmethod
    def read(cls, value: Any, where: str) -> Self:
        """`from_dict` as a reader, for models inside other values."""
        data = fields_of(value, where, cls)
        take = data.pop
        return cls(
            credential_id=value
            if type(value := take("credential_id", UNSET)) is int
            else integer(value, "MicrosoftCredential.credential_id"),
            tenant_id=value
            if type(value := take("tenant_id", UNSET)) is str or value is UNSET
            else _read_tenant_id(value, "MicrosoftCredential.tenant_id"),
            client_id=value
            if type(value := take("client_id", UNSET)) is str or value is UNSET
            else _read_client_id(value, "MicrosoftCredential.client_id"),
            secret_expires_at=value
            if (value := take("secret_expires_at", UNSET)) is UNSET
            else _read_secret_expires_at(value, "MicrosoftCredential.secret_expires_at"),
            name=value
            if type(value := take("name", UNSET)) is str or value is UNSET
            else _read_name(value, "MicrosoftCredential.name"),
            additional_properties=data,
        )
