# Generated from spec/openapi.yaml by generator/. Do not edit: change the spec and regenerate.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define, field, setters
from woodpecker_runtime.model import Model
from woodpecker_runtime.parsing import (
    string,
    unknown_fields,
)
from woodpecker_runtime.types import UNSET


@define(repr=False)
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
        factory=dict[str, Any], kw_only=True, converter=unknown_fields, on_setattr=setters.NO_OP
    )

    _names: ClassVar[Mapping[str, str]] = {
        "timezone": "timezone",
    }

    @classmethod
    def _from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        data = dict(src_dict)
        take = data.pop
        return cls(
            timezone=value
            if type(value := take("timezone", UNSET)) is str
            else string(value, "LinkedinAccountCreate.timezone"),
            additional_properties=data,
        )
