# Generated from spec/openapi.yaml by generator/. Do not edit: change the spec and regenerate.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Literal, Self

from attrs import define, field, setters
from woodpecker_runtime.model import Model
from woodpecker_runtime.parsing import (
    anything,
    unknown_fields,
)
from woodpecker_runtime.types import UNSET


@define(repr=False)
class ProspectDeletionRequest(Model):
    """Which prospects to delete.

    Attributes:
        type_ (Literal['ALL']): The only value the vendor shows.
    """

    type_: Literal["ALL"]
    additional_properties: dict[str, Any] = field(
        factory=dict[str, Any], kw_only=True, converter=unknown_fields, on_setattr=setters.NO_OP
    )

    _names: ClassVar[Mapping[str, str]] = {
        "type_": "type",
    }

    @classmethod
    def _from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        data = dict(src_dict)
        take = data.pop
        return cls(
            type_=anything(take("type", UNSET), "ProspectDeletionRequest.type"),
            additional_properties=data,
        )
