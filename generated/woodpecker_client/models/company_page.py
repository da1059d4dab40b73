# Generated from spec/openapi.yaml by generator/. Do not edit: change the spec and regenerate.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define, field, setters
from woodpecker_runtime.model import Model
from woodpecker_runtime.parsing import (
    fields_of,
    list_of,
    optional,
    unknown_fields,
)
from woodpecker_runtime.types import UNSET, Unset

from .company import Company
from .pagination_data import PaginationData

_read_content = list_of(Company.read)
_read_pagination_data = optional(PaginationData.read)


@define(repr=False, on_setattr=setters.NO_OP)
class CompanyPage(Model):
    """One page of companies.

    Attributes:
        content (list[Company]): The companies of this page.
        pagination_data (PaginationData | Unset): Position of a page among all pages.
            Most routes name the totals `total_elements` and `total_pages`; an older vendor
            page shows `total_count` and `pages_count` for the sending statistics. Accept
            either.
    """

    content: list[Company]
    pagination_data: PaginationData | Unset = UNSET
    additional_properties: dict[str, Any] = field(
        factory=dict[str, Any], kw_only=True, converter=unknown_fields
    )

    _names: ClassVar[Mapping[str, str]] = {
        "content": "content",
        "pagination_data": "pagination_data",
    }

    @classmethod
    def read(cls, value: Any, where: str) -> Self:
        """`from_dict` as a reader, for models inside other values."""
        data = fields_of(value, where, cls)
        take = data.pop
        self = cls.__new__(cls)  # the values are checked here: `__init__` has nothing to convert
        self.content = _read_content(take("content", UNSET), "CompanyPage.content")
        self.pagination_data = (
            value
            if (value := take("pagination_data", UNSET)) is UNSET
            else _read_pagination_data(value, "CompanyPage.pagination_data")
        )
        self.additional_properties = data
        return self
