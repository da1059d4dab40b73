# Generated from spec/openapi.yaml by generator/. Do not edit: change the spec and regenerate.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define, field, setters
from woodpecker_runtime.model import Model
from woodpecker_runtime.parsing import (
    list_of,
    string,
    unknown_fields,
)
from woodpecker_runtime.types import UNSET

_read_domains = list_of(string)


@define(repr=False)
class DomainBlacklistChange(Model):
    """Domains to add or to remove.

    Attributes:
        domains (list[str]): Up to 500 domains; an empty list and blank entries are
            assumed to be rejected.
    """

    domains: list[str]
    additional_properties: dict[str, Any] = field(
        factory=dict[str, Any], kw_only=True, converter=unknown_fields, on_setattr=setters.NO_OP
    )

    _names: ClassVar[Mapping[str, str]] = {
        "domains": "domains",
    }

    @classmethod
    def _from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        data = dict(src_dict)
        take = data.pop
        return cls(
            domains=_read_domains(take("domains", UNSET), "DomainBlacklistChange.domains"),
            additional_properties=data,
        )
