from ..reading import Model as Model, integer as integer
from ..types import UNSET as UNSET
from attrs import define, field
from typing import Any

@define(repr=False)
class PeriodComparison(Model):
    current_period: int
    previous_period: int
    additional_properties: dict[str, Any] = field(init=False, factory=dict[str, Any])
