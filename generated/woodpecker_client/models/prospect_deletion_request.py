# Generated from spec/openapi.yaml by generator/. Do not edit: change the spec and regenerate.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Literal, Self

from attrs import define, field, setters
from woodpecker_runtime.model import Model
from woodpecker_runtime.parsing import (
    anything,
    fields_of,
    unknown_fields,
)
from woodpecker_runtime.types import UNSET


@define(repr=False, on_setattr=setters.NO_OP)
class ProspectDeletionRequest(Model):
    """Which prospects to delete.

    Attributes:
        type_ (Literal['ALL']): The only value the vendor shows.
    """

    type_: Literal["ALL"]
    additional_properties: dict[str, Any] = field(
        factory=dict[str, Any], kw_only=True, converter=unknown_fields
    )

    _names: ClassVar[Mapping[str, str]] = {
        "type_": "type",
    }

    @classmethod
    def read(cls, value: Any, where: str) -> Self:
        """`from_dict` as a reader, for models inside other values."""
        data = fields_of(value, where, cls)
        take = data.pop
        self = cls.__new__(cls)  # the values are checked here: `__init__` has nothing to convert
        self.type_ = anything(take("type", UNSET), "ProspectDeletionRequest.type")
        self.additional_properties = data
        return self
