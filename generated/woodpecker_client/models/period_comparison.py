# Generated from spec/openapi.yaml by generator/. Do not edit: change the spec and regenerate.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define, field, setters
from woodpecker_runtime.model import Model
from woodpecker_runtime.parsing import (
    integer,
    unknown_fields,
)
from woodpecker_runtime.types import UNSET


@define(repr=False)
class PeriodComparison(Model):
    """The number of events in the requested period and in the preceding period of equal length.

    Attributes:
        current_period (int)
        previous_period (int)
    """

    current_period: int
    previous_period: int
    additional_properties: dict[str, Any] = field(
        factory=dict[str, Any], kw_only=True, converter=unknown_fields, on_setattr=setters.NO_OP
    )

    _names: ClassVar[Mapping[str, str]] = {
        "current_period": "current_period",
        "previous_period": "previous_period",
    }

    @classmethod
    def _from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        data = dict(src_dict)
        take = data.pop
        return cls(
            current_period=value
            if type(value := take("current_period", UNSET)) is int
            else integer(value, "PeriodComparison.current_period"),
            previous_period=value
            if type(value := take("previous_period", UNSET)) is int
            else integer(value, "PeriodComparison.previous_period"),
            additional_properties=data,
        )
