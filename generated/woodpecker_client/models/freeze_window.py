# Generated from spec/openapi.yaml by generator/. Do not edit: change the spec and regenerate.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define, field, setters
from woodpecker_runtime.model import Model
from woodpecker_runtime.parsing import (
    fields_of,
    to_time,
    unknown_fields,
    vendor_time,
)
from woodpecker_runtime.types import UNSET
from woodpecker_runtime.vendor_time import VendorTime


@define(repr=False)
class FreezeWindow(Model):
    """A period in which a mailbox sends nothing.

    Attributes:
        from_ (VendorTime): Start of the period, such as `2025-12-24T00:00:00+0100`; the
            offset has no colon.
        to (VendorTime): End of the period, in the same format.
    """

    from_: VendorTime = field(converter=to_time)
    to: VendorTime = field(converter=to_time)
    additional_properties: dict[str, Any] = field(
        factory=dict[str, Any], kw_only=True, converter=unknown_fields, on_setattr=setters.NO_OP
    )

    _names: ClassVar[Mapping[str, str]] = {
        "from_": "from",
        "to": "to",
    }

    @classmethod
    def read(cls, value: Any, where: str) -> Self:
        """`from_dict` as a reader, for models inside other values."""
        data = fields_of(value, where, cls)
        take = data.pop
        return cls(
            from_=vendor_time(take("from", UNSET), "FreezeWindow.from"),
            to=vendor_time(take("to", UNSET), "FreezeWindow.to"),
            additional_properties=data,
        )
