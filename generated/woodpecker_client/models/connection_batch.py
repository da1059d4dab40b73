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
class ConnectionBatch(Model):
    """An accepted batch.

    Attributes:
        batch_id (int): Id to pass to `mailboxes.manual_connection.summary`. One public
            client treats it as a text: accept both.
    """

    batch_id: int
    additional_properties: dict[str, Any] = field(
        factory=dict[str, Any], kw_only=True, converter=unknown_fields
    )

    _names: ClassVar[Mapping[str, str]] = {
        "batch_id": "batch_id",
    }

    @classmethod
    def read(cls, value: Any, where: str) -> Self:
        """`from_dict` as a reader, for models inside other values."""
        data = fields_of(value, where, cls)
        take = data.pop
        self = cls.__new__(cls)  # the values are checked here: `__init__` has nothing to convert
        self.batch_id = (
            value
            if type(value := take("batch_id", UNSET)) is int
            else integer(value, "ConnectionBatch.batch_id")
        )
        self.additional_properties = data
        return self
