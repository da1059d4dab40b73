# Generated from spec/openapi.yaml by generator/. Do not edit: change the spec and regenerate.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define, field, setters
from woodpecker_runtime.model import Model
from woodpecker_runtime.parsing import (
    fields_of,
    list_of,
    string,
    unknown_fields,
)
from woodpecker_runtime.types import UNSET

_read_emails = list_of(string)


@define(repr=False, on_setattr=setters.NO_OP)
class EmailBlacklistChange(Model):
    """Addresses to add or to remove.

    Attributes:
        emails (list[str]): Up to 500 addresses; an empty list and blank entries are
            assumed to be rejected.
    """

    emails: list[str]
    additional_properties: dict[str, Any] = field(
        factory=dict[str, Any], kw_only=True, converter=unknown_fields
    )

    _names: ClassVar[Mapping[str, str]] = {
        "emails": "emails",
    }

    @classmethod
    def read(cls, value: Any, where: str) -> Self:
        """`from_dict` as a reader, for models inside other values."""
        data = fields_of(value, where, cls)
        take = data.pop
        self = cls.__new__(cls)  # the values are checked here: `__init__` has nothing to convert
        self.emails = _read_emails(take("emails", UNSET), "EmailBlacklistChange.emails")
        self.additional_properties = data
        return self
