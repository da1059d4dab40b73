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
class ConnectionBatch(Model):
    """An accepted batch.

    Attributes:
        batch_id (int): Id to pass to `getConnectionSummary`. One public client treats
            it as a text: accept both.
    """

    batch_id: int
    additional_properties: dict[str, Any] = field(
        factory=dict[str, Any], kw_only=True, converter=unknown_fields, on_setattr=setters.NO_OP
    )

    _names: ClassVar[Mapping[str, str]] = {
        "batch_id": "batch_id",
    }

    @classmethod
    def _from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        data = dict(src_dict)
        take = data.pop
        return cls(
            batch_id=value
            if type(value := take("batch_id", UNSET)) is int
            else integer(value, "ConnectionBatch.batch_id"),
            additional_properties=data,
        )
