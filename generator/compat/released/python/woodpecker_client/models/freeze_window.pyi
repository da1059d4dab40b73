from ..reading import Model as Model, to_time as to_time, unknown_fields as unknown_fields, vendor_time as vendor_time
from ..types import UNSET as UNSET
from ..vendor_time import VendorTime as VendorTime
from attrs import define, field, setters
from typing import Any

@define(repr=False)
class FreezeWindow(Model):
    from_: VendorTime = field(converter=to_time)
    to: VendorTime = field(converter=to_time)
    additional_properties: dict[str, Any] = field(factory=dict[str, Any], kw_only=True, converter=unknown_fields, on_setattr=setters.NO_OP)
