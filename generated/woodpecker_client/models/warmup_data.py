# Generated from spec/openapi.yaml by generator/. Do not edit: change the spec and regenerate.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define, field, setters
from woodpecker_runtime.model import Model
from woodpecker_runtime.parsing import (
    fields_of,
    optional,
    string,
    unknown_fields,
)
from woodpecker_runtime.types import UNSET, Unset

_read_status = optional(string)


@define(repr=False, on_setattr=setters.NO_OP)
class WarmupData(Model):
    """SMTP. The mailbox's warm-up; may be absent.

    Attributes:
        status (str | Unset): State of the warm-up.
    """

    status: str | Unset = UNSET
    additional_properties: dict[str, Any] = field(
        factory=dict[str, Any], kw_only=True, converter=unknown_fields
    )

    _names: ClassVar[Mapping[str, str]] = {
        "status": "status",
    }

    @classmethod
    def read(cls, value: Any, where: str) -> Self:
        """`from_dict` as a reader, for models inside other values."""
        data = fields_of(value, where, cls)
        take = data.pop
        self = cls.__new__(cls)  # the values are checked here: `__init__` has nothing to convert
        self.status = (
            value
            if type(value := take("status", UNSET)) is str or value is UNSET
            else _read_status(value, "WarmupData.status")
        )
        self.additional_properties = data
        return self
