# Generated from spec/openapi.yaml by generator/. Do not edit: change the spec and regenerate.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define, field, setters
from woodpecker_runtime.model import Model
from woodpecker_runtime.parsing import (
    fields_of,
    string,
    unknown_fields,
)
from woodpecker_runtime.types import UNSET


@define(repr=False, on_setattr=setters.NO_OP)
class CompanyCreate(Model):
    """A client account to create.

    Attributes:
        name (str): A name that is not taken; whether names must be unique in the agency
            or everywhere is not documented. A blank name is assumed to be rejected.
    """

    name: str
    additional_properties: dict[str, Any] = field(
        factory=dict[str, Any], kw_only=True, converter=unknown_fields
    )

    _names: ClassVar[Mapping[str, str]] = {
        "name": "name",
    }

    @classmethod
    def read(cls, value: Any, where: str) -> Self:
        """`from_dict` as a reader, for models inside other values."""
        data = fields_of(value, where, cls)
        take = data.pop
        self = cls.__new__(cls)  # the values are checked here: `__init__` has nothing to convert
        self.name = (
            value
            if type(value := take("name", UNSET)) is str
            else string(value, "CompanyCreate.name")
        )
        self.additional_properties = data
        return self
