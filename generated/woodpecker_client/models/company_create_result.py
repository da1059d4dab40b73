# Generated from spec/openapi.yaml by generator/. Do not edit: change the spec and regenerate.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define, field, setters
from woodpecker_runtime.model import Model
from woodpecker_runtime.parsing import (
    list_of,
    unknown_fields,
)
from woodpecker_runtime.types import UNSET

from .created_company import CreatedCompany

_read_companies = list_of(CreatedCompany.read)


@define(repr=False)
class CompanyCreateResult(Model):
    """All companies that were created.

    Attributes:
        companies (list[CreatedCompany])
    """

    companies: list[CreatedCompany]
    additional_properties: dict[str, Any] = field(
        factory=dict[str, Any], kw_only=True, converter=unknown_fields, on_setattr=setters.NO_OP
    )

    _names: ClassVar[Mapping[str, str]] = {
        "companies": "companies",
    }

    @classmethod
    def _from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        data = dict(src_dict)
        take = data.pop
        return cls(
            companies=_read_companies(take("companies", UNSET), "CompanyCreateResult.companies"),
            additional_properties=data,
        )
