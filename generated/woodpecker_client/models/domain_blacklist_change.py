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

_read_domains = list_of(string)


@define(repr=False, on_setattr=setters.NO_OP)
class DomainBlacklistChange(Model):
    """Domains to add or to remove.

    Attributes:
        domains (list[str]): Up to 500 domains; an empty list and blank entries are
            assumed to be rejected.
    """

    domains: list[str]
    additional_properties: dict[str, Any] = field(
        factory=dict[str, Any], kw_only=True, converter=unknown_fields
    )

    _names: ClassVar[Mapping[str, str]] = {
        "domains": "domains",
    }

    @classmethod
    def read(cls, value: Any, where: str) -> Self:
        """`from_dict` as a reader, for models inside other values."""
        data = fields_of(value, where, cls)
        take = data.pop
        self = cls.__new__(cls)  # the values are checked here: `__init__` has nothing to convert
        self.domains = _read_domains(take("domains", UNSET), "DomainBlacklistChange.domains")
        self.additional_properties = data
        return self
