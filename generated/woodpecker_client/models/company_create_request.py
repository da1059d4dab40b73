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

from .new_company import NewCompany

_read_companies = list_of(NewCompany.read)


@define(repr=False)
class CompanyCreateRequest(Model):
    """Client accounts to create; either all or none are created.

    Attributes:
        companies (list[NewCompany]): The companies to create, 1 to 10.
    """

    companies: list[NewCompany]
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
            companies=_read_companies(take("companies", UNSET), "CompanyCreateRequest.companies"),
            additional_properties=data,
        )
