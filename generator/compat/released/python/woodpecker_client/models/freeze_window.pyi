from ..reading import Model as Model, to_time as to_time, vendor_time as vendor_time
from ..types import UNSET as UNSET
from ..vendor_time import VendorTime as VendorTime
from attrs import define, field
from typing import Any

@define(repr=False)
class FreezeWindow(Model):
    from_: VendorTime = field(converter=to_time)
    to: VendorTime = field(converter=to_time)
    additional_properties: dict[str, Any] = field(init=False, factory=dict[str, Any])
