# Generated from spec/openapi.yaml by generator/. Do not edit: change the spec and regenerate.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define, field, setters
from woodpecker_runtime.model import Model
from woodpecker_runtime.parsing import (
    fields_of,
    integer,
    list_of,
    optional,
    string,
    unknown_fields,
)
from woodpecker_runtime.types import UNSET, Unset

_read_domains = list_of(string)
_read_total = optional(integer)


@define(repr=False, on_setattr=setters.NO_OP)
class BlacklistedDomainPage(Model):
    """One page of blacklisted domains.

    Attributes:
        domains (list[str]): The domains of this page.
        total (int | Unset): Number of domains on the whole blacklist, or of those that
            match the filter.
    """

    domains: list[str]
    total: int | Unset = UNSET
    additional_properties: dict[str, Any] = field(
        factory=dict[str, Any], kw_only=True, converter=unknown_fields
    )

    _names: ClassVar[Mapping[str, str]] = {
        "domains": "domains",
        "total": "total",
    }

    @classmethod
    def read(cls, value: Any, where: str) -> Self:
        """`from_dict` as a reader, for models inside other values."""
        data = fields_of(value, where, cls)
        take = data.pop
        self = cls.__new__(cls)  # the values are checked here: `__init__` has nothing to convert
        self.domains = _read_domains(take("domains", UNSET), "BlacklistedDomainPage.domains")
        self.total = (
            value
            if type(value := take("total", UNSET)) is int or value is UNSET
            else _read_total(value, "BlacklistedDomainPage.total")
        )
        self.additional_properties = data
        return self
