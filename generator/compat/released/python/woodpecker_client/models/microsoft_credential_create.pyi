from ..reading import Model as Model, hides_arguments as hides_arguments, optional as optional, secret as secret, string as string, to_secret as to_secret, to_time as to_time, unknown_fields as unknown_fields, vendor_time as vendor_time
from ..types import UNSET as UNSET, Unset as Unset
from ..vendor_time import VendorTime as VendorTime
from attrs import define, field, setters
from typing import Any
from woodpecker_auth import Secret

@define(repr=False)
class MicrosoftCredentialCreate(Model):
    tenant_id: str
    client_id: str
    client_secret: Secret = field(converter=to_secret)
    secret_expires_at: VendorTime = field(converter=to_time)
    name: str | Unset = ...
    additional_properties: dict[str, Any] = field(factory=dict[str, Any], kw_only=True, converter=unknown_fields, on_setattr=setters.NO_OP)
