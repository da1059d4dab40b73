# Generated from spec/openapi.yaml by generator/. Do not edit: change the spec and regenerate.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define, field

from ..reading import (
    Model,
    integer,
    string,
    to_time,
    vendor_time,
)
from ..types import UNSET
from ..vendor_time import VendorTime


@define(repr=False)
class MicrosoftCredential(Model):
    """A saved Microsoft Graph app-only credential. Its secret is never returned.

    Attributes:
        credential_id (int)
        tenant_id (str): The Microsoft tenant, a UUID.
        client_id (str): The app's id, a UUID.
        secret_expires_at (VendorTime): When the client secret stops working; the one
            time of this API in RFC 3339.
        name (str)
    """

    credential_id: int
    tenant_id: str
    client_id: str
    secret_expires_at: VendorTime = field(converter=to_time)
    name: str
    additional_properties: dict[str, Any] = field(init=False, factory=dict[str, Any])

    _names: ClassVar[Mapping[str, str]] = {
        "credential_id": "credential_id",
        "tenant_id": "tenant_id",
        "client_id": "client_id",
        "secret_expires_at": "secret_expires_at",
        "name": "name",
    }

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        data = dict(src_dict)
        model = cls(
            credential_id=integer(
                data.pop("credential_id", UNSET), "MicrosoftCredential.credential_id"
            ),
            tenant_id=string(data.pop("tenant_id", UNSET), "MicrosoftCredential.tenant_id"),
            client_id=string(data.pop("client_id", UNSET), "MicrosoftCredential.client_id"),
            secret_expires_at=vendor_time(
                data.pop("secret_expires_at", UNSET), "MicrosoftCredential.secret_expires_at"
            ),
            name=string(data.pop("name", UNSET), "MicrosoftCredential.name"),
        )
        model.additional_properties = data
        return model
