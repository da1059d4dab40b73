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
class LinkedinAccountCreate(Model):
    """A LinkedIn account to create.

    Attributes:
        timezone (str): The account's time zone: the canonical IANA name of a place,
            such as `Europe/Lisbon`, from the list of accepted time zones on the vendor's
            page. Aliases (`UTC`, `US/Eastern`) are not on it and are assumed to be
            rejected.
    """

    timezone: str
    additional_properties: dict[str, Any] = field(
        factory=dict[str, Any], kw_only=True, converter=unknown_fields
    )

    _names: ClassVar[Mapping[str, str]] = {
        "timezone": "timezone",
    }

    @classmethod
    def read(cls, value: Any, where: str) -> Self:
        """`from_dict` as a reader, for models inside other values."""
        data = fields_of(value, where, cls)
        take = data.pop
        self = cls.__new__(cls)  # the values are checked here: `__init__` has nothing to convert
        self.timezone = (
            value
            if type(value := take("timezone", UNSET)) is str
            else string(value, "LinkedinAccountCreate.timezone")
        )
        self.additional_properties = data
        return self
