# Generated from spec/openapi.yaml by generator/. Do not edit: change the spec and regenerate.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define, field, setters
from woodpecker_runtime.model import Model
from woodpecker_runtime.parsing import (
    fields_of,
    list_of,
    unknown_fields,
)
from woodpecker_runtime.types import UNSET

from .created_company import CreatedCompany

_read_companies = list_of(CreatedCompany.read)


@define(repr=False, on_setattr=setters.NO_OP)
class CompanyCreateResult(Model):
    """All companies that were created.

    Attributes:
        companies (list[CreatedCompany]): The companies that were created.
    """

    companies: list[CreatedCompany]
    additional_properties: dict[str, Any] = field(
        factory=dict[str, Any], kw_only=True, converter=unknown_fields
    )

    _names: ClassVar[Mapping[str, str]] = {
        "companies": "companies",
    }

    @classmethod
    def read(cls, value: Any, where: str) -> Self:
        """`from_dict` as a reader, for models inside other values."""
        data = fields_of(value, where, cls)
        take = data.pop
        self = cls.__new__(cls)  # the values are checked here: `__init__` has nothing to convert
        self.companies = _read_companies(take("companies", UNSET), "CompanyCreateResult.companies")
        self.additional_properties = data
        return self
