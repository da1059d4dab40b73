from ..reading import Model as Model, integer as integer, optional as optional, string as string, to_optional_time as to_optional_time, unknown_fields as unknown_fields, vendor_time as vendor_time
from ..types import UNSET as UNSET, Unset as Unset
from ..vendor_time import VendorTime as VendorTime
from attrs import define, field, setters
from typing import Any

@define(repr=False)
class MicrosoftCredential(Model):
    credential_id: int
    tenant_id: str | Unset = ...
    client_id: str | Unset = ...
    secret_expires_at: VendorTime | Unset = field(default=UNSET, converter=to_optional_time)
    name: str | Unset = ...
    additional_properties: dict[str, Any] = field(factory=dict[str, Any], kw_only=True, converter=unknown_fields, on_setattr=setters.NO_OP)
