# Generated from spec/openapi.yaml by generator/. Do not edit: change the spec and regenerate.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define, field, setters
from woodpecker_runtime.model import Model
from woodpecker_runtime.parsing import (
    fields_of,
    integer,
    unknown_fields,
)
from woodpecker_runtime.types import UNSET


@define(repr=False, on_setattr=setters.NO_OP)
class PeriodComparison(Model):
    """The number of events in the requested period and in the preceding period of equal length.

    Attributes:
        current_period (int): Events in the requested period.
        previous_period (int): Events in the period of equal length before it.
    """

    current_period: int
    previous_period: int
    additional_properties: dict[str, Any] = field(
        factory=dict[str, Any], kw_only=True, converter=unknown_fields
    )

    _names: ClassVar[Mapping[str, str]] = {
        "current_period": "current_period",
        "previous_period": "previous_period",
    }

    @classmethod
    def read(cls, value: Any, where: str) -> Self:
        """`from_dict` as a reader, for models inside other values."""
        data = fields_of(value, where, cls)
        take = data.pop
        self = cls.__new__(cls)  # the values are checked here: `__init__` has nothing to convert
        self.current_period = (
            value
            if type(value := take("current_period", UNSET)) is int
            else integer(value, "PeriodComparison.current_period")
        )
        self.previous_period = (
            value
            if type(value := take("previous_period", UNSET)) is int
            else integer(value, "PeriodComparison.previous_period")
        )
        self.additional_properties = data
        return self
