# Generated from spec/openapi.yaml by generator/. Do not edit: change the spec and regenerate.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define, field, setters
from woodpecker_runtime.model import Model
from woodpecker_runtime.parsing import (
    fields_of,
    integer,
    optional,
    unknown_fields,
)
from woodpecker_runtime.types import UNSET, Unset

_read_count = optional(integer)


@define(repr=False, on_setattr=setters.NO_OP)
class ProspectDeletion(Model):
    """An accepted deletion.

    Attributes:
        deletion_request_id (int): The id of the deletion; no route takes it.
        count (int | Unset): Number of prospects to delete. The vendor calls them
            removed, although they are only queued.
    """

    deletion_request_id: int
    count: int | Unset = UNSET
    additional_properties: dict[str, Any] = field(
        factory=dict[str, Any], kw_only=True, converter=unknown_fields
    )

    _names: ClassVar[Mapping[str, str]] = {
        "deletion_request_id": "deletion_request_id",
        "count": "count",
    }

    @classmethod
    def read(cls, value: Any, where: str) -> Self:
        """`from_dict` as a reader, for models inside other values."""
        data = fields_of(value, where, cls)
        take = data.pop
        self = cls.__new__(cls)  # the values are checked here: `__init__` has nothing to convert
        self.deletion_request_id = (
            value
            if type(value := take("deletion_request_id", UNSET)) is int
            else integer(value, "ProspectDeletion.deletion_request_id")
        )
        self.count = (
            value
            if type(value := take("count", UNSET)) is int or value is UNSET
            else _read_count(value, "ProspectDeletion.count")
        )
        self.additional_properties = data
        return self
